package io.codonj.core.infer;

import io.codonj.api.ast.Expr;
import io.codonj.api.ast.Parameter;
import io.codonj.api.source.Span;
import io.codonj.api.types.Type;
import io.codonj.api.types.Type.CallableType;
import io.codonj.api.types.Type.ClassType;
import io.codonj.api.types.Type.FunctionType;
import io.codonj.api.types.Type.OptionalType;
import io.codonj.core.typed.TypedExpr;
import io.codonj.core.typed.TypedStmt;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Calls of a known function: overload choice, generic parameters, the instance, and its result.
final class InvocationChecker {
  private static final java.util.Set<String> SEQUENCES =
      java.util.Set.of("Iterable", "Sequence", "MutableSequence", "Collection", "Container", "Reversible");
  private final Body body;
  private final Substitution types;
  private final RestArguments rest;
  private final OverloadChoice overloads;

  InvocationChecker(Body body) {
    this.body = body;
    this.rest = new RestArguments(body, this);
    this.overloads = new OverloadChoice(body, this);
    this.types = body.types;
  }

  /// @param leading values for the first parameters that the call does not show (captured values, `self`)
  TypedExpr invoke(
      FunctionSymbol function, List<TypedExpr> leading, List<Argument> arguments, Expr at, Map<String, Type> known,
      @Nullable Type expected) {
    if (function.name.equals("dataclasses.replace") && !arguments.isEmpty()) {
      TypedExpr object = body.calls.typed(arguments.getFirst(), null);
      return body.members.callMethod(object, "__replace__", arguments.subList(1, arguments.size()), at, expected);
    }
    var candidates = function.overloads.isEmpty() ? List.of(function) : function.overloads;
    Type hint = SeenArguments.result(body, function, arguments, expected);
    return choose(candidates, leading, arguments, at, known, hint);
  }

  TypedExpr choose(
      List<FunctionSymbol> candidates, List<TypedExpr> leading, List<Argument> arguments, Expr at,
      Map<String, Type> known, @Nullable Type expected) {
    var all = new ArrayList<Argument>();
    leading.forEach(v -> all.add(Argument.of(v)));
    all.addAll(arguments);
    if (!arguments.isEmpty() && candidates.stream().anyMatch(c -> c.perMember)) {
      int first = leading.size();
      TypedExpr subject = body.calls.typed(all.get(first), null);
      all.set(first, Argument.of(subject));
      if (types.prune(subject.type()) instanceof Type.UnionType union) {
        return body.operators.perMember(subject, union, at.span(), member -> {
          all.set(first, Argument.of(member));
          return choose(candidates, leading, all.subList(first, all.size()), at, known, expected);
        });
      }
    }
    if (candidates.size() == 1) {
      return invokeOne(candidates.getFirst(), all, leading.size(), at, known, expected);
    }
    var typed = new ArrayList<Argument>();
    for (Argument argument : all) {
      TypedExpr value = body.calls.typed(argument, null);
      typed.add(new Argument(argument.keyword(), argument.expression(), value, argument.span()));
    }
    FunctionSymbol chosen = overloads.choose(candidates, typed, known, at.span());
    if (chosen == null) {
      if (typed.stream().skip(leading.size()).anyMatch(a -> Substitution.isVariable(types.prune(a.typed().type())))) {
        return body.defer(at);
      }
      if (overloads.widened(candidates, typed, known, at.span())) {
        return new TypedExpr.Literal(Names.NONE, null, at.span());
      }
      throw overloads.none(candidates, typed, leading.size(), at);
    }
    return invokeOne(chosen, typed, leading.size(), at, known, expected);
  }

  /// What the type parameters of class and function stand for in one call. With a node they are the same in each
  /// walk, without one they are for a trial only.
  Map<String, Type> typeArguments(FunctionSymbol function, Map<String, Type> known, @Nullable Expr at) {
    var result = new HashMap<>(function.typeContext);
    result.putAll(known);
    if (isOpen(function)) {
      function.definition.typeParameters().forEach(p -> result.putIfAbsent(p.name(), ClassType.of("Any")));
    }
    for (String name : typeParameters(function)) {
      if (!result.containsKey(name)) {
        result.put(name, at == null ? types.fresh() : body.nodeType(at, "type " + function.name + " " + name));
      }
    }
    return result;
  }

  /// Has a function parameters that stand for any number of types? Nothing but its calls says what they are.
  private static boolean isOpen(FunctionSymbol function) {
    return function.definition.typeParameters().stream().anyMatch(
        p -> p.kind() != io.codonj.api.ast.TypeParameter.TypeParameterKind.TYPE);
  }

