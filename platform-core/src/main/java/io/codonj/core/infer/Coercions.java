package io.codonj.core.infer;

import io.codonj.api.source.Span;
import io.codonj.api.types.Type;
import io.codonj.api.types.Type.CallableType;
import io.codonj.api.types.Type.ClassType;
import io.codonj.api.types.Type.FunctionType;
import io.codonj.api.types.Type.MetaType;
import io.codonj.api.types.Type.OptionalType;
import io.codonj.api.types.Type.TupleType;
import io.codonj.api.types.Type.UnionType;
import io.codonj.core.typed.TypedExpr;
import io.codonj.core.typed.TypedExpr.Coercion;
import io.codonj.core.typed.TypedStmt;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Implicit conversions where a value meets a type: `bool` → `int` → `float`, `T` → `T | None` and back with a
/// check, derived → base, member → union, function → `Callable`, element-wise for tuples.
final class Coercions {
  private final Body body;
  private final Substitution types;

  Coercions(Body body) {
    this.body = body;
    this.types = body.types;
  }

  /// Converts or fails with a diagnostic that says what was expected.
  TypedExpr coerce(TypedExpr value, Type wanted, Span span, InferenceCode code) {
    TypedExpr converted = tryCoerce(value, wanted);
    if (converted == null) {
      throw body.error(span, code, "type mismatch: expected '" + show(wanted) + "', got '" + show(value.type()) + "'");
    }
    return converted;
  }

  TypedExpr coerce(TypedExpr value, Type wanted) {
    return coerce(value, wanted, value.span(), InferenceCode.TYPE_MISMATCH);
  }

  String show(Type type) {
    return types.resolve(type).toString().replaceAll("\\?\\d+", "?");
  }

  /// Converts, binding variables on the way; null when the types don't go together.
  @Nullable TypedExpr tryCoerce(TypedExpr value, Type wanted) {
    int mark = types.mark();
    TypedExpr result = convert(value, wanted);
    if (result == null) {
      types.rollback(mark);
    }
    return result;
  }

  /// Same type after unification, without any conversion.
  boolean fitsExactly(Type from, Type to) {
    Type a = types.prune(from);
    Type b = types.prune(to);
    if (a instanceof OptionalType != b instanceof OptionalType && !Substitution.isVariable(a)
        && !Substitution.isVariable(b)) {
      return false;
    }
    int mark = types.mark();
    if (types.unify(a, b)) {
      return true;
    }
    types.rollback(mark);
    return false;
  }

  private @Nullable TypedExpr convert(TypedExpr value, Type wanted) {
    Type from = types.prune(value.type());
    Type to = types.prune(wanted);
    if (from.equals(to)) {
      return value;
    }
    if (Names.isNever(from) && Substitution.isVariable(to)) {
      return value;
    }
    if (Names.isNever(from)) {
      return new TypedExpr.Undefined(to, value.span()) instanceof TypedExpr undefined
          ? new TypedExpr.Block(List.of(new TypedStmt.Evaluate(value, value.span())), undefined, value.span()) : null;
    }
    if (Substitution.isVariable(from) || Substitution.isVariable(to)) {
      if (Substitution.isVariable(from) && to instanceof OptionalType) {
        body.unresolved = true;
        return value;
      }
      return types.unify(from, to) ? value : null;
    }
    if (body.boxes.isBoxed(from) && !body.boxes.isBoxed(to) && body.boxes.isBoxable(to)) {
      return types.isGround(to) ? body.boxes.unbox(value, to) : null;
    }
    if (body.boxes.isBoxed(to) && body.boxes.isBoxable(from)) {
      return body.boxes.box(value, to);
    }
    return switch (to) {
      case OptionalType(var inner) -> toOptional(value, from, to, inner);
      case UnionType union -> toUnion(value, from, union);
      case TupleType tuple when from instanceof TupleType other -> tuple(value, other, tuple);
      case CallableType callable -> toCallable(value, from, callable);
      case FunctionType function when from instanceof FunctionType -> types.unify(from, function) ? value : null;
      case MetaType meta -> types.unify(from, meta) ? value : null;
      default -> from instanceof OptionalType(var inner) ? fromOptional(value, inner, to) : toClass(value, from, to);
    };
  }

