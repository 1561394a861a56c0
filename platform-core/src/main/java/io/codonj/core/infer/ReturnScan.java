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

  /// Does a method leave operations to the other operand by `return NotImplemented`?
  static boolean leavesOpen(List<Stmt> statements) {
    return statements.stream().anyMatch(s -> switch (s) {
      case Stmt.Return(_, var value) -> value instanceof Expr.Name(_, var name) && name.equals("NotImplemented")
          || value instanceof Expr.Conditional c && (c.whenFalse() instanceof Expr.Name(_, var other)
              && other.equals("NotImplemented") || c.whenTrue() instanceof Expr.Name(_, var name2) && name2.equals("NotImplemented"));
      case Stmt.If i -> leavesOpen(i.body()) || leavesOpen(i.orElse());
      case Stmt.Try t -> leavesOpen(t.body()) || leavesOpen(t.orElse())
          || t.handlers().stream().anyMatch(h -> leavesOpen(h.body()));
      case Stmt.For f -> leavesOpen(f.body());
      case Stmt.While w -> leavesOpen(w.body());
      case Stmt.With w -> leavesOpen(w.body());
      case Stmt.Match m -> m.cases().stream().anyMatch(c -> leavesOpen(c.body()));
      default -> false;
    });
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
