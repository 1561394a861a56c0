package io.codonj.core.infer;

import io.codonj.api.ast.Expr;
import io.codonj.api.source.Span;
import io.codonj.api.types.Type;
import io.codonj.api.types.Type.ClassType;
import io.codonj.core.resolve.ScopeInfo;
import io.codonj.core.typed.TypeNames;
import io.codonj.core.typed.TypedExpr;
import io.codonj.core.typed.TypedFunction;
import io.codonj.core.typed.TypedStmt;
import io.codonj.core.typed.TypedVariable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A virtual call: a function that looks at the object's class and calls the method of that class.
///
/// ```
/// dispatch Shape.area(self):  Circle -> Circle.area;  Square -> Square.area;  else Shape.area
/// ```
/// It is written once the classes of which the program makes objects are known; LLVM turns it into a chain of
/// compares that it can inline through, which beats an indirect call for the usual handful of classes.
final class Dispatcher {
  private final Program program;
  private final String name;
  private final ClassSymbol root;
  private final Type rootType;
  private final FunctionSymbol base;
  private final List<Type> argumentTypes;
  private final Map<String, Type> known;
  private final Span span;
  private final Map<Type, TypedExpr> cases = new LinkedHashMap<>();
  private final Instance instance;
  private final Body body;
  private final List<TypedVariable> parameters = new ArrayList<>();
  private int casesWritten = -1;

  private Dispatcher(
      Program program, String name, ClassSymbol root, Type rootType, FunctionSymbol base, List<Type> argumentTypes,
      Map<String, Type> known, Span span) {
    this.program = program;
    this.name = name;
    this.root = root;
    this.rootType = rootType;
    this.base = base;
    this.argumentTypes = argumentTypes;
    this.known = known;
    this.span = span;
    var symbol = new FunctionSymbol(name, base.displayName, base.definition, base.module, null, null, Map.of(),
        new ScopeInfo());
    symbol.typeParameterNames = List.of();
    this.instance = new Instance(name, symbol, List.of(), Map.of(), program.types.fresh());
    this.instance.state = Instance.State.RUNNING;
    this.body = new Body(program, instance);
    this.instance.body = body;
    parameters.add(new TypedVariable("self", TypedVariable.Scope.PARAMETER, rootType, span));
    for (int i = 0; i < argumentTypes.size(); i++) {
      parameters.add(new TypedVariable("argument" + i, TypedVariable.Scope.PARAMETER, argumentTypes.get(i), span));
    }
  }

  /// Does a class below this one have a method of its own, or another one by its linearization?
  static boolean isOverridden(ClassSymbol symbol, FunctionSymbol method) {
    if (symbol.isEnum || method.displayName.equals("__init__") || method.displayName.equals("__new__")) {
      return false;
    }
    for (ClassSymbol derived : symbol.subclasses) {
      var found = derived.findMethods(method.displayName);
      boolean other = !found.isEmpty() && found.getFirst() != method;
      if (other || method.kind == FunctionSymbol.Kind.PROPERTY && derived.findField(method.displayName) != null) {
        return true;
      }
    }
    return false;
  }

  static TypedExpr call(
      Body from, TypedExpr receiver, ClassSymbol root, FunctionSymbol method, List<Argument> arguments, Expr at,
      Map<String, Type> known, @Nullable Type expected) {
    Substitution types = from.types;
    var all = new ArrayList<Argument>();
    all.add(Argument.of(receiver));
    all.addAll(arguments);
    var slots = ArgumentBinder.bind(method, all, 1, at.span());
    var inPlace = new TypedExpr[slots.size()];
    inPlace[0] = receiver;
    var argumentTypes = new ArrayList<Type>();
    for (int i = 1; i < slots.size(); i++) {
      inPlace[i] = argument(from, method, i, slots.get(i), known, at);
      argumentTypes.add(types.resolve(inPlace[i].type()));
    }
    var evaluation = new EvaluationOrder(from, at.span());
    evaluation.settle(EvaluationOrder.of(slots, all), inPlace);
    var values = List.of(inPlace);
    Type rootType = types.resolve(receiver.type());
    if (!types.isGround(rootType) || argumentTypes.stream().anyMatch(t -> !types.isGround(t))) {
      if (types.isGround(rootType)) {
        Type given = Speculation.methods(from, root, (ClassType) rootType, method.displayName, argumentTypes, at);
        if (given != null) {
          from.unresolved = true;
          return new TypedExpr.Undefined(given, at.span());
        }
      }
      return from.defer(at);
    }
    String name = "dispatch " + TypeNames.qualified(rootType) + "." + method.displayName
        + argumentTypes.stream().map(TypeNames::qualified).toList();
    var dispatcher = from.program.dispatchers.get(name);
    if (dispatcher == null) {
      dispatcher = new Dispatcher(from.program, name, root, rootType, method, argumentTypes, known, at.span());
      from.program.dispatchers.put(name, dispatcher);
      from.program.instances.put(name, dispatcher.instance);
      dispatcher.start();
    }
    dispatcher.update();
    from.instance.callees.add(name);
    Type result = types.prune(dispatcher.instance.result);
    if (!types.isGround(result)) {
      from.unresolved = true;
    }
    return evaluation.wrap(new TypedExpr.CallFunction(name, values, types.resolve(result), at.span()));
  }

