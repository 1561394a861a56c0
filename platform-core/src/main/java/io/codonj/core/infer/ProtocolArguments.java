package io.codonj.core.infer;

import io.codonj.api.ast.Expr;
import io.codonj.api.types.Type;
import io.codonj.api.types.Type.ClassType;
import io.codonj.api.types.Type.TupleType;
import io.codonj.core.typed.TypedExpr;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What an argument tells about the type variables in `Iterable[T]`, `Mapping[K, V]` and their like: the parameter is
/// generic, and T is the type of the argument's items.
final class ProtocolArguments {
  private static final Set<String> OF_ITEMS = Set.of("Iterable", "Sequence", "MutableSequence", "Collection", "Container",
      "Reversible", "AbstractSet", "MutableSet");
  private static final Set<String> OF_PAIRS = Set.of("Mapping", "MutableMapping");

  private final Body body;

  ProtocolArguments(Body body) {
    this.body = body;
  }

  void learn(FunctionSymbol function, Expr annotation, TypedExpr value, Map<String, Type> typeArguments) {
    if (!(annotation instanceof Expr.Subscript(_, var base, var index)) || !hasOpen(function, typeArguments)) {
      return;
    }
    String name = base instanceof Expr.Name n ? n.name() : base instanceof Expr.Attribute a ? a.name() : "";
    Type given = body.types.prune(value.type());
    if (Substitution.isVariable(given)) {
      return;
    }
    if (OF_ITEMS.contains(name)) {
      unify(function, index, items(given, value), typeArguments);
    } else if (OF_PAIRS.contains(name) && index instanceof Expr.Display(_, _, var parts) && parts.size() == 2
        && given instanceof ClassType c) {
      unify(function, parts.getFirst(), items(given, value), typeArguments);
      List<Type> arguments = c.arguments();
      if (arguments.size() == 2) {
        unify(function, parts.getLast(), arguments.getLast(), typeArguments);
      } else if (arguments.size() == 1) {
        unify(function, parts.getLast(), Names.INT, typeArguments);
      }
    }
  }

  private boolean hasOpen(FunctionSymbol function, Map<String, Type> typeArguments) {
    return function.typeParameterNames != null && function.typeParameterNames.stream().anyMatch(
        p -> typeArguments.get(p) != null && Substitution.isVariable(body.types.prune(typeArguments.get(p))));
  }

  private Type items(Type given, TypedExpr value) {
    if (given instanceof TupleType(var elements) && !elements.isEmpty()) {
      Type joined = elements.getFirst();
      for (Type element : elements) {
        joined = joined == null ? null : body.coercions.join(joined, element);
      }
      return joined == null ? body.types.fresh() : joined;
    }
    Type item = body.types.fresh();
    body.loops.iteratorOf(new TypedExpr.Undefined(given, value.span()), item);
    return item;
  }

  private void unify(FunctionSymbol function, Expr annotation, Type item, Map<String, Type> typeArguments) {
    int mark = body.types.mark();
    if (!body.types.unify(body.calls.invocations.resolveIn(function, annotation, typeArguments), item)) {
      body.types.rollback(mark);
    }
  }
}
