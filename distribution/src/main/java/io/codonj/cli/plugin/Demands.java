package io.codonj.cli.plugin;

import java.nio.file.Path;
import java.util.Optional;

/// What an archive must be like to be installed, beyond what lies beside it.
///
/// @param checksum its SHA-256
/// @param key a public key that its signature was made with
/// @param signature where that is, if not beside the archive
public record Demands(Optional<String> checksum, Optional<Path> key, Optional<Path> signature) {
  public static final Demands NONE = new Demands(Optional.empty(), Optional.empty(), Optional.empty());

  boolean isOfOneArchive() {
    return checksum.isPresent() || signature.isPresent();
  }
}
