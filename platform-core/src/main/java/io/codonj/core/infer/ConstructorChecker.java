package io.codonj.core.infer;

import io.codonj.api.ast.Expr;
import io.codonj.api.ast.Origin;
import io.codonj.api.source.Span;
import io.codonj.api.types.Type;
import io.codonj.api.types.Type.ClassType;
import io.codonj.api.types.Type.TupleType;
import io.codonj.core.typed.TypedExpr;
import io.codonj.core.typed.TypedStmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Making objects: `C(…)`.
final class ConstructorChecker {
  private final Body body;
  private final Substitution types;

  ConstructorChecker(Body body) {
    this.body = body;
    this.types = body.types;
  }

  /// The class with fresh type arguments, the same in each walk.
  Type freshType(ClassSymbol symbol, Expr at) {
    body.program.declarations().complete(symbol);
    var arguments = new ArrayList<Type>();
    for (String parameter : symbol.typeParameters) {
      Type known = body.instance.symbol.owner == symbol ? null : null;
      arguments.add(known != null ? known : body.nodeType(at, "class " + symbol.name + " " + parameter));
    }
    return new ClassType(symbol.name, arguments);
  }

  /// A generic class as an argument, such as `list` in `map(list, rows)`: each call of it decides anew what it holds.
  TypedExpr withoutArguments(TypedExpr value) {
    return types.prune(value.type()) instanceof Type.MetaType(var instance)
        && types.prune(instance) instanceof ClassType c && !c.arguments().isEmpty()
        && c.arguments().stream().allMatch(a -> Substitution.isVariable(types.prune(a)))
            ? new TypedExpr.Undefined(new Type.MetaType(new ClassType(c.name(), List.of())), value.span()) : value;
  }

  TypedExpr construct(Type instance, List<Argument> arguments, Expr at, @Nullable Type expected) {
    Type type = types.prune(instance);
    if (Substitution.isVariable(type)) {
      return body.defer(at);
    }
    if (type instanceof TupleType tuple) {
      return tuple(tuple, arguments, at);
    }
    if (type instanceof Type.OptionalType && arguments.size() <= 1) {
      return arguments.isEmpty() ? body.coercions.none(types.resolve(type), at.span())
          : body.coercions.coerce(body.calls.typed(arguments.getFirst(), type), type);
    }
    if (!(type instanceof ClassType c)) {
      throw body.error(at.span(), InferenceCode.NOT_CALLABLE, "'" + body.coercions.show(type) + "' cannot be called");
    }
    ClassSymbol symbol = body.program.classOf(c);
    if (symbol == null) {
      throw body.error(at.span(), InferenceCode.NOT_CALLABLE, "'" + c.shortName() + "' cannot be instantiated");
    }
    if (c.arguments().isEmpty() && !symbol.typeParameters.isEmpty()) {
      return construct(freshType(symbol, at), arguments, at, expected);
    }
    ArrayCodes.determine(body, symbol, c, arguments);
    if (expected != null && types.prune(expected) instanceof ClassType wanted && wanted.name().equals(c.name())) {
      int mark = types.mark();
      if (!types.unify(wanted, c)) {
        types.rollback(mark);
      }
    }
    if (symbol.name.equals("dict") && !arguments.isEmpty()
        && arguments.stream().allMatch(a -> a.isKeyword() && a.expression() != null)) {
      return body.expressions.check(dictionary(arguments, at), expected != null ? expected : c);
    }
    if (symbol.isEnum) {
      return enumLookup(c, arguments, at);
    }
    if (symbol.name.equals("BaseExceptionGroup") && !body.isLibrary()) {
      return body.calls.invocations.invoke(
          body.program.builtinFunction("_new_exception_group"), List.of(), arguments, at, java.util.Map.of(), null);
    }
    rejectAbstract(symbol, at);
    var makers = symbol.findMethods("__new__");
    if (!makers.isEmpty() && !makers.getFirst().module.isLibrary && symbol.hasHeader) {
      return made(symbol, c, arguments, at);
    }
    if (!makers.isEmpty()) {
      return body.members.callClassMember(c, "__new__", arguments, at, expected);
    }
    return symbol.isValue ? value(symbol, c, arguments, at) : object(symbol, c, arguments, at);
  }

