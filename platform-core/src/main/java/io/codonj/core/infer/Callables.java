package io.codonj.core.infer;

import io.codonj.api.ast.Parameter;
import io.codonj.api.types.Type;
import io.codonj.api.types.Type.CallableType;
import io.codonj.api.types.Type.FunctionType;
import io.codonj.api.types.Type.MetaType;
import io.codonj.api.types.Type.TupleType;
import io.codonj.core.typed.TypedExpr;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `Callable`: values that are any function of a signature.
final class Callables {
  private final Body body;
  private final Substitution types;
  private final FunctionValues functions;

  Callables(Body body, FunctionValues functions) {
    this.body = body;
    this.types = body.types;
    this.functions = functions;
  }

  /// Does a function value fit a `Callable` parameter? Binds the signature's variables; the parameter then takes the
  /// function itself, so that calls to it are direct.
  boolean fits(TypedExpr value, FunctionType given, CallableType wanted, FunctionSymbol receiver) {
    boolean nested = body.program.running.stream().filter(i -> i.symbol == receiver).count() > 2;
    if (nested || receiver.kind == FunctionSymbol.Kind.METHOD && receiver.owner != null && !receiver.owner.subclasses.isEmpty()) {
      return false;
    }
    TypedExpr result = trial(value, given, wanted);
    return result != null;
  }

  private @Nullable TypedExpr trial(TypedExpr value, FunctionType given, CallableType wanted) {
    var arguments = new ArrayList<Argument>();
    for (Type parameter : wanted.parameters()) {
      if (!types.isGround(parameter)) {
        body.unresolved = true;
        return value;
      }
      arguments.add(Argument.of(new TypedExpr.Undefined(types.resolve(parameter), value.span())));
    }
    TypedExpr call = functions.call(value, given, arguments, body.calls.node(value.span()), null);
    if (!types.isGround(call.type())) {
      // `lambda: defaultdict(int)` learns the key's type from where it is used
      int mark = types.mark();
      if (Substitution.isVariable(types.prune(call.type())) || !types.unify(call.type(), wanted.result())) {
        types.rollback(mark);
      }
      body.unresolved = true;
      return value;
    }
    if (Names.isNone(types.prune(wanted.result()))) {
      return call;
    }
    return body.coercions.tryCoerce(call, wanted.result()) == null ? null : call;
  }

  /// Converts to a `Callable` through an adapter function of exactly that signature.
  @Nullable TypedExpr toCallable(TypedExpr value, FunctionType given, CallableType wanted) {
    for (Type parameter : wanted.parameters()) {
      if (!types.isGround(parameter)) {
        body.unresolved = true;
        return new TypedExpr.Undefined(wanted, value.span());
      }
    }
    if (!types.isGround(given)) {
      body.unresolved = true;
      return new TypedExpr.Undefined(wanted, value.span());
    }
    if (trial(value, given, wanted) == null) {
      return null;
    }
    if (!types.isGround(wanted)) {
      body.unresolved = true;
      return new TypedExpr.Undefined(wanted, value.span());
    }
    String adapter = Adapters.make(body, given, (CallableType) types.resolve(wanted), value.span());
    if (adapter == null) {
      body.unresolved = true;
      return new TypedExpr.Undefined(wanted, value.span());
    }
    body.instance.callees.add(adapter);
    return new TypedExpr.Coerce(TypedExpr.Coercion.TO_CALLABLE, value, types.resolve(wanted), adapter, value.span());
  }

  @Nullable TypedExpr constructorToCallable(TypedExpr value, MetaType given, CallableType wanted) {
    int mark = types.mark();
    if (!types.unify(given.instance(), wanted.result())) {
      types.rollback(mark);
    }
    if (!types.isGround(given)) {
      // the factory is made once its class is known: `defaultdict(list)` learns the items' type from later use
      body.unresolved = true;
      return new TypedExpr.Undefined(wanted, value.span());
    }
    FunctionSymbol factory = Adapters.constructor(body, given, wanted, value.span());
    return toCallable(functions.closure(factory, value.span()), new FunctionType(factory.name, List.of()), wanted);
  }

  /// A container that is first given a function holds any function of that signature.
  void generalize(TypedExpr value, Type variable) {
    if (types.prune(value.type()) instanceof FunctionType function) {
      Type callable = joinCallables(function, function);
      if (callable != null) {
        types.bind(variable, callable);
      }
    }
  }

