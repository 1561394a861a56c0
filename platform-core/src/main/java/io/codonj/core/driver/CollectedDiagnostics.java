package io.codonj.core.driver;

import io.codonj.api.diagnostic.Diagnostic;
import io.codonj.api.diagnostic.DiagnosticSink;
import io.codonj.api.diagnostic.Severity;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;

/// Gathers what the hops report; the same problem seen twice (in two instances of a function) is kept once.
final class CollectedDiagnostics implements DiagnosticSink {
  private static final Comparator<Diagnostic> BY_FILE_AND_PLACE =
      Comparator.<Diagnostic, String>comparing(each -> each.span().file().path())
          .thenComparingInt(each -> each.span().start());

  private final LinkedHashSet<Diagnostic> diagnostics = new LinkedHashSet<>();

  @Override
  public void report(Diagnostic diagnostic) {
    diagnostics.add(diagnostic);
  }

  boolean hasErrors() {
    return diagnostics.stream().anyMatch(each -> each.severity() == Severity.ERROR);
  }

  List<Diagnostic> inSourceOrder() {
    return diagnostics.stream().sorted(BY_FILE_AND_PLACE).toList();
  }
}
