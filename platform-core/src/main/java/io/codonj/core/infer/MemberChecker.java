package io.codonj.core.infer;

import io.codonj.api.ast.Expr;
import io.codonj.api.source.Span;
import io.codonj.api.types.Type;
import io.codonj.api.types.Type.ClassType;
import io.codonj.api.types.Type.FunctionType;
import io.codonj.api.types.Type.MetaType;
import io.codonj.api.types.Type.ModuleType;
import io.codonj.api.types.Type.OptionalType;
import io.codonj.api.types.Type.TupleType;
import io.codonj.api.types.Type.UnionType;
import io.codonj.core.typed.TypedExpr;
import io.codonj.core.typed.TypedStmt;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Attributes: fields, methods, properties, class variables, members of modules, `super()`.
final class MemberChecker {
  private final Body body;
  private final Substitution types;

  MemberChecker(Body body) {
    this.body = body;
    this.types = body.types;
  }

  // ---- modules

  /// What `module.name` means; null when the value is no module.
  @Nullable Symbol moduleMember(Expr.Attribute attribute) {
    ModuleSymbol module = moduleOf(attribute.value());
    if (module == null) {
      return null;
    }
    Symbol member = body.program.member(module, attribute.name());
    if (member != null) {
      return member;
    }
    if (body.program.module(module.name + "." + attribute.name(), attribute.span().file()) != null) {
      return new Symbol.ModuleReference(module.name + "." + attribute.name());
    }
    throw Suggestions.moduleAttribute(body, module, attribute);
  }

  private @Nullable ModuleSymbol moduleOf(Expr expression) {
    Symbol symbol = switch (expression) {
      case Expr.Name name -> {
        boolean variable = body.comprehensionScopes.stream().anyMatch(s -> s.containsKey(name.name()))
            || isVariable(name);
        yield variable ? null : body.variables.symbol(name.name());
      }
      case Expr.Attribute attribute -> moduleOf(attribute.value()) == null ? null : moduleMember(attribute);
      default -> null;
    };
    if (!(symbol instanceof Symbol.ModuleReference(var name))) {
      return null;
    }
    ModuleSymbol module = body.program.module(name, expression.span().file());
    if (module == null) {
      throw body.error(expression.span(), InferenceCode.MODULE_NOT_FOUND, "No module named '" + name + "'");
    }
    return module;
  }

  private boolean isVariable(Expr.Name name) {
    try {
      return body.variables.find(name.name(), name.span()) != null;
    } catch (CheckError _) {
      return true;
    }
  }

  // ---- reading attributes

  TypedExpr check(Expr.Attribute attribute, @Nullable Type expected) {
    Symbol symbol = moduleMember(attribute);
    if (symbol != null) {
      return body.variables.value(symbol, attribute);
    }
    if (SuperMembers.isSuper(body, attribute.value())) {
      return new SuperMembers(body, attribute).read();
    }
    TypedExpr object = body.expressions.check(attribute.value(), null);
    TypedExpr value = get(object, attribute.name(), attribute);
    String path = body.narrowing.path(attribute);
    return path == null ? value : body.narrowing.apply(value, path);
  }

  TypedExpr get(TypedExpr object, String name, Expr at) {
    Type type = types.prune(object.type());
    var span = at.span();
    if (object instanceof TypedExpr.CallIntrinsic c && c.name().equals("type_of")
        && (name.equals("__name__") || name.equals("__qualname__"))) {
      return body.classValues.className(c.arguments().getFirst(), span);
    }
    return switch (type) {
      case OptionalType(var inner) when !Substitution.isVariable(types.prune(inner)) ->
          get(body.coercions.checkedUnwrap(object, "_none_attribute_error", name), name, at);
      case OptionalType _ -> body.defer(at);
      case MetaType(var instance) -> classAttribute(instance, name, at);
      case ModuleType(var module) -> {
        Symbol member = body.program.member(body.program.module(module, span.file()), name);
        if (member == null) {
          throw body.error(span, InferenceCode.MODULE_ATTRIBUTE, "module '" + module + "' has no attribute '" + name + "'");
        }
        yield body.variables.value(member, at);
      }
      case UnionType union -> body.operators.perMember(object, union, span, member -> get(member, name, at));
      case ClassType c when Substitution.isVariable(c) -> body.defer(at);
      case ClassType c -> objectAttribute(object, c, name, at);
      case TupleType _ -> methodValue(object, type, name, at);
      case FunctionType f -> {
        FunctionSymbol function = body.program.functions.get(f.function());
        TypedExpr value = function.isPartial ? PartialApplication.attribute(body, object, f, function, name, span)
            : FunctionAttributes.get(body, function, name, span);
        if (value == null) {
          throw noAttribute(type, name, span);
        }
        yield value;
      }
      default -> throw noAttribute(type, name, span);
    };
  }

