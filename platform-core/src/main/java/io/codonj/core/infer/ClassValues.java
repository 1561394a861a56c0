package io.codonj.core.infer;

import io.codonj.api.ast.Expr;
import io.codonj.api.source.Span;
import io.codonj.api.types.Type;
import io.codonj.api.types.Type.ClassType;
import io.codonj.api.types.Type.FunctionType;
import io.codonj.api.types.Type.MetaType;
import io.codonj.api.types.Type.OptionalType;
import io.codonj.api.types.Type.TupleType;
import io.codonj.api.types.Type.UnionType;
import io.codonj.core.typed.TypedExpr;
import io.codonj.core.typed.TypedStmt;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Classes as values. A class that is known when the program is compiled has a type of its own, `type[C]`, and takes no
/// memory; a choice between classes that is made at run time is a union of these types.
final class ClassValues {
  private final Body body;
  private final Substitution types;

  ClassValues(Body body) {
    this.body = body;
    this.types = body.types;
  }

  /// `type(x)`. Where the object may be of a derived class, the value is one of several classes.
  TypedExpr typeOf(TypedExpr value, Span span) {
    Type type = types.prune(value.type());
    if (Substitution.isVariable(type)) {
      body.unresolved = true;
      return new TypedExpr.CallIntrinsic("type_of", List.of(), List.of(value), new MetaType(type), span);
    }
    if (type instanceof OptionalType || type instanceof UnionType) {
      var members = new ArrayList<Type>();
      if (type instanceof OptionalType(var inner)) {
        members.addAll(types.prune(inner) instanceof UnionType(var several) ? several : List.of(inner));
        members.add(Names.NONE);
      } else {
        members.addAll(((UnionType) type).members());
      }
      return chosen(value, members, span);
    }
    if (type instanceof ClassType c && body.program.classOf(c) instanceof ClassSymbol symbol && symbol.module.isLibrary
        && !symbol.subclasses.isEmpty() && body.program.isSubclass(c, Names.BASE_EXCEPTION)) {
      return exceptionClass(value, symbol, span);
    }
    var classes = type instanceof ClassType c ? possible(c) : List.<Type>of();
    return classes.size() > 1 ? chosen(value, classes, span)
        : new TypedExpr.CallIntrinsic("type_of", List.of(), List.of(value), new MetaType(types.resolve(type)), span);
  }

  /// The class of an exception of which only a base in the library is known.
  private TypedExpr exceptionClass(TypedExpr value, ClassSymbol symbol, Span span) {
    var temporary = body.temporary(types.resolve(value.type()), span);
    TypedExpr read = new TypedExpr.Get(temporary, span);
    TypedExpr module = new TypedExpr.Literal(Names.STR, "", span);
    for (ClassSymbol derived : symbol.subclasses) {
      if (!derived.module.isLibrary && derived.bases.stream().anyMatch(b -> body.program.classes.get(b.name()).module.isLibrary)) {
        module = new TypedExpr.Conditional(new TypedExpr.IsInstance(read, ClassType.of(derived.name), false, Names.BOOL, span),
            new TypedExpr.Literal(Names.STR, derived.module.name + ".", span), module, Names.STR, span);
      }
    }
    TypedExpr made = body.calls.library("_class_of_exception", List.of(
        body.coercions.coerce(read, Names.BASE_EXCEPTION), module), span);
    TypedExpr whole = new TypedExpr.Block(List.of(new TypedStmt.Set(temporary, value, span)), made, span);
    return new TypedExpr.CallIntrinsic("type_of", List.of(), List.of(value, whole), types.resolve(made.type()), span);
  }

  /// The classes that an object of a class written by the user may have, derived ones first; empty for others.
  List<Type> possible(ClassType type) {
    ClassSymbol symbol = body.program.classOf(type);
    if (symbol == null || symbol.module.isLibrary || symbol.isEnum || symbol.isValue) {
      return List.of();
    }
    var all = new ArrayList<ClassSymbol>(symbol.subclasses);
    all.add(symbol);
    if (all.stream().anyMatch(c -> !c.typeParameters.isEmpty())) {
      return List.of();
    }
    all.removeIf(c -> !c.abstractMethods().isEmpty() || c.isProtocol);
    all.sort((a, b) -> a == b ? 0 : a.isSubclassOf(b) ? -1 : b.isSubclassOf(a) ? 1 : 0);
    return all.stream().map(c -> (Type) ClassType.of(c.name)).toList();
  }

