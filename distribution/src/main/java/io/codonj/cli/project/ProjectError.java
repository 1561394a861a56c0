package io.codonj.cli.project;

import java.nio.file.Path;

/// What is wrong with a project's file. Ends the process with status 2 and the message.
public final class ProjectError extends RuntimeException {
  private static final long serialVersionUID = 1;

  public ProjectError(Path file, String message) {
    super(file + ": " + message, null, false, false);
  }
}