  /// `dict(a=1, b=2)` as `{"a": 1, "b": 2}`.
  private static Expr dictionary(List<Argument> arguments, Expr at) {
    var items = new ArrayList<Expr.DictItem>();
    int id = -1;
    for (Argument argument : arguments) {
      var origin = new Origin(argument.span(), -2000 - argument.span().start() - id--);
      items.add(new Expr.DictItem(new Expr.StringLiteral(origin, argument.keyword()), argument.expression()));
    }
    return new Expr.DictDisplay(at.at(), items);
  }

  private TypedExpr tuple(TupleType type, List<Argument> arguments, Expr at) {
    if (arguments.size() == 1) {
      return body.coercions.coerce(body.calls.typed(arguments.getFirst(), type), type);
    }
    return new TypedExpr.MakeTuple(new TupleType(List.of()), List.of(), at.span());
  }

  private void rejectAbstract(ClassSymbol symbol, Expr at) {
    var missing = symbol.abstractMethods();
    if (!missing.isEmpty()) {
      throw body.error(at.span(), InferenceCode.ABSTRACT_CLASS, "Can't instantiate abstract class " + symbol.shortName()
          + " with abstract method" + (missing.size() == 1 ? " " : "s ") + String.join(", ", missing));
    }
    if (symbol.isProtocol) {
      throw body.error(at.span(), InferenceCode.PROTOCOL_INSTANCE, "Protocols cannot be instantiated");
    }
  }

  /// A value class without `__new__` takes its fields.
  private TypedExpr value(ClassSymbol symbol, ClassType type, List<Argument> arguments, Expr at) {
    var fields = ClassLayouts.fields(symbol);
    if (arguments.size() != fields.size()) {
      throw body.error(at.span(), InferenceCode.TOO_MANY_ARGUMENTS, symbol.shortName() + "() takes " + fields.size()
          + " arguments but " + arguments.size() + " were given");
    }
    var values = new ArrayList<TypedExpr>();
    for (int i = 0; i < fields.size(); i++) {
      Type wanted = body.program.fieldType(type, fields.get(i));
      values.add(body.coercions.coerce(
          body.calls.typed(arguments.get(i), wanted), wanted, arguments.get(i).span(), InferenceCode.ARGUMENT_TYPE));
    }
    return makeValue(type, values, at.span());
  }

  TypedExpr makeValue(ClassType type, List<TypedExpr> values, Span span) {
    if (!types.isGround(type)) {
      body.unresolved = true;
    }
    body.program.constructed.add(types.resolve(type));
    return new TypedExpr.CallIntrinsic("make_value", List.of(types.resolve(type)), values, types.resolve(type), span);
  }

  private TypedExpr object(ClassSymbol symbol, ClassType type, List<Argument> arguments, Expr at) {
    var span = at.span();
    var temporary = body.temporary(types.resolve(type), span);
    var read = new TypedExpr.Get(temporary, span);
    var statements = new ArrayList<TypedStmt>();
    TypedExpr initialize = null;
    if (!symbol.findMethods("__init__").isEmpty()) {
      var methods = symbol.findMethods("__init__");
      var self = new TypedExpr.Undefined(types.resolve(type), span);
      // The arguments may determine the type of the object, so they are checked before it is final.
      initialize = body.calls.invocations.choose(
          methods, List.of(self), arguments, at, body.members.typeArguments(type, methods.getFirst()), null);
      if (!types.isGround(type)) {
        body.unresolved = true;
        return new TypedExpr.Undefined(type, span);
      }
    } else if (!arguments.isEmpty()) {
      throw body.error(arguments.getFirst().span(), InferenceCode.TOO_MANY_ARGUMENTS,
          symbol.shortName() + "() takes no arguments");
    } else if (!types.isGround(type)) {
      body.unresolved = true;
      return new TypedExpr.Undefined(type, span);
    }
    Type actual = types.resolve(type);
    temporary.type(actual);
    body.program.constructed.add(actual);
    statements.add(new TypedStmt.Set(temporary, new TypedExpr.New(actual, span), span));
    defaults(symbol, (ClassType) actual, read, at, statements);
    new LocalClasses(body).initialize(symbol, (ClassType) actual, read, span, statements);
    if (initialize != null) {
      initialize = SelfArgument.replace(initialize, read);
      if (!symbol.module.isLibrary && initialize instanceof TypedExpr.CallFunction call
          && body.program.isSubclass(actual, Names.BASE_EXCEPTION)) {
        initialize = new ExceptionArguments(body).recorded(call, read, statements);
      }
      statements.add(new TypedStmt.Evaluate(initialize, span));
    }
    return new TypedExpr.Block(statements, read, span);
  }