  /// What `type[C]` stands for in an annotation: the class or one derived from it.
  static Type annotated(Program program, Type instance) {
    ClassSymbol symbol = instance instanceof ClassType c ? program.classOf(c) : null;
    if (symbol == null || symbol.module.isLibrary || symbol.subclasses.isEmpty()) {
      return new MetaType(instance);
    }
    var members = new ArrayList<Type>();
    members.add(new MetaType(instance));
    symbol.subclasses.stream().filter(c -> c.typeParameters.isEmpty()).forEach(
        c -> members.add(new MetaType(ClassType.of(c.name))));
    return program.types.union(members);
  }

  /// The class of an object as one of several: the value itself is kept for those that ask for the name only.
  private TypedExpr chosen(TypedExpr value, List<Type> classes, Span span) {
    var temporary = body.temporary(types.resolve(value.type()), span);
    TypedExpr read = new TypedExpr.Get(temporary, span);
    Type union = types.resolve(types.union(
        classes.stream().map(c -> (Type) new MetaType(types.resolve(c))).toList()));
    TypedExpr chain = null;
    for (Type each : classes.reversed()) {
      TypedExpr one = body.coercions.coerce(new TypedExpr.Undefined(new MetaType(types.resolve(each)), span), union);
      chain = chain == null ? one : new TypedExpr.Conditional(isExactly(read, each, span), one, chain, union, span);
    }
    TypedExpr choice = new TypedExpr.Block(List.of(new TypedStmt.Set(temporary, value, span)), chain, span);
    return new TypedExpr.CallIntrinsic("type_of", List.of(), List.of(value, choice), union, span);
  }

  private TypedExpr isExactly(TypedExpr read, Type wanted, Span span) {
    return switch (types.prune(read.type())) {
      case OptionalType(var inner) -> Names.isNone(wanted) ? body.coercions.isNone(read)
          : new TypedExpr.Conditional(body.coercions.isNone(read), new TypedExpr.Literal(Names.BOOL, false, span),
              isExactly(body.coercions.unwrapped(read, inner), wanted, span), Names.BOOL, span);
      case UnionType _ -> new TypedExpr.IsMember(read, types.resolve(wanted), Names.BOOL, span);
      case Type type when types.resolve(type).equals(types.resolve(wanted)) && body.program.classOf(type).subclasses.isEmpty() ->
          new TypedExpr.Literal(Names.BOOL, true, span);
      default -> new TypedExpr.IsInstance(read, types.resolve(wanted), true, Names.BOOL, span);
    };
  }

  /// The `x` of `type(x)` and `x.__class__`; null for other expressions.
  static @Nullable Expr subject(Expr expression) {
    return switch (expression) {
      case Expr.Call(_, Expr.Name(_, var name), var arguments) when name.equals("type") && arguments.size() == 1 ->
          arguments.getFirst().value();
      case Expr.Attribute(_, var value, var name) when name.equals("__class__") -> value;
      default -> null;
    };
  }

  /// Is this a call of `type()` whose argument is at hand?
  static boolean isTypeOf(TypedExpr value) {
    return value instanceof TypedExpr.CallIntrinsic c && c.name().equals("type_of");
  }

  private static TypedExpr bool(boolean value, Span span) {
    return new TypedExpr.Literal(Names.BOOL, value, span);
  }

  /// A class, or a choice between classes.
  static boolean isClass(Type type) {
    return type instanceof MetaType
        || type instanceof UnionType(var members) && members.stream().allMatch(MetaType.class::isInstance);
  }

  /// The text of a class value: `<class '__main__.C'>`.
  TypedExpr text(TypedExpr value, Span span) {
    if (types.prune(value.type()) instanceof UnionType union) {
      return body.operators.perMember(value, union, span, m -> text(m, span));
    }
    Type instance = types.prune(((MetaType) types.prune(value.type())).instance());
    ClassSymbol symbol = body.program.classOf(instance);
    if (isDynamic(value, symbol)) {
      return dynamicText(((TypedExpr.CallIntrinsic) value).arguments().getFirst(), symbol, span);
    }
    String name = instance instanceof FunctionType || instance instanceof Type.CallableType ? "function"
        : symbol == null ? types.resolve(instance).toString() : symbol.module.name.equals(Names.BUILTINS)
            ? ClassFacts.name(symbol) : symbol.module.name + "." + ClassFacts.qualifiedName(symbol);
    return new TypedExpr.Literal(Names.STR, "<class '" + name + "'>", span);
  }

  private static boolean isDynamic(TypedExpr value, @Nullable ClassSymbol symbol) {
    return isTypeOf(value) && symbol != null && symbol.hasHeader && !symbol.subclasses.isEmpty();
  }

  /// What is printed in place of a value: the class of an object that may be of a derived one becomes text while the
  /// object is at hand.
  TypedExpr printed(TypedExpr value) {
    return types.prune(value.type()) instanceof MetaType(var instance) && isDynamic(value, body.program.classOf(instance))
        ? text(value, value.span()) : value;
  }

