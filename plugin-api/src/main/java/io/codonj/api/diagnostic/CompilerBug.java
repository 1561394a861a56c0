package io.codonj.api.diagnostic;

import io.codonj.api.source.Span;

/// Something that no input may cause: the compiler itself is wrong. Problems of the input are [Diagnostic]s.
public final class CompilerBug extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Span span;

  public CompilerBug(String message) {
    this(message, Span.NONE);
  }

  /// @param span the source that was being compiled
  public CompilerBug(String message, Span span) {
    super(span.exists() ? span + ": " + message : message);
    this.span = span;
  }

  public CompilerBug(String message, Throwable cause) {
    super(message, cause);
    this.span = Span.NONE;
  }

  public Span span() {
    return span;
  }
}