  private List<String> typeParameters(FunctionSymbol function) {
    if (function.typeParameterNames == null) {
      var names = new ArrayList<String>();
      if (!isOpen(function)) {
        function.definition.typeParameters().forEach(p -> names.add(p.name()));
      }
      var resolver = new TypeResolver(body.program);
      var context = new TypeResolver.Context(function.module, function.enclosing, Map.of());
      for (Parameter parameter : function.parameters()) {
        if (parameter.annotation() != null) {
          AnnotationVariables.collect(parameter.annotation(), resolver, context, names);
        }
      }
      function.typeParameterNames = names;
    }
    return function.typeParameterNames;
  }

  /// The declared type of a parameter; null when the parameter is generic.
  @Nullable Type declared(FunctionSymbol function, int index, Map<String, Type> typeArguments) {
    Parameter parameter = function.parameters().get(index);
    if (parameter.annotation() == null || index == 1 && takesExceptionClass(function)) {
      return null;
    }
    Type type = resolveIn(function, parameter.annotation(), typeArguments);
    if (new TypeResolver(body.program).isGeneric(types.prune(type))) {
      return null;
    }
    if (parameter.defaultValue() instanceof Expr.NoneLiteral) {
      return types.optional(type);
    }
    return type;
  }

  /// The class of an exception is a value of the library, whatever `type[…]` the parameter names.
  private static boolean takesExceptionClass(FunctionSymbol function) {
    return function.owner != null
        && (function.displayName.equals("__exit__") || function.displayName.equals("__aexit__"));
  }

  Type resolveIn(FunctionSymbol function, Expr annotation, Map<String, Type> typeArguments) {
    Type type = new TypeResolver(body.program).resolve(
        annotation, new TypeResolver.Context(function.module, function.enclosing, typeArguments));
    return typeArguments.containsKey("Self") ? TypeResolver.substitute(type, Map.of("Self", typeArguments.get("Self")))
        : type;
  }

  private TypedExpr invokeOne(
      FunctionSymbol function, List<Argument> arguments, int implicit, Expr at, Map<String, Type> known,
      @Nullable Type expected) {
    var typeArguments = typeArguments(function, known, at);
    var before = new StarArguments(body, function, typeArguments, at).expand(arguments);
    var slots = bind(function, arguments, implicit, at.span());
    if (expected != null && function.definition.returns() != null && Substitution.isVariable(types.prune(expected))
        == false && !typeParameters(function).isEmpty()) {
      ContextTypes.hint(body, function, typeArguments, expected);
    }
    var parameterTypes = new Type[slots.size()];
    var values = new TypedExpr[slots.size()];
    var evaluation = new EvaluationOrder(body, at.span());
    var order = EvaluationOrder.of(slots, arguments);
    for (int i : order) {
      TypedExpr first = values.length > 0 ? values[0] : null;
      TypedExpr value = argument(function, i, slots.get(i), typeArguments, at, first);
      values[i] = value;
      parameterTypes[i] = value.type();
      nameType(function, i, value, typeArguments);
    }
    evaluation.settle(order, values);
    TypedExpr endless = neverCalled(order, values, at.span());
    if (endless != null) {
      return evaluation.wrap(endless);
    }
    if (expected == null || Substitution.isVariable(types.prune(expected))) {
      ContextTypes.defaults(body, function, typeArguments);
    }
    TypedExpr call = evaluation.wrap(finish(function, List.of(parameterTypes), List.of(values), typeArguments, at));
    return before.isEmpty() ? call : new TypedExpr.Block(before, call, at.span());
  }

  /// `T: type` names the class that is passed, in the annotations too.
  private void nameType(FunctionSymbol function, int index, TypedExpr value, Map<String, Type> typeArguments) {
    Parameter parameter = function.parameters().get(index);
    if (parameter.annotation() instanceof Expr.Name(_, var kind) && kind.equals("type")
        && types.prune(value.type()) instanceof Type.MetaType(var instance)) {
      typeArguments.put(parameter.name(), instance);
    }
  }

  /// An argument that gives no value keeps the call from happening; null when all give one.
  private @Nullable TypedExpr neverCalled(List<Integer> order, TypedExpr[] values, Span span) {
    var before = new ArrayList<TypedStmt>();
    for (int i : order) {
      if (Names.isNever(types.prune(values[i].type()))) {
        return before.isEmpty() ? values[i] : new TypedExpr.Block(before, values[i], span);
      }
      if (values[i] instanceof TypedExpr.MakeTuple(_, var elements, _)) {
        for (TypedExpr element : elements) {
          if (Names.isNever(types.prune(element.type()))) {
            return before.isEmpty() ? element : new TypedExpr.Block(before, element, span);
          }
          before.add(new TypedStmt.Evaluate(element, span));
        }
      } else {
        before.add(new TypedStmt.Evaluate(values[i], span));
      }
    }
    return null;
  }

