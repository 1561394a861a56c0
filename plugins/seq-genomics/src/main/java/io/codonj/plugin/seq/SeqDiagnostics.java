package io.codonj.plugin.seq;

import io.codonj.api.plugin.DiagnosticCatalog;
import java.util.List;

/// The plugin's error codes with their pages.
final class SeqDiagnostics implements DiagnosticCatalog {
  @Override
  public List<SeqError> codes() {
    return List.of(SeqError.values());
  }
}
