package io.codonj.core.infer;

import io.codonj.api.ast.Expr;
import io.codonj.api.ast.Stmt;
import java.util.List;

/// After an error, names that the failed statement would have bound count as bound, so that one mistake gives one
/// message.
final class Recovery {
  private Recovery() {}

  static void afterError(Body body, Stmt statement) {
    switch (statement) {
      case Stmt.Assign s -> s.targets().forEach(t -> bind(body, t));
      case Stmt.AnnotatedAssign s -> bind(body, s.target());
      case Stmt.AugmentedAssign s -> bind(body, s.target());
      case Stmt.For s -> bind(body, s.target());
      case Stmt.With s -> s.items().forEach(i -> {
        if (i.target() != null) {
          bind(body, i.target());
        }
      });
      case Stmt.Return _, Stmt.Raise _, Stmt.Break _, Stmt.Continue _ -> body.flow.reachable = false;
      default -> {}
    }
  }

  private static void bind(Body body, Expr target) {
    switch (target) {
      case Expr.Name(_, var name) -> {
        if (!body.flow.names.containsKey(name) && !body.variables.isShared(name)) {
          Version version = body.variables.declare(name, target, body.types.fresh());
          body.flow.names.put(name, version);
          body.flow.assigned.add(version);
        }
      }
      case Expr.Display(_, _, var elements) -> elements.forEach(e -> bind(body, e));
      case Expr.Starred(_, var value) -> bind(body, value);
      default -> {}
    }
  }

  static boolean none(List<Stmt> statements) {
    return statements.isEmpty();
  }
}
