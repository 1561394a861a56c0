package io.codonj.core.plugin;

import java.nio.file.Path;

/// A plugin in one of the folders of plugins.
///
/// @param problem why it cannot be used; empty when it can
public record InstalledPlugin(Path folder, PluginManifest manifest, Contributions contributions, String problem) {
  private static final String PLATFORM = "linux-x86_64";

  /// The plugin in a folder, after it was loaded if its index is not there or not right.
  public static InstalledPlugin at(Path folder) {
    return PluginIndex.of(folder);
  }

  public String id() {
    return manifest.id();
  }

  public boolean isUsable() {
    return problem.isEmpty();
  }

  /// Modules written in the dialect.
  public Path library() {
    return folder.resolve("stdlib");
  }

  /// Directories of native libraries, each with its objects and archives.
  public Path nativeParts() {
    return nativeParts(folder);
  }

  static Path nativeParts(Path folder) {
    return folder.resolve("native").resolve(PLATFORM);
  }

  /// Changes whenever the plugin does.
  public Path indexFile() {
    return folder.resolve(PluginIndex.FILE);
  }

  InstalledPlugin unusable(String why) {
    return new InstalledPlugin(folder, manifest, contributions, why);
  }
}
