package io.codonj.core.infer;

import io.codonj.api.ast.Expr;
import io.codonj.api.ast.Stmt;
import java.util.List;

/// Does a body return anything but None?
final class ReturnScan {
  private ReturnScan() {}

  static boolean returnsValue(List<Stmt> statements) {
    return statements.stream().anyMatch(ReturnScan::returnsValue);
  }

  private static boolean returnsValue(Stmt statement) {
    return switch (statement) {
      case Stmt.Return(_, var value) -> value != null && !(value instanceof Expr.NoneLiteral);
      case Stmt.If s -> returnsValue(s.body()) || returnsValue(s.orElse());
      case Stmt.While s -> returnsValue(s.body()) || returnsValue(s.orElse());
      case Stmt.For s -> returnsValue(s.body()) || returnsValue(s.orElse());
      case Stmt.With s -> returnsValue(s.body());
      case Stmt.Try s -> returnsValue(s.body()) || returnsValue(s.orElse()) || returnsValue(s.finalBody())
          || s.handlers().stream().anyMatch(h -> returnsValue(h.body()));
      case Stmt.Match s -> s.cases().stream().anyMatch(c -> returnsValue(c.body()));
      default -> false;
    };
  }
}
