package io.codonj.core.syntax;

import io.codonj.api.diagnostic.Diagnostic;
import io.codonj.api.source.SourceFile;
import io.codonj.api.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Collects the problems of one file; a place is complained about once.
public final class SyntaxProblems {
  private final SourceFile file;
  private final List<Diagnostic> found = new ArrayList<>();

  public SyntaxProblems(SourceFile file) {
    this.file = file;
  }

  public SourceFile file() {
    return file;
  }

  public void report(SyntaxErrorCode code, int start, int end, String message) {
    report(Diagnostic.of(code, new Span(file, start, Math.max(start, end)), message));
  }

  public void report(SyntaxErrorCode code, Span span, String message) {
    report(Diagnostic.of(code, span, message));
  }

  public void report(Diagnostic problem) {
    for (Diagnostic earlier : found) {
      if (earlier.span().start() == problem.span().start()) {
        return;
      }
    }
    found.add(problem);
  }

  /// Adds problems found by later checks, except on lines that are wrong already.
  void addOnOtherLines(SyntaxProblems later) {
    if (later.isEmpty()) {
      return;
    }
    var lines = found.stream().map(problem -> problem.span().line()).toList();
    for (Diagnostic problem : later.found) {
      if (!lines.contains(problem.span().line())) {
        report(problem);
      }
    }
  }

  public boolean isEmpty() {
    return found.isEmpty();
  }

  public List<Diagnostic> inSourceOrder() {
    if (found.isEmpty()) {
      return List.of();
    }
    found.sort(Comparator.comparingInt(problem -> problem.span().start()));
    return List.copyOf(found);
  }
}
