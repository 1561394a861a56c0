package io.codonj.api.diagnostic;

/// How grave a diagnostic is; only errors stop a compilation.
public enum Severity {
  ERROR,
  WARNING,
  NOTE
}
