package io.codonj.core.plugin;

import io.codonj.api.diagnostic.ErrorCode;
import io.codonj.api.diagnostic.Severity;

/// Problems with plugins; each has a page in `docs/errors`.
public enum PluginErrorCode implements ErrorCode {
  NOT_INSTALLED("CJ0701"),
  UNUSABLE("CJ0702"),
  FAILED("CJ0703"),
  CONFLICT("CJ0704"),
  SUFFIX_WITHOUT_PLUGIN("CJ0705"),
  INVALID_IR("CJ0706"),
  KEYWORD_FORM("CJ0707"),
  PASS_TAKES_TOO_LONG("CJ0708");

  private final String code;

  PluginErrorCode(String code) {
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
