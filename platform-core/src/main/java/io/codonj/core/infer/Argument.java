package io.codonj.core.infer;

import io.codonj.api.ast.Expr;
import io.codonj.api.source.Span;
import io.codonj.core.typed.TypedExpr;
import org.jspecify.annotations.Nullable;

/// An argument of a call: syntax that is checked once the parameter is known, or a value that is already typed.
/// `keyword` is empty for positional arguments, `*` and `**` for a list or dict of unknown length.
record Argument(String keyword, @Nullable Expr expression, @Nullable TypedExpr typed, Span span) {
  static Argument of(TypedExpr value) {
    return new Argument("", null, value, value.span());
  }

  static Argument of(Expr value) {
    return new Argument("", value, null, value.span());
  }

  static Argument keyword(String name, Expr value) {
    return new Argument(name, value, null, value.span());
  }

  boolean isKeyword() {
    return !keyword.isEmpty() && !keyword.equals("*");
  }
}