  CheckError noAttribute(Type type, String name, Span span) {
    return Suggestions.attribute(body, type, name, span);
  }

  private TypedExpr objectAttribute(TypedExpr object, ClassType type, String name, Expr at) {
    if (Names.isNever(type)) {
      return object;
    }
    ClassSymbol symbol = body.program.classOf(type);
    if (name.equals("value") && type.name().equals("StopIteration")) {
      return body.stopValues.read(object, at);
    }
    if (symbol == null) {
      throw noAttribute(type, name, at.span());
    }
    if (name.equals("__class__")) {
      return body.classValues.typeOf(object, at.span());
    }
    var methods = symbol.findMethods(name);
    boolean property = !methods.isEmpty() && methods.getFirst().kind == FunctionSymbol.Kind.PROPERTY
        && !(methods.getFirst().owner.isProtocol && symbol.findField(name) != null);
    if (property) {
      return invokeMethod(object, symbol, methods, List.of(), at, null);
    }
    TypedExpr described = Descriptors.get(body, object, symbol, name, at);
    if (described != null) {
      return described;
    }
    ClassSymbol.Field field = symbol.findField(name);
    if (field != null && field.owner().shadowing.contains(name)) {
      return Shadowing.read(body, object, type, field, at);
    }
    if (field != null) {
      return getField(object, type, field, at.span());
    }
    if (!methods.isEmpty()) {
      return methodValue(object, type, name, at);
    }
    ClassSymbol owner = symbol.findClassVariable(name);
    if (owner != null) {
      return instanceClassVariable(object, symbol, name, at);
    }
    if (symbol.findNestedClass(name) instanceof ClassSymbol nested) {
      return body.variables.value(nested, at);
    }
    if (!symbol.findMethods("__getattr__").isEmpty()) {
      return new AttributeHooks(body).get(object, symbol, name, at);
    }
    throw noAttribute(type, name, at.span());
  }

  TypedExpr getField(TypedExpr object, ClassType type, ClassSymbol.Field field, Span span) {
    Type fieldType = types.prune(body.program.fieldType(type, field));
    if (!types.isGround(fieldType)) {
      body.unresolved = true;
    }
    return new TypedExpr.GetField(object, types.resolve(type), field.name(), types.resolve(fieldType), span);
  }

  private TypedExpr methodValue(TypedExpr object, Type type, String name, Expr at) {
    ClassSymbol symbol = body.program.classOf(type);
    var methods = symbol == null ? List.<FunctionSymbol>of() : symbol.findMethods(name);
    if (methods.isEmpty()) {
      throw noAttribute(type, name, at.span());
    }
    return body.functionValues.boundMethod(object, methods.getFirst(), at.span());
  }

  /// A class variable read through an object: a derived class may have its own.
  TypedExpr instanceClassVariable(TypedExpr object, ClassSymbol symbol, String name, Expr at) {
    TypedExpr value = classVariable(symbol.findClassVariable(name), name, at);
    var overriding = new ArrayList<ClassSymbol>();
    collectOverriding(symbol, name, overriding);
    for (ClassSymbol derived : overriding) {
      TypedExpr own = classVariable(derived, name, at);
      TypedExpr converted = body.coercions.tryCoerce(own, value.type());
      if (converted == null) {
        throw body.error(at.span(), InferenceCode.OVERRIDE_TYPE,
            "class variable '" + name + "' has different types in '" + symbol.shortName() + "' and '"
                + derived.shortName() + "'");
      }
      var test = new TypedExpr.IsInstance(object, ClassType.of(derived.name), false, Names.BOOL, at.span());
      value = new TypedExpr.Conditional(test, converted, value, types.resolve(value.type()), at.span());
    }
    return value;
  }

  private static void collectOverriding(ClassSymbol symbol, String name, List<ClassSymbol> into) {
    for (ClassSymbol derived : symbol.subclasses) {
      if (derived.classVariables.containsKey(name) && derived != symbol && !into.contains(derived)) {
        into.add(derived);
      }
    }
    into.sort((a, b) -> a.isSubclassOf(b) ? 1 : b.isSubclassOf(a) ? -1 : 0);
  }

  // ---- classes