  /// The same for the class of an object that may be of a derived one.
  private TypedExpr dynamicText(TypedExpr object, ClassSymbol symbol, Span span) {
    var temporary = body.temporary(types.resolve(object.type()), span);
    TypedExpr read = new TypedExpr.Get(temporary, span);
    TypedExpr text = body.calls.library("_class_display", List.of(className(read, span)), span);
    var pending = new java.util.ArrayDeque<>(List.of(symbol));
    while (!pending.isEmpty()) {
      ClassSymbol each = pending.poll();
      pending.addAll(each.subclasses);
      if (!each.module.name.equals(Names.BUILTINS) && each.typeParameters.isEmpty()) {
        Type exact = ClassType.of(each.name);
        text = new TypedExpr.Conditional(new TypedExpr.IsInstance(read, exact, true, Names.BOOL, span),
            text(new TypedExpr.Undefined(new MetaType(exact), span), span), text, Names.STR, span);
      }
    }
    return new TypedExpr.Block(
        List.of(new TypedStmt.Set(temporary, object, span)), text, span);
  }

  /// The name of an object's class.
  TypedExpr className(TypedExpr value, Span span) {
    Type type = types.prune(value.type());
    return switch (type) {
      case UnionType union -> body.operators.perMember(value, union, span, m -> className(m, span));
      case OptionalType(var inner) -> {
        var temporary = body.temporary(types.resolve(type), span);
        var read = new TypedExpr.Get(temporary, span);
        yield new TypedExpr.Block(List.of(new TypedStmt.Set(temporary, value, span)),
            new TypedExpr.Conditional(body.coercions.isNone(read), new TypedExpr.Literal(Names.STR, "NoneType", span),
                className(body.coercions.unwrapped(read, inner), span), Names.STR, span), span);
      }
      case TupleType _ -> new TypedExpr.Literal(Names.STR, "tuple", span);
      case ClassType _ when body.boxes.isBoxed(type) -> body.calls.method(value, "__kind__", List.of(), span);
      case FunctionType _, Type.CallableType _ -> new TypedExpr.Literal(Names.STR, "function", span);
      case ClassType _ when body.program.classOf(type) instanceof ClassSymbol s && s.hasHeader && !s.isValue ->
          new TypedExpr.CallIntrinsic("class_name", List.of(), List.of(value), Names.STR, span);
      case ClassType c when GeneratorTypes.isGenerator(c) -> new TypedExpr.Literal(Names.STR, "generator", span);
      default -> new TypedExpr.Literal(Names.STR, body.specials.shortName(type), span);
    };
  }

  /// `type(x) is C` where the class of `x` is known only at run time; null when types decide.
  @Nullable TypedExpr sameClass(TypedExpr left, TypedExpr right, Span span) {
    TypedExpr dynamic = left instanceof TypedExpr.CallIntrinsic c && c.name().equals("type_of") ? c.arguments().getFirst()
        : null;
    TypedExpr other = right instanceof TypedExpr.CallIntrinsic c && c.name().equals("type_of") ? c.arguments().getFirst()
        : null;
    if (dynamic == null && other == null) {
      return null;
    }
    if (dynamic == null) {
      return sameClass(right, left, span);
    }
    Type type = types.prune(dynamic.type());
    if (type instanceof OptionalType) {
      dynamic = body.coercions.checkedUnwrap(dynamic, "_none_type_error", "unexpected None");
      type = types.prune(dynamic.type());
    }
    Type given = other == null ? null : types.prune(other.type());
    if (given instanceof ClassType && type instanceof ClassType && body.program.classOf(type).subclasses.isEmpty()
        && body.program.classOf(given).subclasses.isEmpty()) {
      return bool(types.resolve(type).equals(types.resolve(given)), span);
    }
    if (other != null) {
      return body.operators.compare(io.codonj.api.ast.ComparisonOperator.EQUAL, className(dynamic, span),
          className(other, span), body.calls.node(span));
    }
    Type wanted = types.prune(((MetaType) types.prune(right.type())).instance());
    if (type instanceof UnionType union) {
      return body.operators.perMember(dynamic, union, span, m -> exact(m, wanted, span));
    }
    return exact(dynamic, wanted, span);
  }

  private TypedExpr exact(TypedExpr value, Type wanted, Span span) {
    Type type = types.prune(value.type());
    boolean hierarchy = body.program.isReference(type) && body.program.classOf(type).hasHeader;
    if (!hierarchy) {
      return bool(types.resolve(type).equals(types.resolve(wanted)), span);
    }
    return body.program.isSubclass(wanted, type)
        ? new TypedExpr.IsInstance(value, types.resolve(wanted), true, Names.BOOL, span) : bool(false, span);
  }
}
