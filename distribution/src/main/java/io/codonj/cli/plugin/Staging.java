package io.codonj.cli.plugin;

import io.codonj.core.plugin.InstalledPlugin;
import io.codonj.core.plugin.PluginFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A hidden folder beside the user's plugins, in which new ones are unpacked, checked and indexed.
final class Staging implements AutoCloseable {
  private final Path folder;
  private final Demands demands;
  private final MavenRepositories maven;
  private final Keyring keyring = Keyring.ofUser();
  private final Map<String, StagedPlugin> plugins = new LinkedHashMap<>();

  Staging(Path store, Demands demands, MavenRepositories maven) throws IOException {
    Files.createDirectories(store);
    folder = Files.createTempDirectory(store, ".new-");
    this.demands = demands;
    this.maven = maven;
  }

  Path folder() {
    return folder;
  }

  List<StagedPlugin> plugins() {
    return List.copyOf(plugins.values());
  }

  boolean holds(String id) {
    return plugins.containsKey(id);
  }

  /// Adds what a source gives: one plugin, and those that Maven says it needs.
  ///
  /// @throws InstallError when something of it is not as it must be
  void add(PluginSource source) throws IOException {
    switch (source) {
      case PluginSource.Folder tree -> add(source.name(), tree.path(), Optional.empty());
      case PluginSource.Archive zip -> add(source.name(), zip.path(), Optional.of(zip.path()));
      case PluginSource.Coordinates coordinates -> {
        for (MavenRepositories.Download each : maven.get(coordinates)) {
          add(each.coordinates().toString(), each.file(), Optional.of(each.file()));
        }
      }
    }
  }

  private void add(String source, Path origin, Optional<Path> archive) throws IOException {
    String checksum = archive.isPresent() ? checked(archive.get()) : "";
    Path unpacked = folder.resolve(".unpacked");
    PluginFolders.delete(unpacked);
    Optional<Path> root = archive.isPresent() ? unpacked(archive.get(), unpacked) : copied(origin, unpacked);
    if (root.isEmpty()) {
      throw new InstallError(origin + " is no plugin: it holds no plugin.properties");
    }
    Files.deleteIfExists(root.get().resolve(Receipt.FILE));
    PluginFolders.deleteWhatIsMadeHere(root.get());
    InstalledPlugin plugin = InstalledPlugin.at(root.get());
    if (!plugin.isUsable()) {
      throw new InstallError("the plugin '" + plugin.id() + "' cannot be used: " + plugin.problem());
    }
    String key = signed(plugin.id(), origin, archive);
    var receipt = new Receipt(source, checksum, key, Checksums.ofPlugin(root.get()));
    receipt.write(root.get());
    Path place = folder.resolve(plugin.id());
    if (Files.exists(place)) {
      throw new InstallError("the plugin '" + plugin.id() + "' is to be installed twice");
    }
    Files.move(root.get(), place);
    plugins.put(plugin.id(), new StagedPlugin(InstalledPlugin.at(place), receipt));
  }

  private static Optional<Path> unpacked(Path archive, Path target) throws IOException {
    try {
      return PluginFolders.unpack(archive, target);
    } catch (IOException problem) {
      throw new InstallError(archive + " is no plugin: " + problem.getMessage());
    }
  }

  private static Optional<Path> copied(Path origin, Path target) throws IOException {
    try (Stream<Path> files = Files.walk(origin)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Path copy = target.resolve(origin.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(file, copy);
        }
      }
    }
    return Files.exists(target.resolve("plugin.properties")) ? Optional.of(target) : Optional.empty();
  }

  /// The checksum of an archive, after it was compared with the one that is asked for and the one beside it.
  private String checked(Path archive) throws IOException {
    String checksum = Checksums.of(archive);
    var expected = new ArrayList<String>();
    demands.checksum().ifPresent(expected::add);
    Path beside = beside(archive, ".sha256");
    if (Files.exists(beside)) {
      expected.add(Files.readString(beside).strip().split("\\s+", 2)[0]);
    }
    for (String each : expected) {
      if (!each.equalsIgnoreCase(checksum)) {
        throw new InstallError(archive + " has the checksum " + checksum + ", not " + each);
      }
    }
    return checksum;
  }

  /// The fingerprint of the key that an archive is signed with, when one is asked for or pinned for the plugin.
  private String signed(String id, Path origin, Optional<Path> archive) throws IOException {
    Optional<Path> key = demands.key().or(() -> keyring.find(id));
    if (key.isEmpty()) {
      if (demands.signature().isPresent()) {
        throw new InstallError("a signature needs the key that it was made with: --key FILE");
      }
      return "";
    }
    if (archive.isEmpty()) {
      throw new InstallError(origin + " is a folder; only an archive can be signed with the key " + key.get());
    }
    Path signature = demands.signature().orElse(beside(archive.get(), ".sig"));
    if (!Files.exists(signature)) {
      throw new InstallError(archive.get() + " is not signed: there is no " + signature);
    }
    Signatures.check(archive.get(), signature, key.get());
    return Signatures.fingerprint(key.get());
  }

  private static Path beside(Path file, String suffix) {
    return file.resolveSibling(file.getFileName() + suffix);
  }

  @Override
  public void close() throws IOException {
    PluginFolders.delete(folder);
  }
}