  /// An object without `__init__` having run, as `object.__new__(cls)` gives it.
  TypedExpr allocate(TypedExpr cls, Expr at) {
    Span span = at.span();
    Type type = types.prune(cls.type()) instanceof Type.MetaType(var instance) ? types.resolve(instance)
        : types.resolve(cls.type());
    if (!types.isGround(type) || !(body.program.classOf(type) instanceof ClassSymbol symbol)) {
      body.unresolved = true;
      return new TypedExpr.Undefined(type, span);
    }
    body.program.constructed.add(type);
    var temporary = body.temporary(type, span);
    var read = new TypedExpr.Get(temporary, span);
    var statements = new ArrayList<TypedStmt>();
    statements.add(new TypedStmt.Set(temporary, new TypedExpr.New(type, span), span));
    defaults(symbol, (ClassType) type, read, at, statements);
    new LocalClasses(body).initialize(symbol, (ClassType) type, read, span, statements);
    return new TypedExpr.Block(statements, read, span);
  }

  /// `__new__` makes the object; when it is one of the class, `__init__` gets the same arguments.
  private TypedExpr made(ClassSymbol symbol, ClassType type, List<Argument> arguments, Expr at) {
    Span span = at.span();
    var statements = new ArrayList<TypedStmt>();
    var given = new ArrayList<Argument>();
    for (Argument argument : arguments) {
      TypedExpr value = body.calls.typed(argument, null);
      var temporary = body.temporary(types.resolve(value.type()), argument.span());
      statements.add(new TypedStmt.Set(temporary, value, argument.span()));
      given.add(new Argument(argument.keyword(), null, new TypedExpr.Get(temporary, argument.span()), argument.span()));
    }
    var all = new ArrayList<>(given);
    all.addFirst(Argument.of(new TypedExpr.Undefined(new Type.MetaType(type), span)));
    var makers = symbol.findMethods("__new__");
    TypedExpr object = body.calls.invocations.choose(
        makers, List.of(), all, at, body.members.typeArguments(type, makers.getFirst()), null);
    if (types.prune(object.type()) instanceof Type.OptionalType) {
      object = body.coercions.checkedUnwrap(object, "_none_type_error", "__new__() gave None");
    }
    if (Substitution.isVariable(types.prune(object.type()))) {
      body.unresolved = true;
      return object;
    }
    var methods = symbol.findMethods("__init__");
    if (methods.isEmpty() || !body.program.isSubclass(object.type(), type)) {
      return statements.isEmpty() ? object : new TypedExpr.Block(statements, object, span);
    }
    var temporary = body.temporary(types.resolve(object.type()), span);
    var read = new TypedExpr.Get(temporary, span);
    statements.add(new TypedStmt.Set(temporary, object, span));
    statements.add(new TypedStmt.Evaluate(body.calls.invocations.choose(methods, List.of(read), given, at,
        body.members.typeArguments(type, methods.getFirst()), null), span));
    return new TypedExpr.Block(statements, read, span);
  }

  /// Fields that the class body gives a value start with it.
  private void defaults(ClassSymbol symbol, ClassType type, TypedExpr object, Expr at, List<TypedStmt> into) {
    if (symbol.isDataclass) {
      return;
    }
    for (ClassSymbol.Field field : ClassLayouts.fields(symbol)) {
      if (field.owner().shadowing.contains(field.name())) {
        continue;
      }
      if (field.defaultValue() == null || !field.owner().classVariables.containsKey(field.name())) {
        continue;
      }
      TypedExpr value = body.members.classVariable(field.owner(), field.name(), at);
      Type wanted = body.program.fieldType(type, field);
      into.add(new TypedStmt.SetField(object, type, field.name(), body.coercions.coerce(value, wanted), at.span()));
    }
  }

  /// `Color(1)`: the member with that value.
  private TypedExpr enumLookup(ClassType type, List<Argument> arguments, Expr at) {
    return body.members.callClassMember(type, "_from_value", arguments, at, null);
  }

  static Map<String, Type> none() {
    return Map.of();
  }
}
