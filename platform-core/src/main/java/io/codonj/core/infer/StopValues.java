package io.codonj.core.infer;

import io.codonj.api.ast.Expr;
import io.codonj.api.source.Span;
import io.codonj.api.types.Type;
import io.codonj.api.types.Type.ClassType;
import io.codonj.api.types.Type.OptionalType;
import io.codonj.core.typed.TypedExpr;
import io.codonj.core.typed.TypedStmt;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What `value` of a StopIteration may be: what the generators return whose steps are made in the protected code, or,
/// where that shows none, in the whole program.
final class StopValues {
  private static final Set<String> STEPS = Set.of("__next__", "send", "throw");

  private final Body body;
  private final Substitution types;

  /// For each protected part around the code being checked, what may end it.
  private final List<Set<Type>> open = new ArrayList<>();

  /// The same for the handlers around it.
  private final List<Set<Type>> caught = new ArrayList<>();

  StopValues(Body body) {
    this.body = body;
    this.types = body.types;
  }

  void reset() {
    open.clear();
    caught.clear();
  }

  void enterProtected() {
    open.add(new LinkedHashSet<>());
  }

  Set<Type> leaveProtected() {
    return open.removeLast();
  }

  void enterHandler(Set<Type> values) {
    caught.add(values);
  }

  void leaveHandler() {
    caught.removeLast();
  }

  /// Notes a call that makes a step of a generator, or that makes a StopIteration.
  void note(FunctionSymbol function, List<Type> parameters) {
    if (parameters.isEmpty()) {
      return;
    }
    Type first = types.prune(parameters.getFirst());
    boolean step = function.owner != null && function.owner.name.equals("Generator") && STEPS.contains(function.displayName)
        || function.owner == null && function.displayName.equals("next") && function.module.name.equals(Names.BUILTINS);
    if (step && first instanceof ClassType c && GeneratorTypes.isGenerator(c)) {
      add(GeneratorTypes.returned(c));
    } else if (function.owner != null && function.owner.name.equals("StopIteration") && !body.isLibrary()
        && function.displayName.equals("__init__") && parameters.size() == 2
        && types.prune(parameters.get(1)) instanceof Type.TupleType(var elements) && elements.size() == 1) {
      add(elements.getFirst());
    }
  }

  private void add(Type value) {
    Type type = types.prune(value);
    if (type instanceof OptionalType(var inner)) {
      type = types.prune(inner);
    }
    if (!Names.isNone(type)) {
      body.program.stopValues.add(type);
      for (Set<Type> each : open) {
        each.add(type);
      }
    }
  }

  /// `exception.value`
  TypedExpr read(TypedExpr exception, Expr at) {
    var local = caught.isEmpty() || caught.getLast().isEmpty() ? body.program.stopValues : caught.getLast();
    var candidates = new LinkedHashSet<Type>();
    for (Type type : local) {
      if (!types.isGround(type)) {
        return body.defer(at);
      }
      candidates.add(types.resolve(type));
    }
    Span span = at.span();
    if (candidates.isEmpty()) {
      return body.program.applyDefaults ? new TypedExpr.Literal(Names.NONE, null, span) : body.defer(at);
    }
    Type joined = null;
    for (Type type : candidates) {
      joined = joined == null ? type : body.coercions.join(joined, type);
      if (joined == null) {
        joined = types.union(List.copyOf(candidates));
        break;
      }
    }
    Type result = types.resolve(types.optional(joined));
    var temporary = body.temporary(types.resolve(exception.type()), span);
    TypedExpr read = new TypedExpr.Get(temporary, span);
    TypedExpr value = body.coercions.none(result, span);
    for (Type type : candidates) {
      value = new TypedExpr.Conditional(
          call(read, "_is", type, at), body.coercions.coerce(call(read, "_value", type, at), result), value, result, span);
    }
    return new TypedExpr.Block(List.of(new TypedStmt.Set(temporary, exception, span)), value, span);
  }

  private TypedExpr call(TypedExpr exception, String method, Type type, Expr at) {
    String outer = body.copyPrefix;
    body.copyPrefix = outer + type + " ";
    try {
      return body.calls.invocations.choose(body.program.classOf(exception.type()).findMethods(method), List.of(exception),
          List.of(), body.calls.node(at.span()), Map.of("T", type), null);
    } finally {
      body.copyPrefix = outer;
    }
  }

  /// Makes a StopIteration that leaves the body of a generator a RuntimeError.
  List<TypedStmt> guarded(List<TypedStmt> statements, Span span) {
    ClassType stop = ClassType.of("StopIteration");
    body.program.caught.add(stop);
    var exception = body.temporary(stop, span);
    TypedExpr fail = body.calls.library("_stop_inside", List.of(new TypedExpr.Get(exception, span)), span);
    return List.of(new TypedStmt.Try(statements, List.of(new TypedStmt.Handler(
        List.of(stop), exception, List.of(new TypedStmt.Evaluate(fail, span)), span)), List.of(), span));
  }
}