  private TypedExpr classAttribute(Type instance, String name, Expr at) {
    Type type = types.prune(instance);
    ClassSymbol symbol = body.program.classOf(type);
    if (symbol != null && name.equals("__qualname__")) {
      return new TypedExpr.Literal(Names.STR, ClassFacts.qualifiedName(symbol), at.span());
    }
    if (name.equals("__name__") || name.equals("__qualname__")) {
      return new TypedExpr.Literal(Names.STR, symbol != null ? ClassFacts.name(symbol) : type.toString(), at.span());
    }
    if (symbol == null) {
      throw noAttribute(type, name, at.span());
    }
    if (name.equals("__doc__")) {
      return ClassFacts.documentation(symbol, at.span());
    }
    if (name.equals("__mro__") || name.equals("__bases__")) {
      return ClassFacts.classes(body, symbol, name.equals("__mro__"), at.span());
    }
    if (name.equals("__module__")) {
      return new TypedExpr.Literal(Names.STR, symbol.module.name, at.span());
    }
    if (symbol.isNamedTuple && name.equals("_fields")) {
      return NamedTupleValues.names(symbol, at.span());
    }
    ClassSymbol owner = symbol.findClassVariable(name);
    if (owner != null) {
      TypedExpr described = Descriptors.ofClass(body, type, symbol, name, at);
      return described != null ? described : classVariable(owner, name, at);
    }
    if (symbol.findNestedClass(name) instanceof ClassSymbol nested) {
      return body.variables.value(nested, at);
    }
    var methods = symbol.findMethods(name);
    if (methods.isEmpty()) {
      throw body.error(at.span(), InferenceCode.CLASS_ATTRIBUTE,
          "type object '" + symbol.shortName() + "' has no attribute '" + name + "'");
    }
    FunctionSymbol method = methods.getFirst();
    return method.kind == FunctionSymbol.Kind.CLASS_METHOD
        ? body.functionValues.boundMethod(new TypedExpr.Undefined(new MetaType(type), at.span()), method, at.span())
        : body.functionValues.closure(method, at.span());
  }

  /// Class variables are global variables named after their class; the class statement gives them their value.
  TypedExpr classVariable(ClassSymbol owner, String name, Expr at) {
    var variable = ClassVariables.variable(body.program, owner, name);
    if (!types.isGround(variable.type())) {
      body.unresolved = true;
    }
    return new TypedExpr.Get(variable, at.span());
  }

  // ---- calls

  TypedExpr callMember(
      TypedExpr receiver, Expr.Attribute attribute, List<Argument> arguments, Expr.Call call, @Nullable Type expected) {
    String name = attribute.name();
    Type type = types.prune(receiver.type());
    switch (type) {
      case OptionalType(var inner) when !Substitution.isVariable(types.prune(inner)) -> {
        return callMember(body.coercions.checkedUnwrap(receiver, "_none_attribute_error", name), attribute, arguments,
            call, expected);
      }
      case OptionalType _ -> {
        return body.defer(call);
      }
      case MetaType(var instance) -> {
        TypedExpr result = name.equals("__subclasses__") ? ClassFacts.subclasses(body, instance, call)
            : callClassMember(instance, name, arguments, call, expected);
        return result != null ? result : body.calls.callValue(get(receiver, name, attribute), arguments, call, expected);
      }
      case FunctionType _ -> {
        return body.calls.callValue(get(receiver, name, attribute), arguments, call, expected);
      }
      case UnionType union -> {
        return body.operators.perMember(receiver, union, call.span(),
            member -> callMember(member, attribute, arguments, call, expected));
      }
      case ClassType c when Substitution.isVariable(c) -> {
        arguments.forEach(a -> body.calls.typed(a, null));
        return body.defer(call);
      }
      case ClassType c when Names.isNever(c) -> {
        return receiver;
      }
      default -> {}
    }
    ClassSymbol symbol = body.program.classOf(type);
    if (symbol == null) {
      throw noAttribute(type, name, attribute.span());
    }
    var methods = symbol.findMethods(name);
    ClassSymbol decorator = symbol.findClassVariable(name);
    if (decorator != null && decorator.decorated.contains(name)) {
      var all = new ArrayList<>(arguments);
      all.addFirst(Argument.of(receiver));
      return body.calls.callValue(classVariable(decorator, name, attribute), all, call, expected);
    }
    if (methods.isEmpty() || methods.getFirst().kind == FunctionSymbol.Kind.PROPERTY || symbol.findField(name) != null) {
      return body.calls.callValue(get(receiver, name, attribute), arguments, call, expected);
    }
    if (name.equals("format") && Names.is(type, "str")) {
      TypedExpr formatted = FormatCalls.check(body, receiver, arguments, call);
      if (formatted != null) {
        return formatted;
      }
    }
    Type hint = SeenArguments.result(body, symbol, name, attribute.value(), expected);
    return callMethod(receiver, name, arguments, call, hint);
  }

