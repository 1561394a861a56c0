package io.codonj.api.ast;

/// Comparison operators; identity and membership have no reflected method.
public enum ComparisonOperator {
  LESS("<", "__lt__", "__gt__"),
  LESS_EQUAL("<=", "__le__", "__ge__"),
  GREATER(">", "__gt__", "__lt__"),
  GREATER_EQUAL(">=", "__ge__", "__le__"),
  EQUAL("==", "__eq__", "__eq__"),
  NOT_EQUAL("!=", "__ne__", "__ne__"),
  IS("is", "", ""),
  IS_NOT("is not", "", ""),
  IN("in", "__contains__", ""),
  NOT_IN("not in", "__contains__", "");

  private final String symbol;
  private final String method;
  private final String reflectedMethod;

  ComparisonOperator(String symbol, String method, String reflectedMethod) {
    this.symbol = symbol;
    this.method = method;
    this.reflectedMethod = reflectedMethod;
  }

  public String symbol() {
    return symbol;
  }

  public String method() {
    return method;
  }

  public String reflectedMethod() {
    return reflectedMethod;
  }
}
