package io.codonj.cli.project;

import io.codonj.core.source.InputRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Finds the project that a program belongs to: the nearest `codonj.toml` in its directory or above.
public final class ProjectSearch {
  private ProjectSearch() {}

  public static Optional<Project> above(Path directory) {
    for (Path at = directory.toAbsolutePath().normalize(); at != null; at = at.getParent()) {
      Path file = at.resolve(Project.FILE_NAME);
      if (Files.isRegularFile(file)) {
        return Optional.of(Project.read(file));
      }
    }
    return Optional.empty();
  }

  /// Notes what the search saw: a cached build is good as long as the same project, or none, is found.
  public static void note(Path directory, InputRecord inputs) throws IOException {
    for (Path at = directory.toAbsolutePath().normalize(); at != null; at = at.getParent()) {
      Path file = at.resolve(Project.FILE_NAME);
      if (Files.isRegularFile(file)) {
        inputs.read(file, Files.readAllBytes(file));
        Path lock = at.resolve(PluginLock.FILE_NAME);
        if (Files.exists(lock)) {
          inputs.read(lock, Files.readAllBytes(lock));
        } else {
          inputs.absent(lock);
        }
        return;
      }
      inputs.absent(file);
    }
  }
}
