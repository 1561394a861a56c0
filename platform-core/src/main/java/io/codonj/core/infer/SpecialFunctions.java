package io.codonj.core.infer;

import io.codonj.api.ast.Expr;
import io.codonj.api.diagnostic.Diagnostic;
import io.codonj.api.source.Span;
import io.codonj.api.types.Type;
import io.codonj.api.types.Type.ClassType;
import io.codonj.api.types.Type.FunctionType;
import io.codonj.api.types.Type.LiteralType;
import io.codonj.api.types.Type.MetaType;
import io.codonj.api.types.Type.OptionalType;
import io.codonj.api.types.Type.TupleType;
import io.codonj.api.types.Type.UnionType;
import io.codonj.core.typed.TypedExpr;
import io.codonj.core.typed.TypedStmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Functions whose meaning depends on types rather than values: `isinstance`, `hasattr`, `type`, `len` of a tuple,
/// and the compile-time functions of the dialect.
final class SpecialFunctions {
  static final Set<String> NAMES = Set.of("isinstance", "issubclass", "hasattr", "getattr", "setattr", "type",
      "len", "static_len", "is_optional", "is_never", "is_tuple", "_is_mixed", "is_union", "is_class", "make_value", "new_object",
      "compile_error", "type_name", "_type_text", "_class_text", "_module_prefix", "_provide_deep_copy", "class_name",
      "address_of_object", "cast",
      "reveal_type", "callable", "is_type", "tuple", "partial", "itemgetter", "attrgetter", "methodcaller",
      "id", "open", "__ptr__", "delattr");

  private final Body body;
  private final Substitution types;

  SpecialFunctions(Body body) {
    this.body = body;
    this.types = body.types;
  }

  /// The meaning of a call of a special function; null when it is an ordinary call.
  @Nullable TypedExpr check(Expr.Call call, @Nullable Type expected) {
    String name = switch (call.callee()) {
      case Expr.Name n -> n.name();
      case Expr.Attribute(_, Expr.Name(_, var module), var member)
          when module.equals("typing") || module.equals("functools") || module.equals("operator") || module.equals("static") -> member;
      default -> "";
    };
    if (name.isEmpty()) {
      return new ObjectFunctions(body).check(call);
    }
    if (!NAMES.contains(name) || call.callee() instanceof Expr.Name && isRebound(name)) {
      return null;
    }
    var arguments = new ArrayList<Expr>();
    for (Expr.Argument argument : call.arguments()) {
      if (argument.kind() == Expr.ArgumentKind.POSITIONAL) {
        arguments.add(argument.value());
      }
    }
    return special(name, call, arguments, expected);
  }

  private boolean isRebound(String name) {
    Symbol symbol = body.module().isLibrary ? null : body.module().members.get(name);
    return symbol instanceof FunctionSymbol || symbol instanceof ClassSymbol || symbol instanceof Symbol.Variable
        || body.instance.symbol.scope().bound.contains(name) && !body.isModule();
  }

