package io.codonj.core.infer;

import io.codonj.api.source.Span;
import io.codonj.api.types.Type;
import io.codonj.api.types.Type.ClassType;
import io.codonj.api.types.Type.MetaType;
import io.codonj.api.types.Type.OptionalType;
import io.codonj.api.types.Type.TupleType;
import io.codonj.api.types.Type.UnionType;
import io.codonj.core.typed.TypedExpr;
import java.util.List;
import java.util.Map;

/// The iteration protocol: any iterable becomes a generator.
final class IterationChecker {
  private final Body body;
  private final Substitution types;

  IterationChecker(Body body) {
    this.body = body;
    this.types = body.types;
  }

  TypedExpr iteratorOf(TypedExpr value, Type element) {
    Type type = types.prune(value.type());
    Span span = value.span();
    if (Substitution.isVariable(type)) {
      body.unresolved = true;
      return new TypedExpr.Undefined(Names.generator(element), span);
    }
    switch (type) {
      case OptionalType(var inner) -> {
        if (Substitution.isVariable(types.prune(inner))) {
          body.unresolved = true;
          return new TypedExpr.Undefined(Names.generator(element), span);
        }
        return iteratorOf(body.coercions.checkedUnwrap(
            value, "_none_type_error", "'NoneType' object is not iterable"), element);
      }
      case UnionType union -> {
        return body.operators.perMember(value, union, span, member -> iteratorOf(member, element));
      }
      case TupleType(var elements) when elements.isEmpty() && !Substitution.isVariable(types.prune(element)) -> {
        return body.calls.invocations.invoke(body.program.builtinFunction("_nothing"), List.of(), List.of(),
            body.calls.node(span), Map.of("T", types.resolve(element)), null);
      }
      case MetaType(var instance) when body.program.classOf(instance) instanceof ClassSymbol s && s.isEnum -> {
        return iteratorOf(body.members.callClassMember(
            instance, "_members", List.of(), body.calls.node(span), null), element);
      }
      case TupleType tuple when MixedTuples.isMixed(body, tuple) -> {
        return iteratorOf(MixedTuples.list(body, value, tuple), element);
      }
      case ClassType c when body.program.classOf(c) instanceof ClassSymbol s && s.isNamedTuple -> {
        return iteratorOf(body.members.namedTupleFields(value, s, c), element);
      }
      default -> {}
    }
    if (type instanceof ClassType c && c.name().equals("Generator")) {
      bind(c.arguments().getFirst(), element, span);
      return value;
    }
    TypedExpr iterator = body.calls.tryMethod(value, "__iter__", List.of(), span);
    if (iterator == null && body.calls.hasMethod(type, "__getitem__") && !(type instanceof TupleType)) {
      iterator = body.calls.library("_iterate_sequence", List.of(value), span);
    }
    if (iterator == null) {
      throw body.error(span, InferenceCode.NOT_ITERABLE, "'" + body.coercions.show(type) + "' object is not iterable");
    }
    return asGenerator(iterator, element, span);
  }

  private TypedExpr asGenerator(TypedExpr iterator, Type element, Span span) {
    Type type = types.prune(iterator.type());
    if (Substitution.isVariable(type)) {
      body.unresolved = true;
      return new TypedExpr.Undefined(Names.generator(element), span);
    }
    if (type instanceof ClassType c && c.name().equals("Generator")) {
      bind(c.arguments().getFirst(), element, span);
      return iterator;
    }
    if (!body.calls.hasMethod(type, "__next__")) {
      throw body.error(span, InferenceCode.NOT_ITERABLE,
          "iter() returned non-iterator of type '" + body.coercions.show(type) + "'");
    }
    TypedExpr generator = body.calls.library("_iterate", List.of(iterator), span);
    if (types.prune(generator.type()) instanceof ClassType c && c.name().equals("Generator")) {
      bind(c.arguments().getFirst(), element, span);
      return generator;
    }
    body.unresolved = true;
    return new TypedExpr.Undefined(Names.generator(element), span);
  }

  private void bind(Type given, Type element, Span span) {
    if (!types.unify(given, element)) {
      throw body.error(span, InferenceCode.TYPE_MISMATCH, "type mismatch: expected elements of type '"
          + body.coercions.show(element) + "', got '" + body.coercions.show(given) + "'");
    }
  }
}
