package io.codonj.core.infer;

import io.codonj.api.ast.Expr;
import io.codonj.api.ast.Stmt;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Where a module assigns attributes: on objects of a class, on the class itself, or on objects that the text does not tell.
/// A class variable that objects assign as well is a field of theirs that starts with the variable's value.
final class AssignedAttributes {
  /// Names assigned on `self` by the methods of each class.
  private final Map<String, Set<String>> onSelf = new HashMap<>();

  /// Bases of each class by name.
  private final Map<String, Set<String>> bases = new HashMap<>();

  private final Set<String> onAnything = new HashSet<>();
  private final Set<String> onClasses = new HashSet<>();

  AssignedAttributes(List<Stmt> statements) {
    statements.forEach(s -> scan(s, "", ""));
  }

  /// @param owner the class around; empty outside of classes
  /// @param self the first parameter of the method around; empty outside of methods
  private void scan(Stmt statement, String owner, String self) {
    switch (statement) {
      case Stmt.ClassDef c -> {
        var names = bases.computeIfAbsent(c.name(), _ -> new HashSet<>());
        c.bases().forEach(b -> names.add(Declarations.decoratorName(
            b.value() instanceof Expr.Subscript(_, var base, _) ? base : b.value())));
        c.body().forEach(s -> scan(s, c.name(), ""));
      }
      case Stmt.FunctionDef f -> {
        boolean isStatic = f.decorators().stream().anyMatch(d -> Declarations.decoratorName(d).equals("staticmethod"));
        boolean method = !owner.isEmpty() && self.isEmpty() && !f.parameters().isEmpty() && !isStatic;
        boolean isClass = f.decorators().stream().anyMatch(d -> Declarations.decoratorName(d).equals("classmethod"))
            || f.name().equals("__init_subclass__");
        String first = method && !isClass ? f.parameters().getFirst().name() : self;
        f.body().forEach(s -> scan(s, owner, first));
      }
      default -> {
        AssignedNames.attributeTargets(statement, target -> target(target, owner, self));
        AssignedNames.blocks(statement).forEach(block -> block.forEach(s -> scan(s, owner, self)));
      }
    }
  }

  private void target(Expr.Attribute target, String owner, String self) {
    String name = target.name();
    switch (target.value()) {
      case Expr.Name(_, var base) when !self.isEmpty() && base.equals(self) ->
          onSelf.computeIfAbsent(owner, _ -> new HashSet<>()).add(name);
      case Expr.Name(_, var base) when base.equals("cls") || bases.containsKey(base)
          || Character.isUpperCase(base.codePointAt(0)) -> onClasses.add(name);
      case Expr other when ClassValues.subject(other) != null -> onClasses.add(name);
      default -> onAnything.add(name);
    }
  }

  /// May an object of the class be given an attribute of this name?
  boolean isOnObjects(String className, String name) {
    return onAnything.contains(name) || onSelf.entrySet().stream().anyMatch(
        e -> e.getValue().contains(name) && (derives(e.getKey(), className, 0) || derives(className, e.getKey(), 0)));
  }

  boolean isOnClasses(String name) {
    return onClasses.contains(name);
  }

  private boolean derives(String name, String base, int depth) {
    return name.equals(base) || depth < 50 && bases.getOrDefault(name, Set.of()).stream()
        .anyMatch(b -> !b.equals(name) && derives(b, base, depth + 1));
  }
}