  private @Nullable TypedExpr toOptional(TypedExpr value, Type from, Type to, Type inner) {
    if (Names.isNone(from)) {
      return new TypedExpr.Coerce(Coercion.TO_OPTIONAL, value, types.resolve(to), "", value.span());
    }
    if (from instanceof OptionalType(var fromInner)) {
      if (types.unify(fromInner, inner)) {
        return value;
      }
      var temporary = body.temporary(from, value.span());
      var read = new TypedExpr.Get(temporary, value.span());
      TypedExpr present = convert(unwrapped(read, fromInner), inner);
      if (present == null) {
        return null;
      }
      TypedExpr some = new TypedExpr.Coerce(Coercion.TO_OPTIONAL, present, to, "", value.span());
      TypedExpr none = none(to, value.span());
      return new TypedExpr.Block(List.of(new TypedStmt.Set(temporary, value, value.span())),
          new TypedExpr.Conditional(isNone(read), none, some, to, value.span()), value.span());
    }
    TypedExpr present = convert(value, inner);
    return present == null ? null
        : new TypedExpr.Coerce(Coercion.TO_OPTIONAL, present, types.resolve(to), "", value.span());
  }

  TypedExpr none(Type optional, Span span) {
    return new TypedExpr.Coerce(
        Coercion.TO_OPTIONAL, new TypedExpr.Literal(Names.NONE, null, span), optional, "", span);
  }

  TypedExpr isNone(TypedExpr optional) {
    return new TypedExpr.IsNone(optional, Names.BOOL, optional.span());
  }

  /// The value of an optional that is known to be present.
  TypedExpr unwrapped(TypedExpr optional, Type inner) {
    return new TypedExpr.Coerce(Coercion.FROM_OPTIONAL, optional, types.resolve(inner), "", optional.span());
  }

  /// The value of an optional, with a check that calls a function of the library when there is none.
  TypedExpr checkedUnwrap(TypedExpr optional, String failure, String text) {
    if (!(types.prune(optional.type()) instanceof OptionalType(var inner))) {
      return optional;
    }
    var span = optional.span();
    var temporary = body.temporary(types.resolve(optional.type()), span);
    var read = new TypedExpr.Get(temporary, span);
    TypedExpr fail = body.calls.library(failure, List.of(new TypedExpr.Literal(Names.STR, text, span)), span);
    return new TypedExpr.Block(
        List.of(new TypedStmt.Set(temporary, optional, span),
            new TypedStmt.If(isNone(read), List.of(new TypedStmt.Evaluate(fail, span)), List.of(), span)),
        unwrapped(read, inner), span);
  }

  private @Nullable TypedExpr fromOptional(TypedExpr value, Type inner, Type to) {
    int mark = types.mark();
    if (convert(new TypedExpr.Undefined(inner, value.span()), to) == null) {
      types.rollback(mark);
      return null;
    }
    TypedExpr present = checkedUnwrap(value, "_none_type_error", "expected '" + show(to) + "', got None");
    return convert(present, to);
  }

  private @Nullable TypedExpr toUnion(TypedExpr value, Type from, UnionType union) {
    Type target = types.resolve(union);
    if (from instanceof UnionType members) {
      if (types.resolve(from).equals(target)) {
        return value;
      }
      return widenUnion(value, members, target, union);
    }
    for (Type member : union.members()) {
      if (fitsExactly(from, member)) {
        return new TypedExpr.Coerce(Coercion.TO_UNION, value, target, "", value.span());
      }
    }
    for (Type member : union.members()) {
      int mark = types.mark();
      TypedExpr converted = from instanceof UnionType ? null : convert(value, member);
      if (converted != null) {
        return new TypedExpr.Coerce(Coercion.TO_UNION, converted, target, "", value.span());
      }
      types.rollback(mark);
    }
    return null;
  }

  private @Nullable TypedExpr widenUnion(TypedExpr value, UnionType from, Type target, UnionType union) {
    var temporary = body.temporary(types.resolve(from), value.span());
    var read = new TypedExpr.Get(temporary, value.span());
    TypedExpr chain = new TypedExpr.Undefined(target, value.span());
    for (Type member : from.members().reversed()) {
      TypedExpr one = convert(new TypedExpr.Coerce(Coercion.FROM_UNION, read, member, "", value.span()), union);
      if (one == null) {
        return null;
      }
      chain = chain instanceof TypedExpr.Undefined ? one
          : new TypedExpr.Conditional(
              new TypedExpr.IsMember(read, member, Names.BOOL, value.span()), one, chain, target, value.span());
    }
    return new TypedExpr.Block(List.of(new TypedStmt.Set(temporary, value, value.span())), chain, value.span());
  }