  private static List<ArgumentBinder.Slot> bind(
      FunctionSymbol function, List<Argument> arguments, int implicit, Span span) {
    try {
      return ArgumentBinder.bind(function, arguments, implicit, span);
    } catch (CheckError error) {
      throw function.module.isLibrary ? error.uncertain() : error;
    }
  }

  private TypedExpr argument(
      FunctionSymbol function, int index, ArgumentBinder.Slot slot, Map<String, Type> typeArguments, Expr at,
      @Nullable TypedExpr first) {
    Parameter parameter = function.parameters().get(index);
    switch (parameter.kind()) {
      case STAR -> {
        return rest.positional(function, index, slot.rest(), typeArguments, at);
      }
      case DOUBLE_STAR -> {
        return rest.keywords(function, index, slot.keywords(), typeArguments, at);
      }
      default -> {}
    }
    Type declared = declared(function, index, typeArguments);
    Argument argument = slot.argument();
    if (argument == null && StaticParameters.isStatic(parameter) && Declarations.isLiteral(parameter.defaultValue())) {
      return body.expressions.check(parameter.defaultValue(), null);
    }
    if (argument == null) {
      return body.functionValues.defaultValue(function, parameter, declared, typeArguments, at);
    }
    if (declared == null) {
      boolean mixed = function.mixedDisplays && argument.typed() == null && DisplayChecker.isDisplay(argument.expression());
      TypedExpr value = body.constructors.withoutArguments(
          body.calls.typed(argument, mixed ? DisplayChecker.MIXED : itemsOf(function, parameter, argument, typeArguments)));
      if (parameter.annotation() != null && !function.module.isLibrary) {
        new ProtocolArguments(body).learn(function, parameter.annotation(), value, typeArguments);
      }
      return MixedTuples.needsOneType(body, function, value)
          ? MixedTuples.list(body, value, (Type.TupleType) types.prune(value.type())) : value;
    }
    TypedExpr value = body.calls.typed(argument, declared);
    if (Substitution.isVariable(types.prune(declared)) && isOwnersParameter(function, declared, typeArguments)) {
      body.functionValues.callables.generalize(value, types.prune(declared));
    }
    Type wanted = types.prune(declared);
    if (wanted instanceof CallableType callable && types.prune(value.type()) instanceof FunctionType given
        && function.intrinsic == null && function.foreign == null
        && body.functionValues.callables.fits(value, given, callable, function)) {
      return value;
    }
    TypedExpr converted = body.coercions.tryCoerce(value, declared);
    if (converted == null) {
      if (Substitution.isVariable(types.prune(value.type()))) {
        body.unresolved = true;
        return value;
      }
      TypedExpr widened = new ContainerWidening(body).widen(function, index, first, declared, value);
      if (widened != null) {
        return widened;
      }
      throw body.error(argument.span(), InferenceCode.ARGUMENT_TYPE,
          "argument '" + parameter.name() + "' of " + ArgumentBinder.name(function) + "() has type '"
              + body.coercions.show(declared) + "', but the value is '" + body.coercions.show(value.type()) + "'");
    }
    return converted;
  }

  /// What the items of a list must be that is written for a parameter such as `Iterable[Callable[[int], int]]`.
  private @Nullable Type itemsOf(
      FunctionSymbol function, Parameter parameter, Argument argument, Map<String, Type> typeArguments) {
    if (argument.expression() instanceof Expr.Display(_, var kind, _) && kind == Expr.DisplayKind.LIST
        && argument.typed() == null && parameter.annotation() instanceof Expr.Subscript(_, Expr.Name(_, var name), var index)
        && SEQUENCES.contains(name)) {
      Type item = resolveIn(function, index, typeArguments);
      return types.isGround(item) && !new TypeResolver(body.program).isGeneric(types.prune(item)) ? Names.list(item) : null;
    }
    return null;
  }

  /// Is this what a type parameter of the method's class stands for, such as the items of a list?
  private boolean isOwnersParameter(FunctionSymbol function, Type declared, Map<String, Type> typeArguments) {
    return function.owner != null && !function.displayName.equals("__init__") && function.owner.typeParameters.stream().anyMatch(
        p -> typeArguments.get(p) != null && types.prune(typeArguments.get(p)).equals(types.prune(declared)));
  }

  /// The annotated result. An operator method that may give `NotImplemented` gives what its annotation leaves out.
  @Nullable Type declaredResult(FunctionSymbol function, Map<String, Type> typeArguments) {
    if (function.definition.returns() == null) {
      return null;
    }
    Type type = resolveIn(function, function.definition.returns(), typeArguments);
    if (!function.leavesOpen()) {
      return type;
    }
    return types.prune(type).equals(Names.FLOAT) ? types.union(List.of(type, Names.NOT_IMPLEMENTED)) : null;
  }