  TypedExpr callMethod(
      TypedExpr receiver, String name, List<Argument> arguments, Expr at, @Nullable Type expected) {
    if (name.equals("__iter__") && types.prune(receiver.type()) instanceof TupleType tuple
        && MixedTuples.isMixed(body, tuple)) {
      return callMethod(MixedTuples.list(body, receiver, tuple), name, arguments, at, expected);
    }
    ClassSymbol symbol = body.program.classOf(receiver.type());
    boolean adds = arguments.size() == 1 && !body.isLibrary() && (name.equals("extend") || name.equals("update"));
    if (adds && new ContainerWidening(body).widenBy(receiver, body.calls.typed(arguments.getFirst(), null))) {
      return new TypedExpr.Literal(Names.NONE, null, at.span());
    }
    return invokeMethod(receiver, symbol, symbol.findMethods(name), arguments, at, expected);
  }

  TypedExpr invokeMethod(
      TypedExpr receiver, ClassSymbol symbol, List<FunctionSymbol> methods, List<Argument> arguments, Expr at,
      @Nullable Type expected) {
    FunctionSymbol first = methods.getFirst();
    var known = typeArguments(receiver.type(), first);
    return switch (first.kind) {
      case STATIC_METHOD -> body.calls.invocations.choose(methods, List.of(), arguments, at, known, expected);
      case CLASS_METHOD -> body.calls.invocations.choose(methods,
          List.of(new TypedExpr.Undefined(new MetaType(types.resolve(receiver.type())), at.span())), arguments, at, known,
          expected);
      default -> {
        if (methods.size() == 1 && Dispatcher.isOverridden(symbol, first)) {
          yield Dispatcher.call(body, receiver, symbol, first, arguments, at, known, expected);
        }
        yield body.calls.invocations.choose(methods, List.of(receiver), arguments, at, known, expected);
      }
    };
  }

  /// What type parameters of the method's class stand for, seen from the receiver.
  Map<String, Type> typeArguments(Type receiver, FunctionSymbol method) {
    Type type = types.prune(receiver);
    var result = new HashMap<String, Type>();
    if (method.owner != null && type instanceof ClassType c) {
      for (ClassType ancestor : body.program.ancestors(c)) {
        if (ancestor.name().equals(method.owner.name)) {
          result.putAll(body.program.typeArguments(method.owner, ancestor));
        }
      }
      result.put("Self", type);
    }
    return result;
  }

  /// `C.method(…)`; null when the class has no such method.
  @Nullable TypedExpr callClassMember(
      Type instance, String name, List<Argument> arguments, Expr at, @Nullable Type expected) {
    Type type = types.prune(instance);
    ClassSymbol symbol = body.program.classOf(type);
    if (symbol == null || symbol.findMethods(name).isEmpty()) {
      return null;
    }
    var methods = symbol.findMethods(name);
    FunctionSymbol first = methods.getFirst();
    var known = typeArguments(type, first);
    if (first.kind == FunctionSymbol.Kind.STATIC_METHOD) {
      return body.calls.invocations.choose(methods, List.of(), arguments, at, known, expected);
    }
    if (first.kind == FunctionSymbol.Kind.CLASS_METHOD) {
      return body.calls.invocations.choose(methods,
          List.of(new TypedExpr.Undefined(new MetaType(type), at.span())), arguments, at, known, expected);
    }
    if (arguments.isEmpty()) {
      throw body.error(at.span(), InferenceCode.ARGUMENT_COUNT,
          symbol.shortName() + "." + name + "() missing 1 required positional argument: 'self'");
    }
    TypedExpr self = body.calls.typed(arguments.getFirst(), type);
    var rest = arguments.subList(1, arguments.size());
    return body.calls.invocations.choose(
        methods, List.of(self), rest, at, typeArguments(self.type(), first), expected);
  }

  /// A named tuple as the plain tuple of its fields.
  TypedExpr namedTupleFields(TypedExpr value, ClassSymbol symbol, ClassType type) {
    var span = value.span();
    var temporary = body.temporary(types.resolve(type), span);
    var read = new TypedExpr.Get(temporary, span);
    var parts = new ArrayList<TypedExpr>();
    var elements = new ArrayList<Type>();
    for (ClassSymbol.Field field : ClassLayouts.fields(symbol)) {
      TypedExpr part = getField(read, type, field, span);
      parts.add(part);
      elements.add(types.resolve(part.type()));
    }
    return new TypedExpr.Block(List.of(new TypedStmt.Set(temporary, value, span)),
        new TypedExpr.MakeTuple(new TupleType(elements), parts, span), span);
  }
}
