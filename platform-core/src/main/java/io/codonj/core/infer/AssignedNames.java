package io.codonj.core.infer;

import io.codonj.api.ast.Expr;
import io.codonj.api.ast.Stmt;
import java.util.ArrayList;
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

  /// Attributes assigned anywhere in a statement.
  static void attributes(Stmt statement, Set<String> into) {
    walk(statement, s -> attributeTargets(s, target -> into.add(target.name())));
  }

  /// The attributes that a statement itself assigns.
  static void attributeTargets(Stmt statement, Consumer<Expr.Attribute> action) {
    targets(statement, target -> {
      if (target instanceof Expr.Attribute attribute) {
        action.accept(attribute);
      }
    });
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
    blocks(statement).forEach(block -> block.forEach(s -> walk(s, action)));
  }

  /// The statements inside of a statement.
  static List<List<Stmt>> blocks(Stmt statement) {
    return switch (statement) {
      case Stmt.If s -> List.of(s.body(), s.orElse());
      case Stmt.While s -> List.of(s.body(), s.orElse());
      case Stmt.For s -> List.of(s.body(), s.orElse());
      case Stmt.Try s -> {
        var all = new ArrayList<List<Stmt>>();
        all.add(s.body());
        s.handlers().forEach(h -> all.add(h.body()));
        all.add(s.orElse());
        all.add(s.finalBody());
        yield all;
      }
      case Stmt.With s -> List.of(s.body());
      case Stmt.Region s -> List.of(s.body());
      case Stmt.Match s -> s.cases().stream().map(Stmt.Case::body).toList();
      case Stmt.FunctionDef s -> List.of(s.body());
      case Stmt.ClassDef s -> List.of(s.body());
      default -> List.of();
    };
  }
}
