package io.codonj.cli.cache;

import io.codonj.core.driver.BuildOptions;
import io.codonj.core.driver.CompileRequest;
import io.codonj.core.source.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/// Everything that is known about a build before it is made: compiler, flags, the program's place and its text.
///
/// `made` is a time before any of its files was read. What the program imports is known only afterwards and is kept with the cached program, see [Manifest].
public record CacheKey(String digest, Path buildId, Instant made) {
  /// The key of a program in a file; none for a file that cannot be read, which is the compiler's to report. Standard
  /// input is read by the compiler and has no key either.
  public static Optional<CacheKey> of(Installation installation, String file, BuildOptions options) {
    if (file.equals(CompileRequest.STANDARD_INPUT)) {
      return Optional.empty();
    }
    try {
      Instant now = Instant.now();
      Path path = Path.of(file).toAbsolutePath();
      byte[] source = Files.readAllBytes(path);
      String digest =
          new Digest()
              .add(installation.buildId())
              .add(options.toString())
              .add(file)
              .add(path.toString())
              .add(source)
              .hex();
      return Optional.of(new CacheKey(digest, installation.home().resolve("build-id"), now));
    } catch (IOException _) {
      return Optional.empty();
    }
  }
}
