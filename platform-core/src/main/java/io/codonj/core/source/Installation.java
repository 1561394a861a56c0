package io.codonj.core.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/// Where the compiler's own files lie: native libraries, C runtime and standard library.
///
/// ```
/// home/lib/native/    libLLVM and its companions, ld.lld
/// home/lib/runtime/   runtime.o, inline.bc, start.o, static libraries
/// home/lib/runtime/parts/NAME/   objects and archives of native libraries that modules use
/// home/plugins/       a folder for each plugin that came with the installation
/// home/stdlib/        builtins/*.codon, math.codon, ... each with its .ast beside it
/// ```
public record Installation(Path home) {
  private static final String HOME_PROPERTY = "codonj.home";

  /// The installation that the launcher named.
  public static Optional<Installation> ofThisProcess() {
    String home = System.getProperty(HOME_PROPERTY);
    return home == null ? Optional.empty() : Optional.of(new Installation(Path.of(home).toAbsolutePath().normalize()));
  }

  public Path nativeLibraries() {
    return home.resolve("lib/native");
  }

  public Path linker() {
    return nativeLibraries().resolve("ld.lld");
  }

  public Path runtime() {
    return home.resolve("lib/runtime");
  }

  /// Directories of native libraries, each with its objects and archives.
  public Path nativeParts() {
    return runtime().resolve("parts");
  }

  public Path library() {
    return home.resolve("stdlib");
  }

  public Path plugins() {
    return home.resolve("plugins");
  }

  /// Names this build of the compiler; part of the key of every cached program.
  public String buildId() {
    try {
      return Files.readString(home.resolve("build-id")).strip();
    } catch (NoSuchFileException _) {
      return "unreleased";
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  /// The parts that are missing, for a message about a damaged installation.
  public Optional<Path> missingPart() {
    for (Path part : new Path[] {linker(), runtime(), library()}) {
      if (!Files.exists(part)) {
        return Optional.of(part);
      }
    }
    return Optional.empty();
  }
}
