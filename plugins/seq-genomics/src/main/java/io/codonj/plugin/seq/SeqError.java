package io.codonj.plugin.seq;

import io.codonj.api.diagnostic.ErrorCode;
import io.codonj.api.diagnostic.Severity;

/// Problems of literals.
enum SeqError implements ErrorCode {
  NOT_A_BASE("SEQ001"),
  LENGTH_OF_KMER("SEQ002");

  private final String code;

  SeqError(String code) {
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
