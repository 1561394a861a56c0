package io.codonj.core.syntax;

import io.codonj.api.source.Span;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the checks know about one scope while they walk through it.
final class CheckScope {
  enum Kind { MODULE, CLASS, FUNCTION, LAMBDA, COMPREHENSION }

  final Kind kind;
  final @Nullable CheckScope parent;
  final boolean isAsync;
  final Set<String> parameters = new HashSet<>();
  final Set<String> bound = new HashSet<>();
  final Set<String> used = new HashSet<>();
  final Set<String> globals = new HashSet<>();

  /// Names declared nonlocal here, with the declaration.
  final Map<String, Span> soughtOutside = new LinkedHashMap<>();

  /// Names that scopes within declare nonlocal and that this scope may bind, even further down.
  final Map<String, Span> wanted = new LinkedHashMap<>();

  int loops;
  boolean inExceptStar;

  CheckScope(Kind kind, @Nullable CheckScope parent, boolean isAsync) {
    this.kind = kind;
    this.parent = parent;
    this.isAsync = isAsync;
  }

  boolean isFunction() {
    return kind == Kind.FUNCTION || kind == Kind.LAMBDA;
  }

  /// The scope around comprehensions: that is where `await` and `yield` take effect and `:=` binds.
  CheckScope owner() {
    CheckScope scope = this;
    while (scope.kind == Kind.COMPREHENSION && scope.parent != null) {
      scope = scope.parent;
    }
    return scope;
  }

  boolean binds(String name) {
    return parameters.contains(name) || bound.contains(name) && !globals.contains(name);
  }
}
