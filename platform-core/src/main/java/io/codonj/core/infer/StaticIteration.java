package io.codonj.core.infer;

import io.codonj.api.ast.Expr;
import io.codonj.api.source.Span;
import io.codonj.api.types.Type;
import io.codonj.api.types.Type.TupleType;
import io.codonj.core.typed.TypedExpr;
import io.codonj.core.typed.TypedStmt;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `enumerate(t)`, `zip(t, u)` and `reversed(t)` in the head of a loop, over tuples whose elements have different types:
/// the loop is copied for each element, as it is over such a tuple itself.
final class StaticIteration {
  private StaticIteration() {}

  /// A tuple of what the loop variable takes; null for all other iterables.
  static @Nullable TypedExpr check(Body body, Expr iterable) {
    if (!(iterable instanceof Expr.Call(_, Expr.Name(_, var name), var arguments)) || arguments.isEmpty()
        || body.isLibrary()
        || arguments.stream().anyMatch(a -> a.kind() != Expr.ArgumentKind.POSITIONAL || !(a.value() instanceof Expr.Name))
        || body.module().members.containsKey(name)) {
      return null;
    }
    boolean known = switch (name) {
      case "enumerate", "reversed" -> arguments.size() == 1;
      case "zip" -> arguments.size() > 1;
      default -> false;
    };
    if (!known) {
      return null;
    }
    var values = new ArrayList<TypedExpr>();
    boolean mixed = false;
    for (Expr.Argument argument : arguments) {
      TypedExpr value = body.expressions.check(argument.value(), null);
      if (!(body.types.prune(value.type()) instanceof TupleType(var elements))) {
        return null;
      }
      mixed |= elements.stream().map(body.types::resolve).distinct().count() > 1;
      values.add(value);
    }
    return mixed ? tuples(body, name, values, iterable.span()) : null;
  }

  private static TypedExpr tuples(Body body, String name, List<TypedExpr> values, Span span) {
    int count = values.stream().mapToInt(v -> elements(body, v).size()).min().orElse(0);
    var items = new ArrayList<TypedExpr>();
    for (int i = 0; i < count; i++) {
      int place = name.equals("reversed") ? count - 1 - i : i;
      var parts = new ArrayList<TypedExpr>();
      if (name.equals("enumerate")) {
        parts.add(new TypedExpr.Literal(Names.INT, (long) i, span));
      }
      for (TypedExpr value : values) {
        parts.add(new TypedExpr.GetElement(value, place, body.types.resolve(elements(body, value).get(place)), span));
      }
      items.add(name.equals("reversed") ? parts.getFirst() : tuple(parts, span));
    }
    return new TypedExpr.Block(List.<TypedStmt>of(), tuple(items, span), span);
  }

  private static List<Type> elements(Body body, TypedExpr tuple) {
    return ((TupleType) body.types.prune(tuple.type())).elements();
  }

  private static TypedExpr tuple(List<TypedExpr> parts, Span span) {
    return new TypedExpr.MakeTuple(new TupleType(parts.stream().map(TypedExpr::type).toList()), parts, span);
  }
}
