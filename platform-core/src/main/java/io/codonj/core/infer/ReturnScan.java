package io.codonj.core.infer;

import io.codonj.api.ast.Expr;
import io.codonj.api.ast.Stmt;
import java.util.List;

/// What a body does with values: does it return any but None, does it keep what is sent to its yields?
final class ReturnScan {
  private ReturnScan() {}

  static boolean returnsValue(List<Stmt> statements) {
    return statements.stream().anyMatch(ReturnScan::returnsValue);
  }

  /// Does a generator assign the value of a `yield`?
  static boolean keepsSent(List<Stmt> statements) {
    return statements.stream().anyMatch(ReturnScan::keepsSent);
  }

  private static boolean keepsSent(Stmt statement) {
    return switch (statement) {
      case Stmt.Assign(_, _, var value) -> value instanceof Expr.Yield;
      case Stmt.If s -> keepsSent(s.body()) || keepsSent(s.orElse());
      case Stmt.While s -> keepsSent(s.body()) || keepsSent(s.orElse());
      case Stmt.For s -> keepsSent(s.body()) || keepsSent(s.orElse());
      case Stmt.With s -> keepsSent(s.body());
      case Stmt.Region s -> keepsSent(s.body());
      case Stmt.Try s -> keepsSent(s.body()) || keepsSent(s.orElse()) || keepsSent(s.finalBody());
      default -> false;
    };
  }

  private static boolean returnsValue(Stmt statement) {
    return switch (statement) {
      case Stmt.Return(_, var value) -> value != null && !(value instanceof Expr.NoneLiteral);
      case Stmt.If s -> returnsValue(s.body()) || returnsValue(s.orElse());
      case Stmt.While s -> returnsValue(s.body()) || returnsValue(s.orElse());
      case Stmt.For s -> returnsValue(s.body()) || returnsValue(s.orElse());
      case Stmt.With s -> returnsValue(s.body());
      case Stmt.Region s -> returnsValue(s.body());
      case Stmt.Try s -> returnsValue(s.body()) || returnsValue(s.orElse()) || returnsValue(s.finalBody())
          || s.handlers().stream().anyMatch(h -> returnsValue(h.body()));
      case Stmt.Match s -> s.cases().stream().anyMatch(c -> returnsValue(c.body()));
      default -> false;
    };
  }
}
