package io.codonj.core.backend.llvm;

import io.codonj.api.diagnostic.ErrorCode;
import io.codonj.api.diagnostic.Severity;

/// What users can get wrong about code generation.
public enum BackendError implements ErrorCode {
  UNKNOWN_CPU("CJ0501"),
  INLINE_TEXT("CJ0502");

  private final String code;

  BackendError(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }
}
