package io.codonj.core.plugin;

import io.codonj.api.plugin.CodonjPlugin;
import io.codonj.core.source.SerializeLibrary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/// The index of one plugin: `contributions.properties` in its folder, the names of what it adds.
///
/// ```
/// stamp = …              sizes and checksums of the manifest and the jars that it was made from
/// keyword = repeat       one line for each kind of contribution
/// problem = …            why the plugin cannot be used, instead of all others
/// ```
/// It is written when the plugin is installed or first seen, and again when the stamp is no longer right.
final class PluginIndex {
  static final String FILE = "contributions.properties";

  private PluginIndex() {}

  /// Reads the index, after making it when there is none that fits.
  static InstalledPlugin of(Path folder) {
    PluginManifest manifest;
    try {
      manifest = PluginManifest.of(properties(folder.resolve(PluginManifest.FILE)));
    } catch (PluginProblem problem) {
      var nameless = new PluginManifest(folder.getFileName().toString(), "0.0.0", "", "", List.of(), "", "");
      return new InstalledPlugin(folder, nameless, new Contributions(Map.of()), problem.getMessage());
    }
    String stamp = stamp(folder);
    Path file = folder.resolve(FILE);
    Properties known = Files.exists(file) ? properties(file) : new Properties();
    if (!stamp.equals(known.getProperty("stamp"))) {
      known = make(folder, manifest);
      known.setProperty("stamp", stamp);
      write(file, known);
    }
    return new InstalledPlugin(folder, manifest, Contributions.of(known), known.getProperty("problem", ""));
  }

  private static Properties make(Path folder, PluginManifest manifest) {
    var index = new Properties();
    try {
      CodonjPlugin plugin = PluginLoader.load(folder, manifest);
      Contributions contributions = Contributions.of(plugin);
      if (contributions.isEmpty()) {
        throw new PluginProblem("it contributes nothing");
      }
      ContributionChecks.check(folder, manifest, plugin);
      contributions.lines().forEach(index::setProperty);
    } catch (PluginProblem problem) {
      index.setProperty("problem", problem.getMessage());
    } catch (RuntimeException | LinkageError | StackOverflowError problem) {
      index.setProperty("problem", "it failed while it was asked for its contributions: " + PluginProblem.describe(problem));
    }
    return index;
  }

  /// A folder that cannot be written to, such as another user's, is indexed in memory each time.
  private static void write(Path file, Properties index) {
    var text = new StringBuilder();
    for (String key : index.stringPropertyNames().stream().sorted().toList()) {
      text.append(key).append(" = ").append(escape(index.getProperty(key))).append('\n');
    }
    try {
      Path partial = Files.createTempFile(file.getParent(), FILE, "");
      Files.writeString(partial, text);
      Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
      SerializeLibrary.addTrees(file.resolveSibling("stdlib"));
    } catch (IOException _) {
      // Known only in this process.
    }
  }

  private static String escape(String text) {
    return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
  }

  private static String stamp(Path folder) {
    var parts = new ArrayList<Path>();
    parts.add(folder.resolve(PluginManifest.FILE));
    try {
      Path jars = folder.resolve("lib");
      if (Files.isDirectory(jars)) {
        try (Stream<Path> files = Files.list(jars)) {
          files.sorted().forEach(parts::add);
        }
      }
      var text = new StringBuilder(PluginApi.VERSION);
      for (Path part : parts) {
        var checksum = new CRC32();
        checksum.update(Files.readAllBytes(part));
        text.append(' ').append(part.getFileName()).append(':').append(Files.size(part)).append(':')
            .append(Long.toHexString(checksum.getValue()));
      }
      return text.toString();
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  static Properties properties(Path file) {
    var properties = new Properties();
    try (var reader = Files.newBufferedReader(file)) {
      properties.load(reader);
      return properties;
    } catch (IOException | IllegalArgumentException problem) {
      throw new PluginProblem(file.getFileName() + " cannot be read: " + PluginProblem.describe(problem), problem);
    }
  }
}
