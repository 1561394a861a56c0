package io.codonj.cli;

import io.codonj.cli.project.Project;
import io.codonj.cli.project.ProjectSearch;
import io.codonj.core.driver.CompileRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which program a command is about, and the project that it belongs to.
///
/// @param file as the compiler takes it
/// @param project the nearest `codonj.toml` above the program
/// @param ofProject the project named the program, not the command line
record ProgramChoice(String file, Optional<Project> project, boolean ofProject) {

  /// @param named a file, `-`, the directory of a project, or nothing for the project here
  static ProgramChoice of(@Nullable String named) {
    if (named == null || Files.isDirectory(Path.of(named))) {
      Path directory = Path.of(named == null ? "" : named);
      Project project =
          ProjectSearch.above(directory)
              .orElseThrow(() -> new UsageError(
                  named == null
                      ? "a file is missing, and there is no codonj.toml here or above"
                      : "'" + named + "' is a directory without codonj.toml"));
      Path program =
          project.program()
              .orElseThrow(() -> new UsageError(project.file() + " names neither 'main' nor 'library'"));
      return new ProgramChoice(program.toString(), Optional.of(project), true);
    }
    if (named.equals(CompileRequest.STANDARD_INPUT)) {
      return new ProgramChoice(named, Optional.empty(), false);
    }
    return new ProgramChoice(named, ProjectSearch.above(directoryOf(named)), false);
  }

  /// Where the search for a project starts.
  Path directory() {
    return directoryOf(file);
  }

  /// Is it a library that `build` makes a shared library of?
  boolean isLibrary() {
    return ofProject && project.flatMap(Project::library).isPresent();
  }

  private static Path directoryOf(String file) {
    return Path.of(file).toAbsolutePath().getParent();
  }
}
