package io.codonj.core.driver;

/// What a compilation is to produce; the hops behind it are not run.
public enum Product {
  TOKENS,
  AST,
  TYPES,
  /// Nothing but diagnostics.
  CHECKED,
  IR,
  LLVM,
  ASSEMBLY,
  OBJECT,
  /// Object code that a C program can be linked with: the runtime is in it.
  LINKABLE_OBJECT,
  SHARED_LIBRARY,
  EXECUTABLE;

  /// Is the product text that can be shown on a terminal?
  public boolean isText() {
    return switch (this) {
      case TOKENS, AST, TYPES, IR, LLVM, ASSEMBLY -> true;
      case CHECKED, OBJECT, LINKABLE_OBJECT, SHARED_LIBRARY, EXECUTABLE -> false;
    };
  }
}
