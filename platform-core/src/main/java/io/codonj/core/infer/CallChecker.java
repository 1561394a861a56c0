package io.codonj.core.infer;

import io.codonj.api.ast.Expr;
import io.codonj.api.ast.Node;
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
import io.codonj.core.typed.TypedStmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Calls: finds out what is called and hands the arguments over.
final class CallChecker {
  private final Body body;
  private final Substitution types;
  final InvocationChecker invocations;

  CallChecker(Body body) {
    this.body = body;
    this.types = body.types;
    this.invocations = new InvocationChecker(body);
  }

  TypedExpr check(Expr.Call call, @Nullable Type expected) {
    if (PartialApplication.isWritten(call)) {
      return new PartialApplication(body).written(call);
    }
    TypedExpr looked = KeywordPacks.get(body, call, expected);
    if (looked != null) {
      return looked;
    }
    TypedExpr special = body.specials.check(call, expected);
    if (special != null) {
      return special;
    }
    if (call.callee() instanceof Expr.Attribute attribute) {
      return attributeCall(call, attribute, expected);
    }
    if (call.callee() instanceof Expr.Name name) {
      FunctionSymbol function = namedFunction(name);
      if (function != null) {
        return invocations.invoke(function, List.of(), arguments(call), call, Map.of(), expected);
      }
    }
    if (call.callee() instanceof Expr.Subscript(_, var head, var index)) {
      FunctionSymbol function = subscriptedFunction(head);
      if (function != null && !function.definition.typeParameters().isEmpty()) {
        return invocations.invoke(
            function, List.of(), arguments(call), call, explicitTypes(function, index), expected);
      }
    }
    TypedExpr callee = body.expressions.check(call.callee(), null);
    return callValue(callee, arguments(call), call, expected);
  }

  private Map<String, Type> explicitTypes(FunctionSymbol function, Expr index) {
    var items = index instanceof Expr.Display d && d.kind() == Expr.DisplayKind.TUPLE ? d.elements() : List.of(index);
    var result = new java.util.HashMap<String, Type>();
    for (int i = 0; i < items.size() && i < function.definition.typeParameters().size(); i++) {
      result.put(function.definition.typeParameters().get(i).name(), body.annotation(items.get(i)));
    }
    return result;
  }

  /// The function that `f` or `module.f` surely means in `f[int](…)`.
  private @Nullable FunctionSymbol subscriptedFunction(Expr head) {
    return switch (head) {
      case Expr.Name name -> namedFunction(name);
      case Expr.Attribute attribute
          when new TypeResolver(body.program).symbolOf(attribute, body.typeContext()) instanceof FunctionSymbol function
              && function.owner == null -> function;
      default -> null;
    };
  }

  /// The function that a plain name surely means.
  @Nullable FunctionSymbol namedFunction(Expr.Name name) {
    for (var scope : body.comprehensionScopes) {
      if (scope.containsKey(name.name())) {
        return null;
      }
    }
    if (body.variables.find(name.name(), name.span()) != null) {
      return null;
    }
    Symbol symbol = body.variables.symbol(name.name());
    if (symbol == null && !body.instance.typeArguments.containsKey(name.name())) {
      symbol = body.program.member(body.program.builtins(), name.name());
    }
    return symbol instanceof FunctionSymbol function && body.functionValues.captures(function).isEmpty()
        ? function : null;
  }

  /// The arguments as written; `*tuple` is taken apart.
  List<Argument> arguments(Expr.Call call) {
    var result = new ArrayList<Argument>();
    for (Expr.Argument argument : call.arguments()) {
      switch (argument.kind()) {
        case POSITIONAL -> result.add(Argument.of(argument.value()));
        case KEYWORD -> result.add(Argument.keyword(argument.name(), argument.value()));
        case STAR -> star(argument.value(), result);
        case DOUBLE_STAR -> doubleStar(argument.value(), result);
      }
    }
    if (body.instance.symbol.isPartial) {
      var last = new java.util.HashMap<String, Argument>();
      result.stream().filter(Argument::isKeyword).forEach(a -> last.put(a.keyword(), a));
      result.removeIf(a -> a.isKeyword() && last.get(a.keyword()) != a);
    }
    return result;
  }

