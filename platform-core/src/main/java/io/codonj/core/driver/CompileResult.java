package io.codonj.core.driver;

import io.codonj.api.diagnostic.Diagnostic;
import io.codonj.api.diagnostic.Severity;
import io.codonj.core.source.InputRecord;
import java.util.List;
import java.util.Optional;

/// What became of a request.
///
/// @param text the product, if it is text and was made
public record CompileResult(
    boolean succeeded, Optional<String> text, List<Diagnostic> diagnostics, HopTimes times, InputRecord inputs) {
  public CompileResult {
    diagnostics = List.copyOf(diagnostics);
  }

  public boolean hasErrors() {
    return diagnostics.stream().anyMatch(each -> each.severity() == Severity.ERROR);
  }
}
