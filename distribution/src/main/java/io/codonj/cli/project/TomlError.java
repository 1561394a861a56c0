package io.codonj.cli.project;

/// What is wrong with a TOML file, and where.
public final class TomlError extends RuntimeException {
  private static final long serialVersionUID = 1;

  TomlError(int line, String message) {
    super("line " + line + ": " + message);
  }
}