  private @Nullable TypedExpr special(String name, Expr.Call call, List<Expr> arguments, @Nullable Type expected) {
    Span span = call.span();
    int count = arguments.size();
    return switch (name) {
      case "isinstance" -> {
        Narrowing.Condition condition = body.narrowing.condition(call);
        body.flow = Flow.merge(condition.whenTrue(), condition.whenFalse());
        yield condition.test();
      }
      case "issubclass" -> issubclass(arguments, span);
      case "hasattr" -> hasattr(call, arguments);
      case "getattr" -> getattr(call, arguments);
      case "setattr", "delattr" -> setattr(name, call, arguments);
      case "type" -> count == 1 ? body.classValues.typeOf(body.expressions.check(arguments.getFirst(), null), span) : null;
      case "len" -> count == 1 ? length(arguments.getFirst(), span, false) : null;
      case "static_len" -> length(arguments.getFirst(), span, true);
      case "is_optional" -> bool(typeArgument(arguments) instanceof OptionalType, span);
      case "is_never" -> bool(Names.isNever(types.prune(typeArgument(arguments))), span);
      case "is_tuple" -> bool(typeArgument(arguments) instanceof TupleType, span);
      case "_is_mixed" -> bool(typeArgument(arguments) instanceof TupleType tuple
          && tuple.elements().stream().map(types::resolve).distinct().count() > 1, span);
      case "is_union" -> bool(typeArgument(arguments) instanceof UnionType, span);
      case "is_class" -> {
        Type type = typeArgument(arguments);
        yield bool(body.program.isReference(type) && body.program.classOf(type).hasHeader, span);
      }
      case "make_value" -> makeValue(arguments, span);
      case "new_object" -> newObject(arguments, span);
      case "compile_error" -> {
        body.flow.reachable = false;
        throw body.error(span, InferenceCode.COMPILE_ERROR, text(arguments.getFirst()));
      }
      case "type_name" -> new TypedExpr.Literal(Names.STR, shortName(typeArgument(arguments)), span);
      case "_type_text" -> new TypedExpr.Literal(Names.STR, types.resolve(typeArgument(arguments)).toString(), span);
      case "_provide_deep_copy" -> {
        DeepCopies.provide(body.program, body.program.classOf(typeArgument(arguments)));
        yield bool(true, span);
      }
      case "class_name" -> body.classValues.className(body.expressions.check(arguments.getFirst(), null), span);
      case "address_of_object" -> new TypedExpr.CallIntrinsic(
          "address_of_object", List.of(), List.of(body.expressions.check(arguments.getFirst(), null)), Names.INT, span);
      case "cast" -> count == 2 ? cast(arguments) : null;
      case "reveal_type" -> reveal(arguments.getFirst());
      case "callable" -> callable(arguments.getFirst(), span);
      case "is_type" -> bool(ClassValues.isClass(types.prune(body.expressions.check(arguments.getFirst(), null).type())), span);
      case "_module_prefix" -> new TypedExpr.Literal(Names.STR,
          body.program.classOf(typeArgument(arguments)) instanceof ClassSymbol s ? ClassFacts.modulePrefix(s) : "", span);
      case "_class_text" -> body.classValues.text(body.expressions.check(arguments.getFirst(), null), span);
      case "tuple" -> tuple(call, arguments, expected);
      case "partial" -> partial(call);
      case "itemgetter", "attrgetter", "methodcaller" -> new AccessFunctions(body, call).check(name);
      case "open" -> open(call, expected);
      case "__ptr__" -> pointer(arguments.getFirst(), span);
      default -> null;
    };
  }

  /// The text of a message that is made of literals and names of types.
  private String text(Expr expression) {
    return switch (expression) {
      case Expr.StringLiteral(_, var text) -> text;
      case Expr.Binary(_, _, var left, var right) -> text(left) + text(right);
      case Expr.Call(_, _, var arguments) when arguments.size() == 1 ->
          shortName(typeArgument(List.of(arguments.getFirst().value())));
      default -> "compile error";
    };
  }

  private static TypedExpr bool(boolean value, Span span) {
    return new TypedExpr.Literal(Names.BOOL, value, span);
  }

  String shortName(Type type) {
    ClassSymbol symbol = body.program.classOf(type);
    return symbol != null ? symbol.shortName() : types.resolve(type).toString();
  }

  /// The type that an argument names, or the type of the value that it is.
  private Type typeArgument(List<Expr> arguments) {
    Expr argument = arguments.getFirst();
    if (argument instanceof Expr.Name(_, var name) && body.instance.typeArguments.containsKey(name)) {
      return types.prune(body.instance.typeArguments.get(name));
    }
    TypedExpr value = body.expressions.check(argument, null);
    Type type = types.prune(value.type());
    if (Substitution.isVariable(type)) {
      body.unresolved = true;
    }
    return type instanceof MetaType(var instance) ? types.prune(instance) : type;
  }

  private TypedExpr issubclass(List<Expr> arguments, Span span) {
    Type derived = typeArgument(arguments);
    if (Names.is(derived instanceof OptionalType(var inner) ? types.prune(inner) : derived, "ExceptionClass")) {
      TypedExpr exception = body.members.get(
          body.expressions.check(arguments.getFirst(), null), "_exception", arguments.getFirst());
      var tests = new InstanceTests(body);
      return tests.test(exception, tests.wanted(arguments.get(1)), span).test();
    }
    boolean result = false;
    for (Type wanted : new InstanceTests(body).wanted(arguments.get(1))) {
      result |= body.program.isSubclass(derived, wanted) || Names.is(derived, "bool") && Names.is(wanted, "int")
          || Names.is(wanted, "object");
    }
    return bool(result, span);
  }

