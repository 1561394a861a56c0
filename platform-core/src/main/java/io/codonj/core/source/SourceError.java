package io.codonj.core.source;

import io.codonj.api.diagnostic.ErrorCode;
import io.codonj.api.diagnostic.Severity;

/// What can go wrong before there is any text.
public enum SourceError implements ErrorCode {
  FILE_NOT_FOUND("CJ0001"),
  FILE_NOT_READABLE("CJ0002"),
  UNKNOWN_ENCODING("CJ0003"),
  UNDECODABLE_TEXT("CJ0004");

  private final String code;

  SourceError(String code) {
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