  /// `**kwargs` of known names, `**{"a": 1}` and `**named_tuple` are keyword arguments; other dictionaries are looked into
  /// at run time.
  private void doubleStar(Expr expression, List<Argument> into) {
    Span span = expression.span();
    if (expression instanceof Expr.DictDisplay(_, var items)
        && items.stream().allMatch(i -> i.key() instanceof Expr.StringLiteral)) {
      items.forEach(i -> into.add(Argument.keyword(((Expr.StringLiteral) i.key()).value(), i.value())));
      return;
    }
    TypedExpr pack = KeywordPacks.named(body, expression);
    if (pack != null) {
      KeywordPacks.entries(pack, types, span).forEach((name, value) -> into.add(new Argument(name, null, value, span)));
      return;
    }
    TypedExpr value = body.expressions.check(expression, null);
    Argument earlier = into.stream().filter(a -> a.keyword().equals("**")).findFirst().orElse(null);
    if (earlier == null) {
      into.add(new Argument("**", null, value, span));
      return;
    }
    into.remove(earlier);
    into.add(new Argument("**", null,
        body.calls.library("_merged_keywords", List.of(earlier.typed(), value), span), span));
  }

  private void star(Expr expression, List<Argument> into) {
    if (expression instanceof Expr.Display(_, var kind, var items) && kind != Expr.DisplayKind.SET) {
      for (Expr item : items) {
        if (item instanceof Expr.Starred(_, var inner)) {
          star(inner, into);
        } else {
          into.add(Argument.of(item));
        }
      }
      return;
    }
    TypedExpr value = body.expressions.check(expression, null);
    Type type = types.prune(value.type());
    if (type instanceof ClassType c && body.program.classOf(c) instanceof ClassSymbol symbol && symbol.isNamedTuple) {
      value = body.members.namedTupleFields(value, symbol, c);
      type = value.type();
    }
    if (type instanceof TupleType(var elements)) {
      var span = expression.span();
      var temporary = body.temporary(types.resolve(type), span);
      var set = new TypedStmt.Set(temporary, value, span);
      for (int i = 0; i < elements.size(); i++) {
        TypedExpr element = new TypedExpr.GetElement(
            new TypedExpr.Get(temporary, span), i, types.resolve(elements.get(i)), span);
        into.add(Argument.of(i == 0 ? new TypedExpr.Block(List.of(set), element, span) : element));
      }
      return;
    }
    if (Substitution.isVariable(type)) {
      body.unresolved = true;
    }
    into.add(new Argument("*", expression, value, expression.span()));
  }

  private TypedExpr attributeCall(Expr.Call call, Expr.Attribute attribute, @Nullable Type expected) {
    var arguments = arguments(call);
    if (SuperMembers.isSuper(body, attribute.value())) {
      return new SuperMembers(body, attribute).call(arguments, call, expected);
    }
    Symbol symbol = body.members.moduleMember(attribute);
    if (symbol instanceof FunctionSymbol function) {
      return invocations.invoke(function, List.of(), arguments, call, Map.of(), expected);
    }
    TypedExpr receiver = symbol != null ? null : body.expressions.check(attribute.value(), null);
    if (receiver == null) {
      return callValue(body.variables.value(symbol, attribute), arguments, call, expected);
    }
    return body.members.callMember(receiver, attribute, arguments, call, expected);
  }

