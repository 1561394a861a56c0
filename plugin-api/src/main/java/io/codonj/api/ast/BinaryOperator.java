package io.codonj.api.ast;

/// Binary operators with their spelling and the stem of their special methods (`add` for `__add__`).
public enum BinaryOperator {
  ADD("+", "add"),
  SUBTRACT("-", "sub"),
  MULTIPLY("*", "mul"),
  MATRIX_MULTIPLY("@", "matmul"),
  DIVIDE("/", "truediv"),
  FLOOR_DIVIDE("//", "floordiv"),
  MODULO("%", "mod"),
  POWER("**", "pow"),
  SHIFT_LEFT("<<", "lshift"),
  SHIFT_RIGHT(">>", "rshift"),
  AND("&", "and"),
  OR("|", "or"),
  XOR("^", "xor");

  private final String symbol;
  private final String stem;

  BinaryOperator(String symbol, String stem) {
    this.symbol = symbol;
    this.stem = stem;
  }

  public String symbol() {
    return symbol;
  }

  /// `__add__`
  public String method() {
    return "__" + stem + "__";
  }

  /// `__radd__`
  public String reflectedMethod() {
    return "__r" + stem + "__";
  }

  /// `__iadd__`
  public String inPlaceMethod() {
    return "__i" + stem + "__";
  }
}
