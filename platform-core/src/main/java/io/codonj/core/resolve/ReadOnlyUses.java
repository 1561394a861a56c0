package io.codonj.core.resolve;

import io.codonj.api.ast.Expr;
import java.util.Set;

/// Built-in functions and methods of dictionaries that leave their argument as it is and do not keep it.
final class ReadOnlyUses {
  private static final Set<String> FUNCTIONS = Set.of(
      "print", "len", "repr", "str", "sorted", "list", "tuple", "set", "dict", "any", "all", "bool", "enumerate");

  private static final Set<String> METHODS = Set.of("get", "items", "keys", "values", "copy");

  private ReadOnlyUses() {}

  static boolean isFunction(Expr callee) {
    return callee instanceof Expr.Name name && FUNCTIONS.contains(name.name());
  }

  static boolean isMethod(String name) {
    return METHODS.contains(name);
  }
}