  TypedExpr finish(
      FunctionSymbol function, List<Type> parameterTypes, List<TypedExpr> values, Map<String, Type> known, Expr at) {
    Map<String, Type> typeArguments = StaticParameters.bind(body, function, values, known, at);
    Type declared = declaredResult(function, typeArguments);
    if (function.intrinsic != null && declared != null) {
      var arguments = new ArrayList<Type>();
      for (Expr type : function.intrinsicTypes) {
        arguments.add(types.resolve(resolveIn(function, type, typeArguments)));
      }
      if (!types.isGround(declared) || arguments.stream().anyMatch(t -> !types.isGround(t))) {
        body.unresolved = true;
      }
      TypedExpr constant = ConstantFolding.fold(function.intrinsic, values, types.resolve(declared), at.span());
      if (constant != null) {
        return constant;
      }
      TypedExpr checked = ArithmeticRules.instead(body, function.intrinsic, values, types.resolve(declared), at.span());
      return checked != null ? checked
          : new TypedExpr.CallIntrinsic(function.intrinsic, arguments, values, types.resolve(declared), at.span());
    }
    TypedExpr other = ArithmeticRules.instead(body, function, values, at.span());
    if (other != null) {
      return other;
    }
    if (function.foreign != null && declared != null) {
      return new TypedExpr.CallForeign(function.foreign, function.nativeLibrary, values, types.resolve(declared), at.span());
    }
    ContainerWidening.open(body, function, parameterTypes);
    for (int i = 0; i < parameterTypes.size(); i++) {
      // An empty container as default learns from the body what it holds.
      if (!types.isGround(parameterTypes.get(i)) && !DefaultArguments.isKept(values.get(i))) {
        Type given = Speculation.call(body, function, parameterTypes, typeArguments, declared, at);
        declared = declared == null ? given : declared;
        body.unresolved = true;
        BaseCases.learn(body, function, parameterTypes, typeArguments, at);
        return new TypedExpr.Undefined(declared != null ? declared : body.nodeType(at, "result " + function.name), at.span());
      }
    }
    Instance instance = Instances.get(body.program, function, types.resolve(parameterTypes), typeArguments, declared);
    if (instance == null) {
      body.unresolved = true;
      return new TypedExpr.Undefined(declared != null ? declared : body.nodeType(at, "result " + function.name), at.span());
    }
    body.stopValues.note(function, parameterTypes);
    ExpectedErrors.pass(body, instance);
    Instances.realize(body.program, instance, at.span());
    ExpectedErrors.rethrow(body, instance, at.span());
    body.instance.callees.add(instance.name);
    Type result = types.prune(instance.result);
    if (!types.isGround(result)) {
      body.unresolved = true;
    }
    if (result instanceof OptionalType || !Substitution.isVariable(result)) {
      types.unify(body.nodeType(at, "result " + function.name), result);
    }
    return called(function, instance, values, result, at.span());
  }

  private TypedExpr called(
      FunctionSymbol function, Instance instance, List<TypedExpr> values, Type result, Span span) {
    if (function.owner == null || function.enclosing == null || function.owner.environment == null) {
      return new TypedExpr.CallFunction(instance.name, values, types.resolve(result), span);
    }
    var given = new ArrayList<>(values);
    var before = new ArrayList<TypedStmt>();
    boolean simple = given.isEmpty() || given.getFirst() instanceof TypedExpr.Get
        || given.getFirst() instanceof TypedExpr.Undefined || !types.isGround(given.getFirst().type());
    if (!simple) {
      var self = body.temporary(types.resolve(given.getFirst().type()), span);
      before.add(new TypedStmt.Set(self, given.getFirst(), span));
      given.set(0, new TypedExpr.Get(self, span));
    }
    var captured = new LocalClasses(body).captured(function, given, span);
    if (captured != null) {
      given.addAll(0, captured);
    }
    var call = new TypedExpr.CallFunction(instance.name, given, types.resolve(result), span);
    return before.isEmpty() ? call : new TypedExpr.Block(before, call, span);
  }

  /// Calls a method chosen among the overloads by typed arguments; null when none fits.
  @Nullable TypedExpr tryMethod(TypedExpr receiver, String name, List<TypedExpr> arguments, Expr at) {
    var symbol = body.program.classOf(receiver.type());
    var candidates = symbol.findMethods(name);
    var all = new ArrayList<Argument>();
    all.add(Argument.of(receiver));
    arguments.forEach(a -> all.add(Argument.of(a)));
    var known = body.members.typeArguments(receiver.type(), candidates.getFirst());
    FunctionSymbol chosen = overloads.choose(candidates, all, known, at.span());
    if (chosen == null) {
      return null;
    }
    return body.members.invokeMethod(receiver, symbol, List.of(chosen), all.subList(1, all.size()), at, null);
  }
}
