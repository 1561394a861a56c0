package io.codonj.core.infer;

import io.codonj.api.ast.Expr;
import io.codonj.api.ast.Stmt;
import io.codonj.api.source.Span;
import io.codonj.api.types.Type;
import io.codonj.core.typed.TypedExpr;
import io.codonj.core.typed.TypedStmt;
import io.codonj.core.typed.TypedVariable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Attributes of functions: `__name__` and its like, and those that the program sets, which are variables of the
/// definition.
final class FunctionAttributes {
  private FunctionAttributes() {}

  /// Null when the function has no such attribute.
  static @Nullable TypedExpr get(Body body, FunctionSymbol function, String name, Span span) {
    FunctionSymbol shown = shown(function);
    return switch (name) {
      case "__name__" -> text(shown.givenName != null ? shown.givenName : shown.displayName, span);
      case "__qualname__" -> text(qualifiedName(shown), span);
      case "__module__" -> text(shown.module.name, span);
      case "__doc__" -> documentation(shown, span);
      case "__wrapped__" -> function.wrapped == null ? null : wrapped(function, span);
      default -> {
        TypedVariable variable = body.program.globals.get(key(function, name));
        if (variable == null && function.wrapped != null) {
          yield get(body, function.wrapped, name, span);
        }
        if (variable != null && !body.types.isGround(variable.type())) {
          body.unresolved = true;
        }
        yield variable == null ? null : new TypedExpr.Get(variable, span);
      }
    };
  }

  static void set(Body body, FunctionSymbol function, String name, TypedExpr value, Span span, List<TypedStmt> into) {
    if (name.equals("__name__") || name.equals("__qualname__") || name.equals("__doc__")) {
      if (value instanceof TypedExpr.Literal(_, String text, _) && name.equals("__name__")) {
        function.givenName = text;
      }
      return;
    }
    TypedVariable variable = body.program.global(key(function, name), body.types.fresh(), span);
    into.add(new TypedStmt.Set(variable, body.coercions.coerce(value, variable.type()), span));
    if (!body.types.isGround(variable.type())) {
      body.unresolved = true;
    }
  }

  /// `@functools.wraps(f)`: the definition is shown as the function that it wraps.
  static void wrap(Body body, FunctionSymbol wrapper, Expr decorator) {
    if (Declarations.decoratorName(decorator).equals("wraps") && decorator instanceof Expr.Call call
        && !call.arguments().isEmpty()) {
      Type type = body.types.prune(body.expressions.check(call.arguments().getFirst().value(), null).type());
      if (type instanceof Type.FunctionType(var name, _)) {
        wrapper.wrapped = body.program.functions.get(name);
      }
    }
  }

  private static FunctionSymbol shown(FunctionSymbol function) {
    FunctionSymbol at = function;
    while (at.wrapped != null && at.givenName == null) {
      at = at.wrapped;
    }
    return at;
  }

  private static @Nullable TypedExpr wrapped(FunctionSymbol function, Span span) {
    boolean plain = function.wrapped.enclosing == null;
    return plain ? new TypedExpr.MakeClosure(new Type.FunctionType(function.wrapped.name, List.of()), List.of(), span) : null;
  }

  private static String qualifiedName(FunctionSymbol function) {
    if (function.owner != null) {
      return function.owner.shortName() + "." + function.displayName;
    }
    return function.enclosing == null || function.enclosing.isModule() ? function.displayName
        : qualifiedName(function.enclosing.instance.symbol) + ".<locals>." + function.displayName;
  }

  private static TypedExpr text(String value, Span span) {
    return new TypedExpr.Literal(Names.STR, value, span);
  }

  private static TypedExpr documentation(FunctionSymbol function, Span span) {
    boolean present = !function.definition.body().isEmpty()
        && function.definition.body().getFirst() instanceof Stmt.Expression(_, Expr.StringLiteral _);
    return present
        ? text(((Expr.StringLiteral) ((Stmt.Expression) function.definition.body().getFirst()).value()).value(), span)
        : new TypedExpr.Literal(Names.NONE, null, span);
  }

  private static String key(FunctionSymbol function, String name) {
    return "attribute " + name + " of " + function.name;
  }
}
