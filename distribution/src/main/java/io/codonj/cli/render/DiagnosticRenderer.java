package io.codonj.cli.render;

import io.codonj.api.diagnostic.Diagnostic;
import java.util.List;

/// One way of printing the diagnostics of a compilation.
public sealed interface DiagnosticRenderer permits TextRenderer, JsonRenderer, SarifRenderer {
  /// The whole text for `diagnostics`, ready to be printed; empty when there is nothing to say.
  String render(List<Diagnostic> diagnostics);
}
