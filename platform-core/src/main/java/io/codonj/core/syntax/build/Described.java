package io.codonj.core.syntax.build;

import io.codonj.api.ast.Expr;

/// What CPython calls a kind of expression when it complains about one.
final class Described {
  private Described() {}

  static String kindOf(Expr expression) {
    return switch (expression) {
      case Expr.Name _ -> "name";
      case Expr.Attribute _ -> "attribute";
      case Expr.Subscript _ -> "subscript";
      case Expr.Starred _ -> "starred";
      case Expr.Display display -> switch (display.kind()) {
        case LIST -> "list";
        case TUPLE -> "tuple";
        case SET -> "set display";
      };
      case Expr.DictDisplay _ -> "dict literal";
      case Expr.Comprehension comprehension -> switch (comprehension.kind()) {
        case LIST -> "list comprehension";
        case SET -> "set comprehension";
        case DICT -> "dict comprehension";
        case GENERATOR -> "generator expression";
      };
      case Expr.Call _ -> "function call";
      case Expr.Lambda _ -> "lambda";
      case Expr.Conditional _ -> "conditional expression";
      case Expr.Comparison _ -> "comparison";
      case Expr.Yield _, Expr.YieldFrom _ -> "yield expression";
      case Expr.Await _ -> "await expression";
      case Expr.Walrus _ -> "named expression";
      case Expr.FString _ -> "f-string expression";
      case Expr.NoneLiteral _ -> "None";
      case Expr.BoolLiteral literal -> literal.value() ? "True" : "False";
      case Expr.EllipsisLiteral _ -> "ellipsis";
      case Expr.IntLiteral _, Expr.FloatLiteral _, Expr.StringLiteral _, Expr.BytesLiteral _,
          Expr.PrefixedLiteral _ -> "literal";
      case Expr.Unary _, Expr.Binary _, Expr.Logical _, Expr.Pipe _, Expr.KeywordExpr _, Expr.Slice _ -> "expression";
    };
  }
}
