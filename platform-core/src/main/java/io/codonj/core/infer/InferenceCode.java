package io.codonj.core.infer;

import io.codonj.api.diagnostic.ErrorCode;
import io.codonj.api.diagnostic.Severity;

/// Codes of names (CJ02xx) and types (CJ03xx).
public enum InferenceCode implements ErrorCode {
  UNDEFINED_NAME("CJ0201"),
  MODULE_NOT_FOUND("CJ0202"),
  IMPORT_NAME("CJ0203"),
  UNBOUND_VARIABLE("CJ0204"),
  TYPE_MISMATCH("CJ0301"),
  NO_ATTRIBUTE("CJ0302"),
  UNSUPPORTED_OPERANDS("CJ0303"),
  ARGUMENT_COUNT("CJ0304"),
  ARGUMENT_TYPE("CJ0305"),
  UNKNOWN_KEYWORD("CJ0306"),
  NOT_CALLABLE("CJ0307"),
  NOT_SUBSCRIPTABLE("CJ0308"),
  NOT_ITERABLE("CJ0309"),
  CANNOT_ASSIGN("CJ0310"),
  UNPACK_COUNT("CJ0311"),
  TUPLE_INDEX("CJ0312"),
  MISSING_RETURN("CJ0313"),
  ABSTRACT_CLASS("CJ0314"),
  CANNOT_INFER("CJ0315"),
  MIXED_TYPES("CJ0316"),
  PATTERN("CJ0317"),
  DYNAMIC_FEATURE("CJ0318"),
  INVALID_ANNOTATION("CJ0319"),
  NOT_SUPPORTED_YET("CJ0320"),
  INVALID_CLASS("CJ0321"),
  INTEGER_RANGE("CJ0322"),
  INVALID_EXCEPTION("CJ0323"),
  COMPILE_ERROR("CJ0324"),
  REBOUND_GLOBAL("CJ0325"),
  REVEALED_TYPE("CJ0390");

  private final String code;

  InferenceCode(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public Severity severity() {
    return this == REVEALED_TYPE ? Severity.NOTE : Severity.ERROR;
  }
}
