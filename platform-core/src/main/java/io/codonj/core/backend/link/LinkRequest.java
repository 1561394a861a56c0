package io.codonj.core.backend.link;

import java.nio.file.Path;
import java.util.List;

/// One run of the linker.
///
/// @param linker the `ld.lld` of the installation
/// @param runtime directory with `start.o`, `runtime.o` and the static libraries that it needs
/// @param parts objects and archives of the native libraries that the program uses
/// @param libraries names given with `-l`
/// @param libraryPath directories that are searched for them before the usual ones
/// @param flags arguments that the linker gets as they are
/// @param output the file to write
public record LinkRequest(
    Path linker,
    Path runtime,
    Kind kind,
    List<Path> parts,
    List<String> libraries,
    List<Path> libraryPath,
    List<String> flags,
    Path output) {

  /// What is made of the object code.
  public enum Kind {
    EXECUTABLE,
    SHARED_LIBRARY,
    /// To be linked again, by the linker of a C program.
    OBJECT
  }

  public LinkRequest {
    parts = List.copyOf(parts);
    libraries = List.copyOf(libraries);
    libraryPath = List.copyOf(libraryPath);
    flags = List.copyOf(flags);
  }

  public static LinkRequest executable(Path linker, Path runtime, Path output) {
    return new LinkRequest(linker, runtime, Kind.EXECUTABLE, List.of(), List.of(), List.of(), List.of(), output);
  }
}
