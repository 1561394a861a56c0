package io.codonj.core.backend.llvm;

/// How loops and straight-line code become vector code.
///
/// @param loops vectorize loops
/// @param straightLine vectorize groups of like operations
/// @param preferredBits width to prefer, 0 for the processor's own preference
public record VectorOptions(boolean loops, boolean straightLine, int preferredBits) {
  public static final VectorOptions DEFAULT = new VectorOptions(true, true, 0);
}
