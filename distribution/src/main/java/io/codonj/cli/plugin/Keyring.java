package io.codonj.cli.plugin;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Public keys that a user or administrator has pinned to plugins: `$XDG_CONFIG_HOME/codonj/keys/ID.pub`. A plugin with
/// such a key is installed only when it is signed with it.
record Keyring(Path folder) {
  static Keyring ofUser() {
    String config = System.getenv("XDG_CONFIG_HOME");
    Path base = config == null || config.isEmpty() ? Path.of(System.getProperty("user.home"), ".config") : Path.of(config);
    return new Keyring(base.resolve("codonj").resolve("keys"));
  }

  Optional<Path> find(String id) {
    return Optional.of(folder.resolve(id + ".pub")).filter(Files::exists);
  }
}
