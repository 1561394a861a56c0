package io.codonj.cli.plugin;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/// What `codonj plugin install` can be given.
public sealed interface PluginSource {
  /// A folder with a `plugin.properties`.
  record Folder(Path path) implements PluginSource {}

  /// A zip of such a folder.
  record Archive(Path path) implements PluginSource {}

  /// `group:artifact` with `:version` or a range of versions: a zip in a Maven repository.
  record Coordinates(String group, String artifact, String version) implements PluginSource {
    private static final Pattern FORM = Pattern.compile("([\\w.-]+):([\\w.-]+)(?::([^:/]+))?");

    private static final String ANY = "[0,)";

    /// The same plugin in its newest version.
    Coordinates newest() {
      return new Coordinates(group, artifact, ANY);
    }

    @Override
    public String toString() {
      return group + ":" + artifact + ":" + version;
    }
  }

  /// How the receipt names it, so that an update finds it again.
  default String name() {
    return switch (this) {
      case Folder folder -> folder.path().toAbsolutePath().normalize().toString();
      case Archive archive -> archive.path().toAbsolutePath().normalize().toString();
      case Coordinates coordinates -> coordinates.toString();
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
    var coordinates = Coordinates.FORM.matcher(text);
    if (coordinates.matches()) {
      String version = coordinates.group(3);
      return new Coordinates(coordinates.group(1), coordinates.group(2), version == null ? Coordinates.ANY : version);
    }
    throw new InstallError("there is no file or folder '" + text + "'; coordinates of Maven are group:artifact:version");
  }
}
