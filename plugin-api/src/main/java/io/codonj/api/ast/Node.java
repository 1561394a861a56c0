package io.codonj.api.ast;

import io.codonj.api.source.Span;

/// Anything in the syntax tree.
public sealed interface Node permits Module, Stmt, Expr, Pattern {
  Origin at();

  default Span span() {
    return at().span();
  }

  default int id() {
    return at().id();
  }
}