  private String attributeName(String function, List<Expr> arguments) {
    if (arguments.size() > 1) {
      if (arguments.get(1) instanceof Expr.StringLiteral(_, var name)) {
        return name;
      }
      if (body.expressions.check(arguments.get(1), null) instanceof TypedExpr.Literal(_, String name, _)) {
        return name;
      }
      throw body.error(arguments.get(1).span(), InferenceCode.COMPUTED_ATTRIBUTE, function
          + "() needs a constant attribute name: attributes computed at run time are not supported");
    }
    throw body.error(arguments.isEmpty() ? Span.NONE : arguments.getFirst().span(), InferenceCode.ARGUMENT_COUNT,
        function + "() needs an attribute name");
  }

  private TypedExpr hasattr(Expr.Call call, List<Expr> arguments) {
    String name = attributeName("hasattr", arguments);
    Type type = typeArgument(arguments);
    return bool(hasAttribute(type, name), call.span());
  }

  private boolean hasAttribute(Type type, String name) {
    return switch (type) {
      case OptionalType(var inner) -> false;
      case FunctionType _ when name.equals("__name__") -> true;
      case UnionType(var members) -> members.stream().allMatch(m -> hasAttribute(types.prune(m), name));
      default -> {
        ClassSymbol symbol = body.program.classOf(type);
        yield symbol != null && (!symbol.findMethods(name).isEmpty() || symbol.findField(name) != null
            || symbol.findClassVariable(name) != null);
      }
    };
  }

  private TypedExpr getattr(Expr.Call call, List<Expr> arguments) {
    String name = attributeName("getattr", arguments);
    if (arguments.size() == 3 && !hasAttribute(typeArgument(arguments), name)) {
      return body.expressions.check(arguments.get(2), null);
    }
    return body.expressions.check(new Expr.Attribute(call.at(), arguments.getFirst(), name), null);
  }

  private TypedExpr setattr(String function, Expr.Call call, List<Expr> arguments) {
    String name = attributeName(function, arguments);
    if (function.equals("delattr")) {
      throw body.error(call.span(), InferenceCode.CANNOT_ASSIGN,
          "attributes are part of their class and cannot be deleted");
    }
    if (arguments.size() != 3) {
      throw body.error(call.span(), InferenceCode.ARGUMENT_COUNT, "setattr() needs an object, a name and a value");
    }
    var statements = new ArrayList<TypedStmt>();
    TypedExpr value = body.expressions.check(arguments.get(2), null);
    body.assignments.target(new Expr.Attribute(call.at(), arguments.getFirst(), name), value, statements);
    return new TypedExpr.Block(statements, new TypedExpr.Literal(Names.NONE, null, call.span()), call.span());
  }

  // ---- values

  private @Nullable TypedExpr length(Expr argument, Span span, boolean constant) {
    TypedExpr value = body.expressions.check(argument, null);
    Type type = types.prune(value.type());
    if (type instanceof TupleType(var elements)) {
      return new TypedExpr.Literal(Names.INT, (long) elements.size(), span);
    }
    if (type instanceof MetaType(var instance) && body.program.classOf(instance) instanceof ClassSymbol s && s.isEnum) {
      value = body.members.callClassMember(instance, "_members", List.of(), body.calls.node(span), null);
    }
    if (constant) {
      throw body.error(span, InferenceCode.DYNAMIC_FEATURE, "static_len() needs a tuple");
    }
    return body.calls.invocations.invoke(body.program.builtinFunction("len"), List.of(), List.of(Argument.of(value)),
        body.calls.node(span), java.util.Map.of(), null);
  }

