package io.codonj.core.resolve;

import io.codonj.api.ast.Expr;
import java.util.Set;

/// The names that an assignment target binds.
final class TargetNames {
  private TargetNames() {}

  static void collect(Expr target, Set<String> names) {
    switch (target) {
      case Expr.Name name -> names.add(name.name());
      case Expr.Starred starred -> collect(starred.value(), names);
      case Expr.Display display -> display.elements().forEach(d -> collect(d, names));
      default -> {}
    }
  }
}