  /// Where the calls have shown what the functions of a container take, each function tells what it gives. Numbers of
  /// different types stay apart: no function's result is converted because another one gives a float.
  void learnResult(List<TypedExpr> values, Type element) {
    if (types.prune(element) instanceof TupleType(var parts)) {
      for (int i = 0; i < parts.size(); i++) {
        int place = i;
        if (values.stream().allMatch(v -> types.prune(v.type()) instanceof TupleType(var own) && own.size() > place)) {
          learnResult(values.stream().map(v -> (TypedExpr) new TypedExpr.Undefined(
              ((TupleType) types.prune(v.type())).elements().get(place), v.span())).toList(), parts.get(i));
        }
      }
      return;
    }
    if (!(types.prune(element) instanceof CallableType wanted) || types.isGround(wanted.result())
        || wanted.parameters().stream().anyMatch(p -> !types.isGround(p))) {
      return;
    }
    var results = new ArrayList<Type>();
    for (TypedExpr value : values) {
      if (!(types.prune(value.type()) instanceof FunctionType given) || !types.isGround(given)) {
        return;
      }
      var arguments = new ArrayList<Argument>();
      wanted.parameters().forEach(
          p -> arguments.add(Argument.of(new TypedExpr.Undefined(types.resolve(p), value.span()))));
      TypedExpr call = functions.call(value, given, arguments, body.calls.node(value.span()), null);
      if (!types.isGround(call.type())) {
        body.unresolved = true;
        return;
      }
      if (!Names.isNever(types.prune(call.type()))) {
        results.add(types.resolve(call.type()));
      }
    }
    if (!results.isEmpty() && Substitution.isVariable(types.prune(wanted.result()))) {
      types.bind(types.prune(wanted.result()), types.union(results));
    }
  }

  /// Two different functions meet in one variable: both become a `Callable`, whose signature the first call decides.
  @Nullable Type joinCallables(Type left, Type right) {
    if (left instanceof CallableType c) {
      return c;
    }
    if (right instanceof CallableType c) {
      return c;
    }
    int arity = arity(left);
    if (arity < 0) {
      arity = arity(right);
      Type first = left;
      left = right;
      right = first;
    }
    if (arity < 0 || !takes(right, arity)) {
      return null;
    }
    var parameters = new ArrayList<Type>();
    FunctionSymbol function = left instanceof FunctionType f ? body.program.functions.get(f.function()) : null;
    int skip = function != null && left instanceof FunctionType f && FunctionValues.isBoundMethod(function, f) ? 1 : 0;
    for (int i = 0; i < arity; i++) {
      Type declared = function == null ? null
          : body.calls.invocations.declared(function, i + skip, Map.copyOf(function.typeContext));
      parameters.add(declared != null ? declared : types.fresh());
    }
    Type result = function != null && function.definition.returns() != null
        ? body.calls.invocations.resolveIn(function, function.definition.returns(), function.typeContext) : types.fresh();
    return new CallableType(parameters, result);
  }

  /// How many arguments a function surely takes; -1 when that is open. A wrapper takes what it wraps.
  private int arity(Type type) {
    if (!(type instanceof FunctionType f)) {
      return -1;
    }
    FunctionSymbol function = body.program.functions.get(f.function());
    boolean plain = function.parameters().stream().allMatch(Callables::isPositional);
    if (function.arity >= 0) {
      return function.arity;
    }
    if (!plain && !f.captures().isEmpty() && types.prune(f.captures().getFirst()) instanceof FunctionType wrapped) {
      return arity(wrapped);
    }
    long required = function.parameters().stream().filter(p -> p.defaultValue() == null).count();
    return plain ? (int) required - (FunctionValues.isBoundMethod(function, f) ? 1 : 0) : -1;
  }

  private static boolean isPositional(Parameter parameter) {
    return parameter.kind() == Parameter.ParameterKind.NORMAL
        || parameter.kind() == Parameter.ParameterKind.POSITIONAL_ONLY;
  }

  /// Can the function be called with so many arguments?
  private boolean takes(Type type, int count) {
    if (!(type instanceof FunctionType f)) {
      return type instanceof MetaType;
    }
    FunctionSymbol function = body.program.functions.get(f.function());
    int skip = FunctionValues.isBoundMethod(function, f) ? 1 : 0;
    long most = function.parameters().stream().filter(Callables::isPositional).count() - skip;
    long least = function.parameters().stream().skip(skip).filter(
        p -> p.defaultValue() == null && (isPositional(p) || p.kind() == Parameter.ParameterKind.KEYWORD_ONLY)).count();
    boolean open = function.parameters().stream().anyMatch(p -> p.kind() == Parameter.ParameterKind.STAR);
    return least <= count && (open || count <= most);
  }
}
