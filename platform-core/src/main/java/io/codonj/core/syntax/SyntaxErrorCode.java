package io.codonj.core.syntax;

import io.codonj.api.diagnostic.ErrorCode;
import io.codonj.api.diagnostic.Severity;

/// Codes of all problems that can be seen in the text of one file alone.
public enum SyntaxErrorCode implements ErrorCode {
  INVALID_SYNTAX("CJ0101"),
  INVALID_CHARACTER("CJ0102"),
  UNTERMINATED_STRING("CJ0103"),
  UNBALANCED_BRACKET("CJ0104"),
  BAD_INDENTATION("CJ0105"),
  MISSING_BLOCK("CJ0106"),
  MISSING_COLON("CJ0107"),
  INVALID_NUMBER("CJ0108"),
  INVALID_STRING("CJ0109"),
  INVALID_FSTRING("CJ0110"),
  INVALID_TARGET("CJ0111"),
  INVALID_PARAMETERS("CJ0112"),
  INVALID_ARGUMENTS("CJ0113"),
  INVALID_PATTERN("CJ0114"),
  INVALID_IMPORT("CJ0115"),
  DUPLICATE_NAME("CJ0116"),
  OUTSIDE_LOOP("CJ0117"),
  OUTSIDE_FUNCTION("CJ0118"),
  INVALID_SCOPE("CJ0119"),
  NESTED_TOO_DEEPLY("CJ0120"),
  UNKNOWN_ENCODING("CJ0121");

  private final String code;

  SyntaxErrorCode(String code) {
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
