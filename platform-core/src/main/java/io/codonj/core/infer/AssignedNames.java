package io.codonj.core.infer;

import io.codonj.api.ast.Expr;
import io.codonj.api.ast.Stmt;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Finds what statements assign without regard to scopes: names declared `global`, attributes of objects, and the
/// attributes of `self` that make up a class.
final class AssignedNames {
  private AssignedNames() {}

  /// Names that some function declares `global`.
  static void globals(Stmt statement, Set<String> into) {
    walk(statement, s -> {
      if (s instanceof Stmt.Global global) {
        into.addAll(global.names());
      }
    });
  }

  /// Attributes assigned on anything but `cls` or a capitalised name (a class).
  static void attributes(Stmt statement, Set<String> into) {
    walk(statement, s -> targets(s, target -> {
      if (target instanceof Expr.Attribute(_, var object, var name)
          && !(object instanceof Expr.Name(_, var base)
              && (base.equals("cls") || Character.isUpperCase(base.codePointAt(0))))) {
        into.add(name);
      }
    }));
  }

  /// `self.name = …` in a method, in order, with the annotation of `self.name: T = …` (null otherwise).
  static void selfAttributes(Stmt.FunctionDef method, String self, Map<String, @Nullable Expr> into) {
    for (Stmt statement : method.body()) {
      walk(statement, s -> {
        if (s instanceof Stmt.AnnotatedAssign(_, Expr.Attribute(_, Expr.Name(_, var base), var name), var annotation, _)
            && base.equals(self)) {
          into.put(name, annotation);
          return;
        }
        targets(s, target -> {
          if (target instanceof Expr.Attribute(_, Expr.Name(_, var base), var name) && base.equals(self)) {
            into.putIfAbsent(name, null);
          }
        });
      });
    }
  }

  /// Names that a statement binds, in order.
  static void names(Stmt statement, Set<String> into) {
    walk(statement, s -> targets(s, target -> targetNames(target, into)));
  }

  static void targetNames(Expr target, Set<String> into) {
    target(target, t -> {
      if (t instanceof Expr.Name(_, var name)) {
        into.add(name);
      }
    });
  }

  private static void targets(Stmt statement, Consumer<Expr> action) {
    switch (statement) {
      case Stmt.Assign s -> s.targets().forEach(t -> target(t, action));
      case Stmt.AugmentedAssign s -> target(s.target(), action);
      case Stmt.AnnotatedAssign s -> target(s.target(), action);
      case Stmt.For s -> target(s.target(), action);
      case Stmt.With s -> s.items().forEach(i -> {
        if (i.target() != null) {
          target(i.target(), action);
        }
      });
      default -> {}
    }
  }

  private static void target(Expr target, Consumer<Expr> action) {
    switch (target) {
      case Expr.Display display -> display.elements().forEach(e -> target(e, action));
      case Expr.Starred starred -> target(starred.value(), action);
      default -> action.accept(target);
    }
  }

  private static void walk(Stmt statement, Consumer<Stmt> action) {
    action.accept(statement);
    switch (statement) {
      case Stmt.If s -> {
        walk(s.body(), action);
        walk(s.orElse(), action);
      }
      case Stmt.While s -> {
        walk(s.body(), action);
        walk(s.orElse(), action);
      }
      case Stmt.For s -> {
        walk(s.body(), action);
        walk(s.orElse(), action);
      }
      case Stmt.Try s -> {
        walk(s.body(), action);
        s.handlers().forEach(h -> walk(h.body(), action));
        walk(s.orElse(), action);
        walk(s.finalBody(), action);
      }
      case Stmt.With s -> walk(s.body(), action);
      case Stmt.Region s -> walk(s.body(), action);
      case Stmt.Match s -> s.cases().forEach(c -> walk(c.body(), action));
      case Stmt.FunctionDef s -> walk(s.body(), action);
      case Stmt.ClassDef s -> walk(s.body(), action);
      default -> {}
    }
  }

  private static void walk(List<Stmt> body, Consumer<Stmt> action) {
    body.forEach(s -> walk(s, action));
  }
}
