package io.codonj.core.backend.llvm;

/// How much work LLVM puts into the code.
public enum Optimization {
  /// As written, for debuggers.
  NONE("default<O0>"),
  /// Everything that pays off at run time.
  FULL("default<O3>");

  private final String pipeline;

  Optimization(String pipeline) {
    this.pipeline = pipeline;
  }

  /// The pass pipeline in LLVM's notation.
  String pipeline() {
    return pipeline;
  }
}
