package io.codonj.core.backend.link;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Finds libraries where Linux distributions keep them.
///
/// A library without its development files, say only `libz.so.1`, is good enough to link with.
final class LibrarySearch {
  private static final List<String> USUAL =
      List.of("/lib/x86_64-linux-gnu", "/usr/lib/x86_64-linux-gnu", "/lib64", "/usr/lib64", "/lib", "/usr/lib", "/usr/local/lib");

  private final List<Path> directories;

  LibrarySearch(List<Path> first) {
    directories = new ArrayList<>(first);
    USUAL.forEach(each -> directories.add(Path.of(each)));
  }

  /// A file by its exact name, such as `libc.so.6`.
  Optional<Path> file(String name) {
    return directories.stream().map(each -> each.resolve(name)).filter(Files::exists).findFirst();
  }

  /// The library that `-l` means by `name`.
  Optional<Path> library(String name) {
    if (name.contains("/") || name.contains(".so") || name.endsWith(".a")) {
      return name.contains("/") ? Optional.of(Path.of(name)).filter(Files::exists) : file(name);
    }
    return file("lib" + name + ".so").or(() -> file("lib" + name + ".a")).or(() -> versioned("lib" + name + ".so."));
  }

  private Optional<Path> versioned(String prefix) {
    return directories.stream().flatMap(each -> startingWith(each, prefix).stream()).findFirst();
  }

  private static Optional<Path> startingWith(Path directory, String prefix) {
    if (!Files.isDirectory(directory)) {
      return Optional.empty();
    }
    try (var files = Files.list(directory)) {
      return files
          .filter(each -> each.getFileName().toString().startsWith(prefix))
          .min(Comparator.comparingInt((Path each) -> each.toString().length()).thenComparing(Comparator.naturalOrder()));
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }
}
