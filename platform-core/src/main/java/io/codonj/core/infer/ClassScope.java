package io.codonj.core.infer;

import io.codonj.api.ast.Expr;
import io.codonj.api.types.Type;
import io.codonj.core.typed.TypedExpr;
import java.util.HashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Expressions of a class body, which see the class variables assigned before them.
final class ClassScope {
  private final Body body;
  private final ClassSymbol symbol;

  ClassScope(Body body, ClassSymbol symbol) {
    this.body = body;
    this.symbol = symbol;
  }

  TypedExpr check(Expr expression, @Nullable Type expected) {
    return within(() -> body.expressions.check(expression, expected));
  }

  <T> T within(Supplier<T> action) {
    var scope = new HashMap<String, Version>();
    for (String name : symbol.classVariables.keySet()) {
      if (symbol.isEnum && symbol.members.contains(name)) {
        continue;
      }
      var variable = ClassVariables.variable(body.program, symbol, name);
      var version = new Version(name, symbol.name + "." + name, variable, variable.span(), body);
      version.shared = true;
      scope.put(name, version);
    }
    body.comprehensionScopes.addFirst(scope);
    try {
      return action.get();
    } finally {
      body.comprehensionScopes.removeFirst();
    }
  }
}
