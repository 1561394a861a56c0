package io.codonj.core.backend.llvm;

/// What the program knows about its source at run time.
public enum DebugLevel {
  /// Functions, inlined calls and lines: what tracebacks need.
  LINES,
  /// Parameters and local variables with their types as well, for debuggers.
  VARIABLES
}
