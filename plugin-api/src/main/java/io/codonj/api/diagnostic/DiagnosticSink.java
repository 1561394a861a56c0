package io.codonj.api.diagnostic;

/// Where phases put their diagnostics while they go on working.
public interface DiagnosticSink {
  void report(Diagnostic diagnostic);
}
