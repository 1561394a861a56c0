package org.example.demo;

import io.codonj.api.diagnostic.ErrorCode;
import io.codonj.api.diagnostic.Severity;
import io.codonj.api.plugin.DiagnosticCatalog;
import java.util.List;

/// The plugin's error codes.
final class DemoCatalog implements DiagnosticCatalog {
  static final ErrorCode NOT_HEXADECIMAL = new ErrorCode() {
    @Override
    public String code() {
      return "DEMO1";
    }

    @Override
    public Severity severity() {
      return Severity.ERROR;
    }
  };

  @Override
  public List<ErrorCode> codes() {
    return List.of(NOT_HEXADECIMAL);
  }
}
