package io.codonj.core.backend.llvm;

import io.codonj.api.diagnostic.Diagnostic;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// What the back end made of a module.
///
/// @param output object code or UTF-8 text, as asked for; empty when there are errors among the diagnostics
public record BackendResult(Optional<byte[]> output, List<Diagnostic> diagnostics, List<StepTime> times) {
  /// The wall-clock time of one step.
  public record StepTime(String step, long nanoseconds) {}

  public BackendResult {
    diagnostics = List.copyOf(diagnostics);
    times = List.copyOf(times);
  }

  /// The output as text.
  public String text() {
    return output.map(bytes -> new String(bytes, StandardCharsets.UTF_8)).orElse("");
  }
}
