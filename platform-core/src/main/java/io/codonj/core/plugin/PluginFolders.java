package io.codonj.core.plugin;

import io.codonj.core.source.Installation;
import io.codonj.core.source.SerializeLibrary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/// The folders in which plugins lie, each in a folder of its own or as a zip of one.
///
/// ```
/// $CODONJ_PLUGIN_PATH                  folders of one's own, separated by colons
/// $XDG_DATA_HOME/codonj/plugins        the user's
/// INSTALLATION/plugins                 those that came with codonj
/// ```
public final class PluginFolders {
  private PluginFolders() {}

  /// All of them, those that count first in front.
  public static List<Path> of(Installation installation) {
    var folders = new ArrayList<Path>();
    String path = System.getenv("CODONJ_PLUGIN_PATH");
    if (path != null) {
      Stream.of(path.split(":")).filter(each -> !each.isEmpty()).map(Path::of).forEach(folders::add);
    }
    folders.add(ofUser());
    folders.add(installation.plugins());
    return folders;
  }

  /// Where `codonj plugin install` puts plugins.
  public static Path ofUser() {
    String data = System.getenv("XDG_DATA_HOME");
    Path base = data == null || data.isEmpty() ? Path.of(System.getProperty("user.home"), ".local", "share") : Path.of(data);
    return base.resolve("codonj").resolve("plugins");
  }

  /// The folders of single plugins in one of the folders, which may be such a folder itself. Zips are unpacked beside themselves when they are new.
  static List<Path> pluginsIn(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    if (Files.exists(folder.resolve(PluginManifest.FILE))) {
      return List.of(folder);
    }
    try (Stream<Path> entries = Files.list(folder)) {
      List<Path> all = entries.sorted().toList();
      for (Path entry : all) {
        if (entry.toString().endsWith(".zip")) {
          unpackWhenNew(entry);
        }
      }
      try (Stream<Path> now = Files.list(folder)) {
        // Hidden ones are on their way in or out.
        return now.filter(each -> !each.getFileName().toString().startsWith(".") && Files.exists(each.resolve(PluginManifest.FILE)))
            .sorted().toList();
      }
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  private static void unpackWhenNew(Path zip) throws IOException {
    String name = zip.getFileName().toString();
    Path target = zip.resolveSibling(name.substring(0, name.length() - ".zip".length()));
    Path manifest = target.resolve(PluginManifest.FILE);
    if (Files.exists(manifest) && Files.getLastModifiedTime(manifest).compareTo(Files.getLastModifiedTime(zip)) >= 0) {
      return;
    }
    Optional<Path> unpacked = unpack(zip, target.resolveSibling("." + target.getFileName() + ".new"));
    if (unpacked.isPresent()) {
      delete(target);
      Files.move(unpacked.get(), target);
    }
  }

  /// Unpacks a plugin and gives the folder that holds its manifest; empty when there is none in the zip.
  public static Optional<Path> unpack(Path zip, Path target) throws IOException {
    delete(target);
    Files.createDirectories(target);
    try (var entries = new ZipInputStream(Files.newInputStream(zip))) {
      for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
        Path file = target.resolve(entry.getName()).normalize();
        if (!file.startsWith(target)) {
          throw new IOException(zip + " holds a file outside of itself: " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(file);
        } else {
          Files.createDirectories(file.getParent());
          Files.copy(entries, file);
        }
      }
    }
    if (Files.exists(target.resolve(PluginManifest.FILE))) {
      return Optional.of(target);
    }
    try (Stream<Path> inner = Files.list(target)) {
      return inner.filter(each -> Files.exists(each.resolve(PluginManifest.FILE))).findFirst();
    }
  }

  /// Whether a file in the folder of a plugin was made from the others when it was installed.
  ///
  /// @param path from the folder of the plugin
  public static boolean isMadeHere(String path) {
    return path.equals(PluginIndex.FILE) || path.startsWith("stdlib/") && SerializeLibrary.isTree(path);
  }

  /// Makes a plugin as it came; index and trees are made again when they are needed.
  public static void deleteWhatIsMadeHere(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(each -> isMadeHere(folder.relativize(each).toString())).toList()) {
        Files.delete(file);
      }
    }
  }

  /// Removes a folder with all that is in it, or nothing when it is not there.
  public static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
