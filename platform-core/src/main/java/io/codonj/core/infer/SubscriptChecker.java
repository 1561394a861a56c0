package io.codonj.core.infer;

import io.codonj.api.ast.Expr;
import io.codonj.api.source.Span;
import io.codonj.api.types.Type;
import io.codonj.api.types.Type.ClassType;
import io.codonj.api.types.Type.MetaType;
import io.codonj.api.types.Type.OptionalType;
import io.codonj.api.types.Type.TupleType;
import io.codonj.api.types.Type.UnionType;
import io.codonj.core.typed.TypedExpr;
import io.codonj.core.typed.TypedStmt;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `value[index]`: elements, slices, tuple elements, generic classes.
final class SubscriptChecker {
  private final Body body;
  private final Substitution types;

  SubscriptChecker(Body body) {
    this.body = body;
    this.types = body.types;
  }

  TypedExpr check(Expr.Subscript e, @Nullable Type expected) {
    if (isGenericClass(e.value())) {
      return new TypedExpr.Undefined(new MetaType(body.annotation(e)), e.span());
    }
    TypedExpr packed = KeywordPacks.item(body, e.value(), e.index());
    if (packed != null) {
      return packed;
    }
    TypedExpr value = body.expressions.check(e.value(), null);
    return get(value, e.index(), e);
  }

  private boolean isGenericClass(Expr value) {
    if (!(value instanceof Expr.Name) && !(value instanceof Expr.Attribute)) {
      return false;
    }
    if (value instanceof Expr.Name name && (body.narrowing.path(name) != null
        || body.instance.symbol.scope().parameters.contains(name.name()))) {
      return false;
    }
    Symbol symbol = new TypeResolver(body.program).symbolOf(value, body.typeContext());
    if (symbol instanceof Symbol.Alias(var module, var parameters, var named)
        && new TypeResolver(body.program).symbolOf(named, new TypeResolver.Context(module, null, java.util.Map.of()))
            instanceof ClassSymbol renamed) {
      symbol = renamed;
    }
    return symbol instanceof ClassSymbol c && !c.isEnum
        && (!c.typeParameters.isEmpty() || c.name.equals("tuple") || c.name.equals("Generator"))
        || symbol instanceof Symbol.Special;
  }

  private TypedExpr get(TypedExpr value, Expr index, Expr at) {
    Type type = types.prune(value.type());
    Span span = at.span();
    switch (type) {
      case ClassType c when Substitution.isVariable(c) -> {
        body.expressions.check(index, null);
        return body.defer(at);
      }
      case OptionalType(var inner) -> {
        if (Substitution.isVariable(types.prune(inner))) {
          return body.defer(at);
        }
        return get(body.coercions.checkedUnwrap(
            value, "_none_type_error", "'NoneType' object is not subscriptable"), index, at);
      }
      case UnionType union -> {
        return body.operators.perMember(value, union, span, m -> get(m, index, at));
      }
      case TupleType tuple -> {
        return tuple(value, tuple, index, at);
      }
      case MetaType(var instance) -> {
        TypedExpr result = body.members.callClassMember(
            instance, "__class_getitem__", List.of(Argument.of(index)), at, null);
        if (result != null) {
          return result;
        }
      }
      case ClassType c when body.program.classOf(c) instanceof ClassSymbol s && s.isNamedTuple -> {
        return get(body.members.namedTupleFields(value, s, c), index, at);
      }
      default -> {}
    }
    if (!body.calls.hasMethod(type, "__getitem__")) {
      throw body.error(span, InferenceCode.NOT_SUBSCRIPTABLE,
          "'" + body.coercions.show(type) + "' object is not subscriptable");
    }
    return body.members.callMethod(value, "__getitem__", List.of(Argument.of(key(index, type))), at, null);
  }

  /// An index, with the key type of a dict as a hint for displays.
  TypedExpr key(Expr index, Type container) {
    if (index instanceof Expr.Slice slice) {
      return slice(slice);
    }
    Type hint = container instanceof ClassType c && c.arguments().size() == 2 ? c.arguments().getFirst() : null;
    return body.expressions.check(index, hint);
  }

