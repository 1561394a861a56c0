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

/// `isinstance` and what follows from it: decided at compile time where the type says enough, else a test of the
/// union's tag or the object's class.
final class InstanceTests {
  /// @param narrowed the value's type where the test holds, null when nothing is learnt
  /// @param excluded the value's type where it doesn't
  record Test(TypedExpr test, @Nullable Type narrowed, @Nullable Type excluded) {}

  private final Body body;
  private final Substitution types;

  InstanceTests(Body body) {
    this.body = body;
    this.types = body.types;
  }

  /// The classes that the second argument of `isinstance` names.
  List<Type> wanted(Expr classes) {
    var result = new ArrayList<Type>();
    var items = classes instanceof Expr.Display(_, _, var elements) ? elements
        : classes instanceof Expr.Binary(_, _, var left, var right) ? List.of(left, right) : List.of(classes);
    for (Expr item : items) {
      if (item instanceof Expr.Display || item instanceof Expr.Binary) {
        result.addAll(wanted(item));
        continue;
      }
      if (item instanceof Expr.NoneLiteral) {
        result.add(Names.NONE);
        continue;
      }
      if (item instanceof Expr.Name(_, var name) && body.variables.symbol(name) == null
          && body.instance.typeArguments.containsKey(name)) {
        result.add(types.resolve(body.instance.typeArguments.get(name)));
        continue;
      }
      Symbol symbol = item instanceof Expr.Name n && body.narrowing.path(n) != null ? null
          : new TypeResolver(body.program).symbolOf(item, body.typeContext());
      if (symbol instanceof ClassSymbol c) {
        body.program.declarations().complete(c);
        result.add(new ClassType(c.name, c.typeParameters.stream().map(p -> types.fresh()).toList()));
        continue;
      }
      if (symbol instanceof Symbol.Special(var special)) {
        result.add(ClassType.of(special));
        continue;
      }
      Type type = types.prune(body.expressions.check(item, null).type());
      switch (type) {
        case MetaType(var instance) -> result.add(instance);
        case Type.UnionType(var members) when ClassValues.isClass(type) && members.size() > 1 ->
            throw body.error(item.span(), InferenceCode.ISINSTANCE_ARGUMENT,
                "isinstance() needs a class that is known when the program is compiled, but this is one of several");
        case TupleType(var elements) -> elements.forEach(e -> result.add(
            types.prune(e) instanceof MetaType(var instance) ? instance : e));
        default -> throw body.error(item.span(), InferenceCode.ISINSTANCE_ARGUMENT,
            "isinstance() arg 2 must be a type, a tuple of types, or a union");
      }
    }
    return result;
  }

  Test test(TypedExpr value, List<Type> wanted, Span span) {
    Type type = types.prune(value.type());
    return switch (type) {
      case OptionalType(var inner) -> optional(value, inner, wanted, span);
      case UnionType(var members) -> union(value, members, wanted, span);
      default -> plain(value, type, wanted, span);
    };
  }

  private Test plain(TypedExpr value, Type type, List<Type> wanted, Span span) {
    if (body.boxes.isBoxed(type) && wanted.stream().noneMatch(w -> certain(type, w))) {
      var possible = wanted.stream().map(w -> body.boxes.inside(w, type)).filter(body.boxes::isBoxable).toList();
      if (!possible.isEmpty()) {
        return boxed(value, type, possible, span);
      }
    }
    for (Type candidate : wanted) {
      if (certain(type, candidate)) {
        return new Test(after(value, true, span), types.resolve(type), null);
      }
    }
    var possible = wanted.stream().filter(w -> body.program.isReference(type) && body.program.isSubclass(w, type)).toList();
    if (possible.isEmpty()) {
      return new Test(after(value, false, span), null, types.resolve(type));
    }
    TypedExpr test = null;
    var temporary = body.temporary(types.resolve(type), span);
    TypedExpr read = new TypedExpr.Get(temporary, span);
    Type narrowed = null;
    for (Type candidate : possible) {
      Type actual = instantiate(candidate, type);
      narrowed = narrowed == null ? actual : body.coercions.join(narrowed, actual);
      TypedExpr one = new TypedExpr.IsInstance(read, actual, false, Names.BOOL, span);
      test = test == null ? one
          : new TypedExpr.Conditional(test, new TypedExpr.Literal(Names.BOOL, true, span), one, Names.BOOL, span);
    }
    return new Test(new TypedExpr.Block(List.of(new TypedStmt.Set(temporary, value, span)), test, span),
        narrowed == null ? null : types.resolve(narrowed), null);
  }

  private Test boxed(TypedExpr value, Type type, List<Type> wanted, Span span) {
    var temporary = body.temporary(types.resolve(type), span);
    TypedExpr read = new TypedExpr.Get(temporary, span);
    TypedExpr test = new TypedExpr.Literal(Names.BOOL, false, span);
    for (Type candidate : wanted.reversed()) {
      test = new TypedExpr.Conditional(body.boxes.holds(read, candidate, span),
          new TypedExpr.Literal(Names.BOOL, true, span), test, Names.BOOL, span);
    }
    Type narrowed = wanted.size() == 1 ? wanted.getFirst() : null;
    return new Test(new TypedExpr.Block(List.of(new TypedStmt.Set(temporary, value, span)), test, span), narrowed, null);
  }

  /// Fills the type arguments of a derived class from those of the base that the value is known to be.
  private Type instantiate(Type candidate, Type base) {
    if (candidate instanceof ClassType c && base instanceof ClassType b) {
      for (ClassType ancestor : body.program.ancestors(c)) {
        if (ancestor.name().equals(b.name())) {
          types.unify(ancestor, b);
        }
      }
    }
    return types.resolve(candidate);
  }