  private TypedExpr makeValue(List<Expr> arguments, Span span) {
    Type type = body.annotation(arguments.getFirst());
    ClassSymbol symbol = body.program.classOf(type);
    var fields = ClassLayouts.fields(symbol);
    var values = new ArrayList<TypedExpr>();
    for (int i = 0; i < fields.size(); i++) {
      Type wanted = body.program.fieldType((ClassType) types.prune(type), fields.get(i));
      values.add(body.coercions.coerce(body.expressions.check(arguments.get(i + 1), wanted), wanted));
    }
    return body.constructors.makeValue((ClassType) types.prune(type), values, span);
  }

  private TypedExpr newObject(List<Expr> arguments, Span span) {
    Type type = types.resolve(body.annotation(arguments.getFirst()));
    if (!types.isGround(type)) {
      body.unresolved = true;
      return new TypedExpr.Undefined(type, span);
    }
    body.program.constructed.add(type);
    return new TypedExpr.New(type, span);
  }

  /// A mode with `b` that is written at the call opens a file of bytes; the kind of file is part of its type.
  private @Nullable TypedExpr open(Expr.Call call, @Nullable Type expected) {
    int position = 0;
    for (Expr.Argument argument : call.arguments()) {
      boolean isMode = argument.kind() == Expr.ArgumentKind.POSITIONAL ? position++ == 1 : argument.name().equals("mode");
      if (isMode && argument.value() instanceof Expr.StringLiteral(_, var mode) && mode.contains("b")) {
        return body.calls.invocations.invoke(body.program.builtinFunction("_open_binary"), List.of(),
            body.calls.arguments(call), call, java.util.Map.of(), expected);
      }
    }
    return null;
  }

  private TypedExpr cast(List<Expr> arguments) {
    Type type = body.annotation(arguments.getFirst());
    TypedExpr value = body.expressions.check(arguments.get(1), type);
    TypedExpr converted = body.coercions.tryCoerce(value, type);
    return converted != null ? converted : body.narrowing.select(value, types.resolve(type));
  }

  private TypedExpr reveal(Expr argument) {
    TypedExpr value = body.expressions.check(argument, null);
    if (types.isGround(value.type())) {
      body.program.problems.add(Diagnostic.of(InferenceCode.REVEALED_TYPE, argument.span(),
          "revealed type is '" + body.coercions.show(value.type()) + "'"));
    }
    return value;
  }

  private TypedExpr callable(Expr argument, Span span) {
    Type type = types.prune(body.expressions.check(argument, null).type());
    return bool(type instanceof FunctionType || type instanceof Type.CallableType || type instanceof MetaType
        || body.calls.hasMethod(type, "__call__"), span);
  }

  /// `tuple(x)`: a tuple stays one; anything else has a length known only at run time.
  private @Nullable TypedExpr tuple(Expr.Call call, List<Expr> arguments, @Nullable Type expected) {
    if (arguments.isEmpty()) {
      return new TypedExpr.MakeTuple(new TupleType(List.of()), List.of(), call.span());
    }
    TypedExpr value = body.expressions.check(arguments.getFirst(), null);
    Type type = types.prune(value.type());
    if (type instanceof TupleType) {
      return value;
    }
    if (type instanceof ClassType c && body.program.classOf(c) instanceof ClassSymbol s && s.isNamedTuple) {
      return body.members.namedTupleFields(value, s, c);
    }
    if (expected != null && types.prune(expected) instanceof TupleType wanted) {
      var elements = body.assignments.fixedElements(value, wanted.elements().size(), call.span());
      var values = elements.stream().map(Argument::typed).toList();
      return body.coercions.coerce(new TypedExpr.MakeTuple(
          new TupleType(values.stream().map(v -> types.resolve(v.type())).toList()), values, call.span()), wanted);
    }
    return body.calls.library("_dynamic_tuple", List.of(value), call.span());
  }

  private TypedExpr partial(Expr.Call call) {
    return new PartialApplication(body).check(call);
  }

  private TypedExpr pointer(Expr argument, Span span) {
    if (argument instanceof Expr.Name name && body.expressions.check(name, null) instanceof TypedExpr.Get(var variable, _)) {
      return new TypedExpr.AddressOf(variable, ClassType.of("Ptr", types.resolve(variable.type())), span);
    }
    throw body.error(span, InferenceCode.DYNAMIC_FEATURE, "__ptr__() takes the name of a variable");
  }

  static boolean isLiteral(Type type) {
    return type instanceof LiteralType;
  }
}
