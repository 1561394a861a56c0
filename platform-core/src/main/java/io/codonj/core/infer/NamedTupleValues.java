package io.codonj.core.infer;

import io.codonj.api.source.Span;
import io.codonj.api.types.Type;
import io.codonj.api.types.Type.ClassType;
import io.codonj.api.types.Type.TupleType;
import io.codonj.core.typed.TypedExpr;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Named tuples where they are meant as plain tuples.
final class NamedTupleValues {
  private NamedTupleValues() {}

  static @Nullable ClassSymbol symbol(Body body, Type type) {
    return body.types.prune(type) instanceof ClassType c && body.program.classOf(c) instanceof ClassSymbol s
        && s.isNamedTuple ? s : null;
  }

  /// The value as a plain tuple, if it is a named one whose class does not define the operator itself.
  static TypedExpr plain(Body body, TypedExpr value, String operator) {
    ClassSymbol symbol = symbol(body, value.type());
    return symbol == null || !symbol.findMethods(operator).isEmpty() ? value
        : body.members.namedTupleFields(value, symbol, (ClassType) body.types.prune(value.type()));
  }

  /// The value as a plain tuple, if it is a named one.
  static TypedExpr plain(Body body, TypedExpr value) {
    ClassSymbol symbol = symbol(body, value.type());
    return symbol == null ? value
        : body.members.namedTupleFields(value, symbol, (ClassType) body.types.prune(value.type()));
  }

  /// Should an operation on these operands be one on plain tuples?
  static boolean areTuples(Body body, TypedExpr left, TypedExpr right, String operator) {
    ClassSymbol a = symbol(body, left.type());
    ClassSymbol b = symbol(body, right.type());
    boolean named = a != null && a.findMethods(operator).isEmpty() || b != null && b.findMethods(operator).isEmpty();
    return named && (a != null || body.types.prune(left.type()) instanceof TupleType)
        && (b != null || body.types.prune(right.type()) instanceof TupleType);
  }

  /// `P._fields`
  static TypedExpr names(ClassSymbol symbol, Span span) {
    List<TypedExpr> names = ClassLayouts.fields(symbol).stream()
        .map(f -> (TypedExpr) new TypedExpr.Literal(Names.STR, f.name(), span)).toList();
    return new TypedExpr.MakeTuple(new TupleType(names.stream().map(TypedExpr::type).toList()), names, span);
  }
}
