package io.codonj.api.ast;

/// Unary operators; `not` has no special method of its own and goes through truth testing.
public enum UnaryOperator {
  NEGATE("-", "__neg__"),
  PLUS("+", "__pos__"),
  INVERT("~", "__invert__"),
  NOT("not ", "");

  private final String symbol;
  private final String method;

  UnaryOperator(String symbol, String method) {
    this.symbol = symbol;
    this.method = method;
  }

  public String symbol() {
    return symbol;
  }

  public String method() {
    return method;
  }
}