  private @Nullable TypedExpr tuple(TypedExpr value, TupleType from, TupleType to) {
    if (from.elements().size() != to.elements().size()) {
      return null;
    }
    if (types.unify(from, to)) {
      return value;
    }
    if (value instanceof TypedExpr.MakeTuple make) {
      var parts = new ArrayList<TypedExpr>();
      for (int i = 0; i < to.elements().size(); i++) {
        TypedExpr part = convert(make.elements().get(i), to.elements().get(i));
        if (part == null) {
          return null;
        }
        parts.add(part);
      }
      return new TypedExpr.MakeTuple(types.resolve(to), parts, value.span());
    }
    var temporary = body.temporary(types.resolve(from), value.span());
    var read = new TypedExpr.Get(temporary, value.span());
    var parts = new ArrayList<TypedExpr>();
    for (int i = 0; i < to.elements().size(); i++) {
      TypedExpr part = convert(
          new TypedExpr.GetElement(read, i, types.resolve(from.elements().get(i)), value.span()), to.elements().get(i));
      if (part == null) {
        return null;
      }
      parts.add(part);
    }
    return new TypedExpr.Block(List.of(new TypedStmt.Set(temporary, value, value.span())),
        new TypedExpr.MakeTuple(types.resolve(to), parts, value.span()), value.span());
  }

  private @Nullable TypedExpr toCallable(TypedExpr value, Type from, CallableType to) {
    return switch (from) {
      case CallableType c -> types.unify(c, to) ? value : null;
      case FunctionType f -> body.functionValues.callables.toCallable(value, f, to);
      case MetaType m -> body.functionValues.callables.constructorToCallable(value, m, to);
      case OptionalType(var inner) -> fromOptional(value, inner, to);
      default -> null;
    };
  }

  private @Nullable TypedExpr toClass(TypedExpr value, Type from, Type to) {
    if (from instanceof ClassType a && to instanceof ClassType b) {
      if (a.name().equals(b.name())) {
        if (GeneratorTypes.isGenerator(b) && b.arguments().size() == 1) {
          return types.unify(a.arguments().getFirst(), b.arguments().getFirst()) ? value : null;
        }
        return types.unify(a, b) ? value : null;
      }
      TypedExpr number = number(value, a, b);
      if (number != null) {
        return number;
      }
      TypedExpr plain = EnumValues.plain(body, value, a, b);
      if (plain != null) {
        return plain;
      }
      for (ClassType ancestor : body.program.ancestors(a)) {
        if (ancestor.name().equals(b.name()) && types.unify(ancestor, b)) {
          if (!ClassLayouts.isPrefix(body.program.classOf(b), body.program.classOf(a))) {
            throw body.error(value.span(), InferenceCode.NOT_SUPPORTED_YET, "'" + a.shortName()
                + "' cannot be used as its base class '" + b.shortName() + "', because several of its bases have fields");
          }
          return new TypedExpr.Coerce(Coercion.UPCAST, value, types.resolve(b), "", value.span());
        }
      }
      if (b.name().equals("Generator")) {
        return body.loops.iteratorOf(value, b.arguments().getFirst());
      }
      if (b.name().equals("dict") && body.calls.hasMethod(a, "__as_dict__")) {
        return convert(body.calls.method(value, "__as_dict__", List.of(), value.span()), b);
      }
    }
    if (to instanceof ClassType b && b.name().equals("Generator") && from instanceof TupleType) {
      return body.loops.iteratorOf(value, b.arguments().getFirst());
    }
    if (to instanceof ClassType b && b.name().equals("DynamicTuple") && from instanceof TupleType) {
      return body.calls.tryLibraryMethodOnClass(b, "_from_tuple", List.of(value), value.span());
    }
    if (to instanceof TupleType tuple && from instanceof ClassType a
        && body.program.classOf(a) instanceof ClassSymbol symbol && symbol.isNamedTuple) {
      TypedExpr plain = body.members.namedTupleFields(value, symbol, a);
      return convert(plain, tuple);
    }
    return null;
  }

