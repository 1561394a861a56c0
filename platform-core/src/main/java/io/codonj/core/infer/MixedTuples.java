package io.codonj.core.infer;

import io.codonj.api.source.Span;
import io.codonj.api.types.Type;
import io.codonj.api.types.Type.TupleType;
import io.codonj.core.typed.TypedExpr;
import io.codonj.core.typed.TypedStmt;
import java.util.ArrayList;

/// Tuples whose elements have different types, where one type for all of them is needed: what they join to, or a union.
final class MixedTuples {
  private MixedTuples() {}

  static boolean isMixed(Body body, TupleType tuple) {
    return !KeywordPacks.isPack(tuple) && tuple.elements().size() > 1 && body.types.isGround(tuple)
        && tuple.elements().stream().map(body.types::resolve).distinct().count() > 1;
  }

  /// Does a function of the library go through this argument one by one, giving its items away as they are?
  static boolean needsOneType(Body body, FunctionSymbol function, TypedExpr argument) {
    return function.module.isLibrary && (function.scope().isGenerator && !function.displayName.equals("map")
            || function.name.equals("builtins._list_from") || function.name.equals("builtins.sorted"))
        && body.types.prune(argument.type()) instanceof TupleType tuple && isMixed(body, tuple)
        && !function.displayName.startsWith("__");
  }

  /// The elements in a list.
  static TypedExpr list(Body body, TypedExpr tuple, TupleType type) {
    Span span = tuple.span();
    var temporary = body.temporary(body.types.resolve(type), span);
    var statements = new ArrayList<TypedStmt>();
    statements.add(new TypedStmt.Set(temporary, tuple, span));
    var elements = new ArrayList<TypedExpr>();
    for (int i = 0; i < type.elements().size(); i++) {
      elements.add(new TypedExpr.GetElement(
          new TypedExpr.Get(temporary, span), i, body.types.resolve(type.elements().get(i)), span));
    }
    Type element = body.types.resolve(KeywordPacks.commonType(body, elements));
    Type list = Names.list(element);
    var items = body.temporary(list, span);
    var read = new TypedExpr.Get(items, span);
    statements.add(new TypedStmt.Set(
        items, body.constructors.construct(list, java.util.List.of(), body.calls.node(span), null), span));
    for (TypedExpr value : elements) {
      statements.add(new TypedStmt.Evaluate(body.calls.method(
          read, "append", java.util.List.of(body.coercions.coerce(value, element)), span), span));
    }
    return new TypedExpr.Block(statements, read, span);
  }
}