  TypedExpr slice(Expr.Slice slice) {
    Type optional = types.optional(Names.INT);
    var parts = new ArrayList<TypedExpr>();
    for (Expr part : new Expr[] {slice.start(), slice.stop(), slice.step()}) {
      TypedExpr value = part == null ? new TypedExpr.Literal(Names.NONE, null, slice.span())
          : body.expressions.check(part, null);
      if (part != null && Substitution.isVariable(types.prune(value.type()))) {
        body.unresolved = true;
        value = new TypedExpr.Undefined(Names.INT, slice.span());
      }
      parts.add(body.coercions.coerce(value, optional));
    }
    return body.constructors.construct(
        Names.SLICE, parts.stream().map(Argument::of).toList(), body.calls.node(slice.span()), null);
  }

  private TypedExpr tuple(TypedExpr value, TupleType type, Expr index, Expr at) {
    Span span = at.span();
    int size = type.elements().size();
    if (index instanceof Expr.Slice slice) {
      return tupleSlice(value, type, slice, span);
    }
    TypedExpr position = body.expressions.check(index, null);
    if (position instanceof TypedExpr.Literal(_, Long constant, _)) {
      long actual = constant < 0 ? constant + size : constant;
      if (actual < 0 || actual >= size) {
        throw body.error(span, InferenceCode.TUPLE_INDEX, "tuple index out of range: the tuple has " + size + " elements");
      }
      return new TypedExpr.GetElement(value, (int) actual, types.resolve(type.elements().get((int) actual)), span);
    }
    return body.members.callMethod(value, "__getitem__", List.of(Argument.of(position)), at, null);
  }

  private TypedExpr tupleSlice(TypedExpr value, TupleType type, Expr.Slice slice, Span span) {
    if (!isConstant(slice.start()) || !isConstant(slice.stop()) || !isConstant(slice.step())) {
      TypedExpr dynamic = body.calls.library("_dynamic_tuple", List.of(value), span);
      if (Substitution.isVariable(types.prune(dynamic.type()))) {
        body.unresolved = true;
        return dynamic;
      }
      return body.calls.method(dynamic, "__getitem__", List.of(slice(slice)), span);
    }
    Long start = bound(slice.start());
    Long stop = bound(slice.stop());
    Long step = bound(slice.step());
    int size = type.elements().size();
    long by = step == null ? 1 : step;
    if (by == 0) {
      throw body.error(span, InferenceCode.SLICE_STEP, "slice step cannot be zero");
    }
    var chosen = new ArrayList<Integer>();
    long low = by > 0 ? 0 : -1;
    long high = by > 0 ? size : size - 1L;
    long from = start == null ? (by > 0 ? low : high) : Math.clamp(start < 0 ? start + size : start, low, high);
    long to = stop == null ? (by > 0 ? high : low) : Math.clamp(stop < 0 ? stop + size : stop, low, high);
    for (long i = from; by > 0 ? i < to : i > to; i += by) {
      chosen.add((int) i);
    }
    var temporary = body.temporary(types.resolve(type), span);
    var elements = new ArrayList<TypedExpr>();
    var elementTypes = new ArrayList<Type>();
    for (int i : chosen) {
      elements.add(new TypedExpr.GetElement(
          new TypedExpr.Get(temporary, span), i, types.resolve(type.elements().get(i)), span));
      elementTypes.add(types.resolve(type.elements().get(i)));
    }
    return new TypedExpr.Block(List.of(new TypedStmt.Set(temporary, value, span)),
        new TypedExpr.MakeTuple(new TupleType(elementTypes), elements, span), span);
  }

  private boolean isConstant(@Nullable Expr part) {
    return part == null || body.expressions.check(part, null) instanceof TypedExpr.Literal;
  }

  private @Nullable Long bound(@Nullable Expr part) {
    if (part == null) {
      return null;
    }
    if (body.expressions.check(part, null) instanceof TypedExpr.Literal(_, Long value, _)) {
      return value;
    }
    throw body.error(part.span(), InferenceCode.TUPLE_INDEX,
        "a tuple can be sliced only with constants, because its length is part of its type; use a list");
  }
}
