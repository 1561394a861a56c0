package io.codonj.core.infer;

import io.codonj.api.ast.Expr;
import io.codonj.api.ast.Stmt;
import java.util.List;

/// What a body returns, as far as its text tells.
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

  /// May a body end without a value: at its end, or by a `return` of nothing?
  static boolean mayReturnNothing(List<Stmt> statements) {
    return !ends(statements) || statements.stream().anyMatch(ReturnScan::returnsNothing);
  }

  /// Is the end of the statements surely not reached?
  private static boolean ends(List<Stmt> statements) {
    return !statements.isEmpty() && switch (statements.getLast()) {
      case Stmt.Return _, Stmt.Raise _ -> true;
      case Stmt.If s -> ends(s.body()) && ends(s.orElse());
      case Stmt.While s -> s.condition() instanceof Expr.BoolLiteral(_, var truth) && truth && !breaks(s.body());
      case Stmt.With s -> ends(s.body());
      case Stmt.Try s -> ends(s.finalBody())
          || (ends(s.body()) || ends(s.orElse())) && s.handlers().stream().allMatch(h -> ends(h.body()));
      default -> false;
    };
  }

  private static boolean breaks(List<Stmt> statements) {
    return statements.stream().anyMatch(statement -> switch (statement) {
      case Stmt.Break _ -> true;
      case Stmt.If s -> breaks(s.body()) || breaks(s.orElse());
      case Stmt.With s -> breaks(s.body());
      case Stmt.Region s -> breaks(s.body());
      case Stmt.Try s -> breaks(s.body()) || breaks(s.orElse()) || breaks(s.finalBody())
          || s.handlers().stream().anyMatch(h -> breaks(h.body()));
      case Stmt.Match s -> s.cases().stream().anyMatch(c -> breaks(c.body()));
      default -> false;
    });
  }

  private static boolean returnsNothing(Stmt statement) {
    return switch (statement) {
      case Stmt.Return(_, var value) -> value == null || value instanceof Expr.NoneLiteral;
      case Stmt.If s -> returnsNothing(s.body()) || returnsNothing(s.orElse());
      case Stmt.While s -> returnsNothing(s.body()) || returnsNothing(s.orElse());
      case Stmt.For s -> returnsNothing(s.body()) || returnsNothing(s.orElse());
      case Stmt.With s -> returnsNothing(s.body());
      case Stmt.Region s -> returnsNothing(s.body());
      case Stmt.Try s -> returnsNothing(s.body()) || returnsNothing(s.orElse()) || returnsNothing(s.finalBody())
          || s.handlers().stream().anyMatch(h -> returnsNothing(h.body()));
      case Stmt.Match s -> s.cases().stream().anyMatch(c -> returnsNothing(c.body()));
      default -> false;
    };
  }

  private static boolean returnsNothing(List<Stmt> statements) {
    return statements.stream().anyMatch(ReturnScan::returnsNothing);
  }

  /// Does an `__init__` begin or end by calling that of its base, so that whatever was noted before is overwritten?
  static boolean handsArgumentsOn(List<Stmt> statements) {
    return statements.stream().anyMatch(s -> s instanceof Stmt.Expression(_, Expr.Call(_, Expr.Attribute(_, _, var name), _))
        && name.equals("__init__"));
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
