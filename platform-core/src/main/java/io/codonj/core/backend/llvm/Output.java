package io.codonj.core.backend.llvm;

/// What the back end hands over.
public enum Output {
  OBJECT,
  /// The LLVM module after optimization, as text.
  LLVM_TEXT,
  /// The LLVM module as emitted, before the runtime is linked in and anything is optimized.
  UNOPTIMIZED_LLVM_TEXT,
  ASSEMBLY_TEXT
}