  private boolean certain(Type type, Type wanted) {
    if (wanted instanceof ClassType w) {
      if (w.name().equals("object") || w.name().equals("Any")) {
        return true;
      }
      if (type instanceof TupleType) {
        return w.name().equals("tuple");
      }
      if (type instanceof ClassType t) {
        boolean number = t.name().equals("bool") && w.name().equals("int");
        boolean tuple = w.name().equals("tuple") && (t.name().equals("DynamicTuple")
            || body.program.classOf(t) instanceof ClassSymbol s && s.isNamedTuple);
        boolean member = body.program.classOf(t) instanceof ClassSymbol s && s.isEnum && w.equals(EnumValues.plainType(s));
        return t.name().equals(w.name()) || number || tuple || member || body.program.isSubclass(t, w)
            || protocol(t, w.shortName()) || body.program.classOf(w) instanceof ClassSymbol p && p.isProtocol
                && body.program.classOf(t) instanceof ClassSymbol given && ProtocolConformance.conforms(given, p);
      }
      boolean callable = w.shortName().equals("Callable");
      return callable && (type instanceof Type.FunctionType || type instanceof Type.CallableType);
    }
    return types.resolve(type).equals(types.resolve(wanted));
  }

  private boolean protocol(ClassType type, String name) {
    return switch (name) {
      case "Iterable", "Collection" -> body.calls.hasMethod(type, "__iter__");
      case "Iterator" -> body.calls.hasMethod(type, "__next__");
      case "Sized" -> body.calls.hasMethod(type, "__len__");
      case "Hashable" -> body.calls.hasMethod(type, "__hash__");
      case "Sequence" -> type.name().equals("list") || type.name().equals("str") || type.name().equals("range")
          || type.name().equals("bytes");
      case "Mapping", "MutableMapping" -> type.name().equals("dict");
      case "Number", "Real" -> type.name().equals("int") || type.name().equals("float");
      default -> false;
    };
  }

  private Test optional(TypedExpr value, Type inner, List<Type> wanted, Span span) {
    boolean none = wanted.stream().anyMatch(Names::isNone);
    var temporary = body.temporary(types.resolve(value.type()), span);
    TypedExpr read = new TypedExpr.Get(temporary, span);
    Test present = test(body.coercions.unwrapped(read, inner), wanted, span);
    if (!none && present.test() instanceof TypedExpr.Literal(_, Boolean holds, _) && !holds) {
      return new Test(after(value, false, span), null, types.resolve(value.type()));
    }
    TypedExpr test = new TypedExpr.Conditional(body.coercions.isNone(read),
        new TypedExpr.Literal(Names.BOOL, none, span), present.test(), Names.BOOL, span);
    return new Test(new TypedExpr.Block(List.of(new TypedStmt.Set(temporary, value, span)), test, span),
        none ? null : present.narrowed(), none ? types.resolve(inner) : excluded(present));
  }

  /// What an optional is where a test of its value fails: None or what is left of the value's type.
  private @Nullable Type excluded(Test present) {
    return present.narrowed() == null || present.excluded() == null ? null : types.optional(present.excluded());
  }

  private Test union(TypedExpr value, List<Type> members, List<Type> wanted, Span span) {
    var temporary = body.temporary(types.resolve(value.type()), span);
    TypedExpr read = new TypedExpr.Get(temporary, span);
    var yes = new ArrayList<Type>();
    var no = new ArrayList<Type>();
    TypedExpr chain = new TypedExpr.Literal(Names.BOOL, false, span);
    for (Type member : members.reversed()) {
      Test one = test(new TypedExpr.Coerce(TypedExpr.Coercion.FROM_UNION, read, types.resolve(member), "", span), wanted, span);
      boolean always = one.narrowed() != null && one.excluded() == null && certainly(member, wanted);
      boolean never = one.narrowed() == null && one.excluded() != null;
      if (!never) {
        yes.addFirst(always ? types.resolve(member) : one.narrowed());
      }
      if (!always) {
        no.addFirst(types.resolve(member));
      }
      TypedExpr result = always ? new TypedExpr.Literal(Names.BOOL, true, span)
          : never ? new TypedExpr.Literal(Names.BOOL, false, span) : one.test();
      chain = new TypedExpr.Conditional(
          new TypedExpr.IsMember(read, types.resolve(member), Names.BOOL, span), result, chain, Names.BOOL, span);
    }
    if (yes.isEmpty() || no.isEmpty()) {
      return new Test(after(value, no.isEmpty(), span), no.isEmpty() ? types.resolve(value.type()) : null,
          yes.isEmpty() ? types.resolve(value.type()) : null);
    }
    return new Test(new TypedExpr.Block(List.of(new TypedStmt.Set(temporary, value, span)), chain, span),
        types.union(yes), types.union(no));
  }

  private boolean certainly(Type member, List<Type> wanted) {
    return wanted.stream().anyMatch(w -> certain(types.prune(member), w));
  }

  private static TypedExpr after(TypedExpr value, boolean truth, Span span) {
    var literal = new TypedExpr.Literal(Names.BOOL, truth, span);
    return value instanceof TypedExpr.Get || value instanceof TypedExpr.Literal || value instanceof TypedExpr.Coerce
        || value instanceof TypedExpr.GetField || value instanceof TypedExpr.Undefined ? literal
            : new TypedExpr.Block(List.of(new TypedStmt.Evaluate(value, span)), literal, span);
  }
}
