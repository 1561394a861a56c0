package io.codonj.core.source;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Finds the file of a user's module along the search path, as CPython's path finder does: in each directory a package
/// comes before a module, and directories without `__init__` are packages only when nothing else has the name.
final class UserModules {
  private static final List<String> SUFFIXES = List.of(".codon", ".py");

  /// Where a module was found. A package without `__init__` has no file.
  record Found(Path path, boolean isPackage, boolean hasFile) {}

  private final List<Path> searchPath;
  private final InputRecord inputs;

  UserModules(List<Path> searchPath, InputRecord inputs) {
    this.searchPath = List.copyOf(searchPath);
    this.inputs = inputs;
  }

  Optional<Found> locate(String dottedName) {
    String relative = dottedName.replace('.', '/');
    for (Path directory : searchPath) {
      Optional<Found> found = locate(directory, relative);
      if (found.isPresent()) {
        return found;
      }
    }
    return searchPath.stream()
        .map(directory -> directory.resolve(relative))
        .filter(Files::isDirectory)
        .findFirst()
        .map(directory -> new Found(directory, true, false));
  }

  private Optional<Found> locate(Path directory, String relative) {
    for (String suffix : SUFFIXES) {
      Path file = directory.resolve(relative + "/__init__" + suffix);
      if (exists(file)) {
        return Optional.of(new Found(file, true, true));
      }
    }
    for (String suffix : SUFFIXES) {
      Path file = directory.resolve(relative + suffix);
      if (exists(file)) {
        return Optional.of(new Found(file, false, true));
      }
    }
    return Optional.empty();
  }

  private boolean exists(Path file) {
    boolean exists = Files.isRegularFile(file);
    if (!exists) {
      inputs.absent(file);
    }
    return exists;
  }
}
