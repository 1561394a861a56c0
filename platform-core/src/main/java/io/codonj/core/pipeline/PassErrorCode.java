package io.codonj.core.pipeline;

import io.codonj.api.diagnostic.ErrorCode;
import io.codonj.api.diagnostic.Severity;

/// Problems of putting passes together; each has a page in `docs/errors`.
public enum PassErrorCode implements ErrorCode {
  UNKNOWN_PASS("CJ0401"),
  CIRCULAR_ORDER("CJ0402");

  private final String code;

  PassErrorCode(String code) {
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
