package io.codonj.cli.plugin;

import java.nio.file.Files;
import java.nio.file.Path;

/// What `codonj plugin install` can be given.
public sealed interface PluginSource {
  /// A folder with a `plugin.properties`.
  record Folder(Path path) implements PluginSource {}

  /// A zip of such a folder.
  record Archive(Path path) implements PluginSource {}

  /// How the receipt names it, so that an update finds it again.
  default String name() {
    return switch (this) {
      case Folder folder -> folder.path().toAbsolutePath().normalize().toString();
      case Archive archive -> archive.path().toAbsolutePath().normalize().toString();
    };
  }

  /// @throws InstallError when it is nothing that can be installed
  static PluginSource of(String text) {
    return of(text, Path.of(""));
  }

  /// @param base the directory that a relative path starts from
  static PluginSource of(String text, Path base) {
    Path path = base.resolve(text);
    if (Files.isDirectory(path)) {
      return new Folder(path);
    }
    if (Files.isRegularFile(path)) {
      return new Archive(path);
    }
    throw new InstallError("there is no file or folder '" + text + "'");
  }
}
