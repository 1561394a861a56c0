package io.codonj.core.backend.link;

import io.codonj.api.diagnostic.ErrorCode;
import io.codonj.api.diagnostic.Severity;

/// What can go wrong while linking.
public enum LinkError implements ErrorCode {
  /// The linker refused, for a reason without a code of its own.
  LINKER_FAILED("CJ0601"),
  LIBRARY_NOT_FOUND("CJ0602"),
  SYSTEM_LIBRARY_NOT_FOUND("CJ0603"),
  UNDEFINED_SYMBOL("CJ0604"),
  OUTPUT_NOT_WRITABLE("CJ0605");

  private final String code;

  LinkError(String code) {
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
