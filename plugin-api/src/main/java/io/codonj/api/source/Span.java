package io.codonj.api.source;

/// A half-open range of UTF-16 offsets in one source file.
public record Span(SourceFile file, int start, int end) {
  private static final SourceFile NOWHERE = new SourceFile("<none>", "");

  /// The span of things that have no place in any source, such as IR read from text.
  public static final Span NONE = new Span(NOWHERE, 0, 0);

  public int line() {
    return file.line(start);
  }

  public int column() {
    return file.column(start);
  }

  public boolean exists() {
    return file != NOWHERE;
  }

  /// The smallest span that covers this one and `other`, which lies in the same file.
  public Span to(Span other) {
    return new Span(file, Math.min(start, other.start), Math.max(end, other.end));
  }

  @Override
  public String toString() {
    return file.path() + ":" + line() + ":" + column();
  }
}