  private static TypedExpr argument(
      Body from, FunctionSymbol method, int index, ArgumentBinder.Slot slot, Map<String, Type> known, Expr at) {
    var parameter = method.parameters().get(index);
    boolean plain = parameter.kind() != io.codonj.api.ast.Parameter.ParameterKind.STAR
        && parameter.kind() != io.codonj.api.ast.Parameter.ParameterKind.DOUBLE_STAR;
    if (!plain) {
      throw from.error(at.span(), InferenceCode.NOT_SUPPORTED_YET,
          "a method with '*' parameters cannot be overridden yet");
    }
    Type declared = from.calls.invocations.declared(method, index, known);
    if (slot.argument() == null) {
      return from.functionValues.defaultValue(method, parameter, declared, known, at);
    }
    TypedExpr value = from.calls.typed(slot.argument(), declared);
    return declared == null ? value
        : from.coercions.coerce(value, declared, slot.argument().span(), InferenceCode.ARGUMENT_TYPE);
  }

  /// The annotated result, or that of the base method, unless it is abstract.
  private void start() {
    if (base.definition.returns() != null && !AsyncFunctions.suspends(base.definition, base.scope())) {
      Type declared = body.calls.invocations.declaredResult(base, known);
      if (declared != null) {
        instance.result = declared;
        instance.resultAnnotated = true;
      }
    }
  }

  /// Adds the classes that have become known; true when there were new ones.
  boolean update() {
    boolean added = false;
    for (Type type : List.copyOf(program.constructed)) {
      var symbol = program.classOf(type);
      if (cases.containsKey(type) || symbol == null || !symbol.isSubclassOf(root) || !related(type)) {
        continue;
      }
      added = true;
      addCase(type, symbol);
    }
    return added;
  }

  private boolean related(Type type) {
    return program.ancestors((ClassType) type).stream().anyMatch(
        a -> program.types.resolve(a).equals(program.types.resolve(rootType)));
  }

  /// The method with the overloads that its class has.
  private static List<FunctionSymbol> overloads(List<FunctionSymbol> methods, FunctionSymbol method) {
    return methods.stream().filter(m -> m == method || m.owner == method.owner && m.module.isLibrary).toList();
  }

  private void addCase(Type type, ClassSymbol symbol) {
    cases.put(type, new TypedExpr.Undefined(Names.NEVER, span));
    var methods = symbol.findMethods(base.displayName);
    boolean attribute = base.kind == FunctionSymbol.Kind.PROPERTY
        && (symbol.findField(base.displayName) != null || methods.isEmpty());
    FunctionSymbol method = attribute ? base : methods.getFirst();
    TypedExpr self = new TypedExpr.Get(parameters.getFirst(), span);
    if (!type.equals(rootType)) {
      self = new TypedExpr.Coerce(TypedExpr.Coercion.DOWNCAST, self, type, "", span);
    }
    var arguments = new ArrayList<Argument>();
    for (TypedVariable parameter : parameters.subList(1, parameters.size())) {
      arguments.add(Argument.of(new TypedExpr.Get(parameter, span)));
    }
    body.unresolved = false;
    TypedExpr call = attribute ? body.members.get(self, base.displayName, body.calls.node(span))
        : body.calls.invocations.choose(overloads(methods, method), List.of(self), arguments, body.calls.node(span),
        body.members.typeArguments(type, method), null);
    if (body.unresolved) {
      cases.remove(type);
    } else {
      cases.put(type, call);
    }
    joinResult(call);
  }

  private void joinResult(TypedExpr call) {
    Type given = program.types.prune(call.type());
    Type result = program.types.prune(instance.result);
    if (instance.resultAnnotated || Names.isNever(given) || Substitution.isVariable(given)) {
      return;
    }
    Type joined = Substitution.isVariable(result) ? given : body.coercions.join(result, given);
    if (joined == null) {
      throw body.error(base.definition.nameSpan(), InferenceCode.OVERRIDE_TYPE, "overriding methods of '"
          + base.displayName + "' return types that do not join: '" + body.coercions.show(result) + "' and '"
          + body.coercions.show(given) + "'");
    }
    if (Substitution.isVariable(result)) {
      program.types.bind(result, given);
    } else {
      instance.result = program.types.resolve(joined);
    }
  }

  /// Writes the function that chooses; false while a case is not typed.
  boolean write() {
    Type result = program.types.resolve(instance.result);
    if (!program.types.isGround(result)) {
      if (!program.applyDefaults) {
        return false;
      }
      program.types.unify(instance.result, Names.NONE);
      result = program.types.resolve(instance.result);
    }
    if (casesWritten == cases.size()) {
      return true;
    }
    casesWritten = cases.size();
    var statements = new ArrayList<TypedStmt>();
    TypedExpr self = new TypedExpr.Get(parameters.getFirst(), span);
    for (var entry : cases.entrySet()) {
      var test = new TypedExpr.IsInstance(self, entry.getKey(), true, Names.BOOL, span);
      statements.add(new TypedStmt.If(test, returned(entry.getValue(), result), List.of(), span));
    }
    statements.add(new TypedStmt.Evaluate(
        new TypedExpr.CallIntrinsic("unreachable", List.of(), List.of(), Names.NONE, span), span));
    statements.add(new TypedStmt.Return(
        Names.isNone(result) ? null : new TypedExpr.Undefined(result, span), span));
    instance.state = Instance.State.DONE;
    instance.result = result;
    instance.typed = new TypedFunction(name, base.displayName, name, List.of(), parameters, result, null, statements,
        Set.of("inline"), null, span);
    return true;
  }

  private List<TypedStmt> returned(TypedExpr call, Type result) {
    if (Names.isNone(result) || Names.isNever(program.types.prune(call.type()))) {
      return List.of(new TypedStmt.Evaluate(call, span), new TypedStmt.Return(
          Names.isNone(result) ? null : new TypedExpr.Undefined(result, span), span));
    }
    return List.of(new TypedStmt.Return(body.coercions.coerce(call, result), span));
  }
}
