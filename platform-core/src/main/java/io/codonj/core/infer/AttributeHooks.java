package io.codonj.core.infer;

import io.codonj.api.ast.Expr;
import io.codonj.api.types.Type;
import io.codonj.core.typed.TypedExpr;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `__getattr__` and `__setattr__` for names that the source writes out. Each name has an instance of its own, in which
/// the parameter for the name is a constant: `return getattr(self._inner, name)` finds the type of that attribute.
final class AttributeHooks {
  /// Before the name of a parameter whose value is known at compile time.
  static final String FIXED = "=";

  private final Body body;

  AttributeHooks(Body body) {
    this.body = body;
  }

  TypedExpr get(TypedExpr object, ClassSymbol symbol, String name, Expr at) {
    return call(object, symbol.findMethods("__getattr__").getFirst(), name, List.of(), at);
  }

  /// Null when the class has no hook for assignments.
  @Nullable TypedExpr set(TypedExpr object, ClassSymbol symbol, String name, TypedExpr value, Expr at) {
    var methods = symbol.findMethods("__setattr__");
    return methods.isEmpty() || methods.getFirst().module.isLibrary ? null
        : call(object, methods.getFirst(), name, List.of(Argument.of(value)), at);
  }

  private TypedExpr call(TypedExpr object, FunctionSymbol method, String name, List<Argument> more, Expr at) {
    var known = new HashMap<>(body.members.typeArguments(object.type(), method));
    if (method.parameters().size() > 1) {
      known.put(FIXED + method.parameters().get(1).name(), new Type.LiteralType(name));
    }
    var arguments = new ArrayList<Argument>();
    arguments.add(Argument.of(new TypedExpr.Literal(Names.STR, name, at.span())));
    arguments.addAll(more);
    return body.calls.invocations.choose(List.of(method), List.of(object), arguments, at, known, null);
  }
}