  /// Calls any value: a function value, a class, an object with `__call__`.
  TypedExpr callValue(TypedExpr callee, List<Argument> arguments, Expr at, @Nullable Type expected) {
    Type type = types.prune(callee.type());
    return switch (type) {
      case FunctionType f -> body.functionValues.call(callee, f, arguments, at, expected);
      case MetaType(var instance) -> body.constructors.construct(instance, arguments, at, expected);
      case CallableType c -> callCallable(callee, c, arguments, at);
      case OptionalType(var inner) when !Substitution.isVariable(types.prune(inner)) -> callValue(
          body.coercions.checkedUnwrap(callee, "_none_type_error", "'NoneType' object is not callable"), arguments, at,
          expected);
      case Type t when Substitution.isVariable(t) || t instanceof OptionalType -> {
        arguments.forEach(a -> typed(a, null));
        yield body.defer(at);
      }
      case ClassType _ when hasMethod(type, "__call__") ->
          body.members.callMethod(callee, "__call__", arguments, at, expected);
      case UnionType union -> body.operators.perMember(callee, union, at.span(),
          member -> callValue(member, arguments, at, expected));
      default -> throw body.error(at.span(), InferenceCode.NOT_CALLABLE,
          "'" + body.coercions.show(type) + "' object is not callable");
    };
  }

  private TypedExpr callCallable(TypedExpr callee, CallableType type, List<Argument> arguments, Expr at) {
    if (arguments.size() != type.parameters().size()) {
      throw body.error(at.span(), InferenceCode.TOO_MANY_ARGUMENTS,
          "the function takes " + type.parameters().size() + " arguments but " + arguments.size() + " were given");
    }
    var values = new ArrayList<TypedExpr>();
    for (int i = 0; i < arguments.size(); i++) {
      TypedExpr value = typed(arguments.get(i), type.parameters().get(i));
      values.add(body.coercions.coerce(
          value, type.parameters().get(i), arguments.get(i).span(), InferenceCode.ARGUMENT_TYPE));
    }
    if (!types.isGround(type)) {
      body.unresolved = true;
    }
    return new TypedExpr.CallValue(callee, values, types.resolve(type.result()), at.span());
  }

  TypedExpr typed(Argument argument, @Nullable Type expected) {
    if (argument.typed() != null) {
      return argument.typed();
    }
    return body.expressions.check(argument.expression(), expected);
  }

  boolean hasMethod(Type type, String name) {
    var symbol = body.program.classOf(type);
    return symbol != null && !symbol.findMethods(name).isEmpty();
  }

  // ---- calls that the checker makes itself

  /// Calls a function of the built-in library.
  TypedExpr library(String function, List<TypedExpr> arguments, Span span) {
    return invocations.invoke(body.program.builtinFunction(function), List.of(),
        arguments.stream().map(Argument::of).toList(), node(span), Map.of(), null);
  }

  /// Calls a method with typed arguments; null when the type has no such method or none that fits.
  @Nullable TypedExpr tryMethod(TypedExpr receiver, String name, List<TypedExpr> arguments, Span span) {
    if (!hasMethod(receiver.type(), name)) {
      return null;
    }
    return invocations.tryMethod(receiver, name, arguments, node(span));
  }

  TypedExpr method(TypedExpr receiver, String name, List<TypedExpr> arguments, Span span) {
    TypedExpr result = tryMethod(receiver, name, arguments, span);
    if (result == null) {
      throw body.error(span, InferenceCode.NO_MATCHING_OVERLOAD,
          "'" + body.coercions.show(receiver.type()) + "' object has no suitable method '" + name + "'");
    }
    return result;
  }

  /// Calls a static method of a class with typed arguments.
  TypedExpr tryLibraryMethodOnClass(Type type, String name, List<TypedExpr> arguments, Span span) {
    return body.members.callClassMember(type, name, arguments.stream().map(Argument::of).toList(), node(span), null);
  }

  /// A node for calls that have none in the source.
  Expr node(Span span) {
    return new Expr.NoneLiteral(new io.codonj.api.ast.Origin(span, -1 - span.start() - 31 * span.end()));
  }

  static Span span(Node node) {
    return node.span();
  }
}
