package io.codonj.cli.plugin;

import io.codonj.core.source.Installation;
import java.nio.file.Path;
import java.util.Optional;

/// What an archive must be like to be installed, beyond what lies beside it, and where archives are looked for.
///
/// @param checksum its SHA-256
/// @param key a public key that its signature was made with
/// @param signature where that is, if not beside the archive
/// @param settings the settings of Maven, if not the user's
public record Demands(Optional<String> checksum, Optional<Path> key, Optional<Path> signature, Optional<Path> settings) {
  public static final Demands NONE = new Demands(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  MavenRepositories repositories(Installation installation) {
    return settings.map(file -> new MavenRepositories(installation, file)).orElse(MavenRepositories.ofUser(installation));
  }

  boolean isOfOneArchive() {
    return checksum.isPresent() || signature.isPresent();
  }
}
