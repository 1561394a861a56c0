package io.codonj.core.infer;

import io.codonj.api.diagnostic.Diagnostic;
import io.codonj.api.source.Span;

/// Carries a diagnostic out of the expression in which it was found to the statement that recovers from it.
final class CheckError extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final transient Diagnostic diagnostic;
  private boolean isUncertain;

  CheckError(Diagnostic diagnostic) {
    super(diagnostic.message(), null, false, false);
    this.diagnostic = diagnostic;
  }

  static CheckError at(Span span, InferenceCode code, String message) {
    return new CheckError(Diagnostic.of(code, span, message));
  }

  /// The library does not accept what CPython might.
  CheckError uncertain() {
    isUncertain = true;
    return this;
  }

  boolean isUncertain() {
    return isUncertain;
  }

  Diagnostic diagnostic() {
    return diagnostic;
  }
}