  private @Nullable TypedExpr number(TypedExpr value, ClassType from, ClassType to) {
    if (from.name().equals("bool")) {
      if (to.name().equals("int")) {
        return intrinsic("operator.zext", value, Names.INT);
      }
      if (to.name().equals("float")) {
        return intrinsic("operator.uint_to_float", value, Names.FLOAT);
      }
    }
    if (from.name().equals("int") && to.name().equals("float")) {
      if (value instanceof TypedExpr.Literal(_, Long number, var span)) {
        return new TypedExpr.Literal(Names.FLOAT, (double) number, span);
      }
      return intrinsic("operator.sint_to_float", value, Names.FLOAT);
    }
    if (to.name().equals("complex") && (from.name().equals("int") || from.name().equals("float")
        || from.name().equals("bool"))) {
      TypedExpr real = from.name().equals("float") ? value : number(value, from, Names.FLOAT);
      return new TypedExpr.CallIntrinsic("make_value", List.of(Names.COMPLEX),
          List.of(real, new TypedExpr.Literal(Names.FLOAT, 0.0, value.span())), Names.COMPLEX, value.span());
    }
    return null;
  }

  private static TypedExpr intrinsic(String name, TypedExpr value, Type type) {
    return new TypedExpr.CallIntrinsic(name, List.of(), List.of(value), type, value.span());
  }

  /// The type that both values can be converted to; null when there is none.
  @Nullable Type join(Type left, Type right) {
    Type a = types.prune(left);
    Type b = types.prune(right);
    int mark = types.mark();
    if (types.unify(a, b)) {
      return a;
    }
    types.rollback(mark);
    if (Names.isNever(a)) {
      return b;
    }
    if (Names.isNever(b)) {
      return a;
    }
    Type open = OperatorAttempts.join(types, a, b);
    if (open != null) {
      return open;
    }
    if (body.boxes.isBoxed(a) && body.boxes.isBoxable(b) || body.boxes.isBoxed(b) && body.boxes.isBoxable(a)) {
      return body.boxes.isBoxed(a) ? a : b;
    }
    if (a instanceof ClassType x && b instanceof ClassType y && GeneratorTypes.isGenerator(x) && GeneratorTypes.isGenerator(y)) {
      return types.unify(x.arguments().getFirst(), y.arguments().getFirst()) ? Names.generator(x.arguments().getFirst()) : null;
    }
    if (Names.isNone(a) || Names.isNone(b)) {
      return types.optional(Names.isNone(a) ? b : a);
    }
    if (a instanceof OptionalType || b instanceof OptionalType) {
      Type inner = join(a instanceof OptionalType(var x) ? x : a, b instanceof OptionalType(var y) ? y : b);
      return inner == null ? null : types.optional(inner);
    }
    if (ClassValues.isClass(a) && ClassValues.isClass(b) && types.isGround(a) && types.isGround(b)) {
      return types.union(List.of(a, b));
    }
    if (a instanceof UnionType || b instanceof UnionType) {
      return contains(a, b) ? a : contains(b, a) ? b : null;
    }
    if (a instanceof TupleType(var x) && b instanceof TupleType(var y) && x.size() == y.size()) {
      var parts = new ArrayList<Type>();
      for (int i = 0; i < x.size(); i++) {
        Type part = join(x.get(i), y.get(i));
        if (part == null) {
          return null;
        }
        parts.add(part);
      }
      return new TupleType(parts);
    }
    if ((a instanceof FunctionType || a instanceof CallableType || a instanceof MetaType)
        && (b instanceof FunctionType || b instanceof CallableType || b instanceof MetaType)) {
      return body.functionValues.callables.joinCallables(a, b);
    }
    return a instanceof ClassType x && b instanceof ClassType y ? joinClasses(x, y) : null;
  }

  private boolean contains(Type union, Type member) {
    return union instanceof UnionType u && (member instanceof UnionType m
        ? m.members().stream().allMatch(x -> contains(u, x)) : u.members().stream().anyMatch(x -> fitsExactly(member, x)));
  }

  private @Nullable Type joinClasses(ClassType a, ClassType b) {
    var ladder = List.of("bool", "int", "float", "complex");
    int x = ladder.indexOf(a.name());
    int y = ladder.indexOf(b.name());
    if (x != y && Math.min(x, y) == 0) {
      // True and 1 are equal, but do not look the same.
      return types.union(List.of(a, b));
    }
    if (x >= 0 && y >= 0) {
      return x > y ? a : b;
    }
    for (ClassType base : body.program.ancestors(a)) {
      if (base.name().equals("object") || base.name().equals(Names.ROOT)) {
        continue;
      }
      for (ClassType other : body.program.ancestors(b)) {
        if (base.name().equals(other.name()) && fitsExactly(base, other)) {
          return base;
        }
      }
    }
    return null;
  }
}
