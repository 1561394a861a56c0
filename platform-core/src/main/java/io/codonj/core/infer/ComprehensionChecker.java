package io.codonj.core.infer;

import io.codonj.api.ast.Expr;
import io.codonj.api.ast.Origin;
import io.codonj.api.ast.Parameter;
import io.codonj.api.ast.Stmt;
import io.codonj.api.source.Span;
import io.codonj.api.types.Type;
import io.codonj.api.types.Type.ClassType;
import io.codonj.api.types.Type.TupleType;
import io.codonj.core.resolve.ScopeAnalyzer;
import io.codonj.core.typed.TypedExpr;
import io.codonj.core.typed.TypedStmt;
import io.codonj.core.typed.TypedVariable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Comprehensions as loops that fill a container, generator expressions as nested generator functions.
final class ComprehensionChecker {
  private final Body body;
  private final Substitution types;

  ComprehensionChecker(Body body) {
    this.body = body;
    this.types = body.types;
  }

  TypedExpr check(Expr.Comprehension e, @Nullable Type expected) {
    if (e.kind() == Expr.ComprehensionKind.GENERATOR && e.clauses().stream().anyMatch(Expr.Clause::isAsync)) {
      throw body.error(e.span(), InferenceCode.NOT_SUPPORTED_YET,
          "asynchronous generator expressions are not supported yet; write an 'async def' with 'yield'");
    }
    return switch (e.kind()) {
      case GENERATOR -> generator(e);
      case LIST -> collect(e, "list", "append", expected);
      case SET -> collect(e, "set", "add", expected);
      case DICT -> collect(e, "dict", "__setitem__", expected);
    };
  }

  // ---- containers

  private TypedExpr collect(Expr.Comprehension e, String kind, String add, @Nullable Type expected) {
    Span span = e.span();
    Type element = body.nodeType(e, "element");
    Type value = body.nodeType(e, "mapped");
    ClassType type = e.kind() == Expr.ComprehensionKind.DICT ? Names.dict(element, value) : ClassType.of(kind, element);
    hint(type, expected);
    var container = new TypedVariable("$" + body.temporaries++, TypedVariable.Scope.LOCAL, types.resolve(type), span);
    var read = new TypedExpr.Get(container, span);
    Flow before = body.flow.copy();
    var loop = clauses(e.clauses(), 0, () -> {
      TypedExpr first = body.expressions.check(e.element(), element);
      first = widened(first, element, e.element());
      var arguments = new ArrayList<TypedExpr>(List.of(first));
      if (e.value() != null) {
        arguments.add(widened(body.expressions.check(e.value(), value), value, e.value()));
      }
      container.type(types.resolve(type));
      if (!types.isGround(type)) {
        body.unresolved = true;
        return new TypedStmt.Evaluate(first, span);
      }
      return new TypedStmt.Evaluate(body.calls.method(read, add, arguments, span), span);
    });
    body.flow = keepBindings(before, body.flow);
    Type actual = types.resolve(type);
    if (!types.isGround(actual)) {
      body.unresolved = true;
      return new TypedExpr.Undefined(actual, span);
    }
    container.type(actual);
    var statements = new ArrayList<TypedStmt>();
    statements.add(new TypedStmt.Set(
        container, body.constructors.construct(actual, List.of(), body.calls.node(span), null), span));
    statements.addAll(loop);
    return new TypedExpr.Block(statements, read, span);
  }

  private TypedExpr widened(TypedExpr value, Type element, Expr at) {
    if (Names.isNone(types.prune(value.type())) && Substitution.isVariable(types.prune(element))) {
      types.bind(types.prune(element), new Type.OptionalType(types.fresh()));
    }
    if (Names.isNever(types.prune(value.type())) && Substitution.isVariable(types.prune(element))) {
      types.bind(types.prune(element), Names.NEVER);
    }
    if (body.program.applyDefaults) {
      DisplayChecker.noneOnly(types, element);
    }
    return body.coercions.coerce(value, element, at.span(), InferenceCode.MIXED_TYPES);
  }

  private void hint(ClassType type, @Nullable Type expected) {
    if (expected != null && types.prune(expected) instanceof ClassType wanted && wanted.name().equals(type.name())
        && wanted.arguments().stream().allMatch(types::isGround)) {
      types.unify(type, wanted);
    }
  }

  /// Only walrus bindings survive a comprehension.
  private static Flow keepBindings(Flow before, Flow after) {
    Flow result = before.copy();
    after.names.forEach(result.names::putIfAbsent);
    return result;
  }

  /// The loops and conditions from one clause on, with the innermost statement inside.
  private List<TypedStmt> clauses(List<Expr.Clause> clauses, int index, Supplier<TypedStmt> innermost) {
    if (index == clauses.size()) {
      return List.of(innermost.get());
    }
    Expr.Clause clause = clauses.get(index);
    Span span = clause.iterable().span();
    TypedExpr iterable = body.expressions.check(clause.iterable(), null);
    Type element = body.nodeType(clause.target(), "clause element");
    if (clause.isAsync()) {
      return asyncClause(clauses, index, iterable, element, innermost);
    }
    if (types.prune(iterable.type()) instanceof TupleType tuple) {
      iterable = homogeneous(iterable, tuple, span);
    }
    TypedExpr iterator = body.loops.iteratorOf(iterable, element);
    if (!types.isGround(element)) {
      body.unresolved = true;
    }
    var variable = body.temporary(types.resolve(element), span);
    var statements = inside(clauses, index, variable, innermost);
    return List.of(new TypedStmt.ForEach(variable, iterator, statements, List.of(), span));
  }

  /// What one value of a clause leads to.
  private List<TypedStmt> inside(
      List<Expr.Clause> clauses, int index, TypedVariable variable, Supplier<TypedStmt> innermost) {
    Expr.Clause clause = clauses.get(index);
    var scope = new HashMap<String, Version>();
    body.comprehensionScopes.add(scope);
    var statements = new ArrayList<TypedStmt>();
    try {
      bindTarget(clause.target(), new TypedExpr.Get(variable, clause.iterable().span()), scope, statements);
      statements.addAll(conditions(clause.conditions(), 0, clauses, index, innermost));
    } finally {
      body.comprehensionScopes.removeLast();
    }
    return statements;
  }

  /// `async for`: each value is awaited, until StopAsyncIteration.
  private List<TypedStmt> asyncClause(
      List<Expr.Clause> clauses, int index, TypedExpr iterable, Type element, Supplier<TypedStmt> innermost) {
    Expr at = clauses.get(index).iterable();
    Span span = at.span();
    TypedExpr asynchronous = body.calls.tryMethod(iterable, "__aiter__", List.of(), span);
    if (asynchronous == null || Substitution.isVariable(types.prune(asynchronous.type()))) {
      if (asynchronous == null && !Substitution.isVariable(types.prune(iterable.type()))) {
        throw body.error(span, InferenceCode.NOT_ITERABLE, "'async for' requires an object with __aiter__ method, got "
            + body.coercions.show(iterable.type()));
      }
      body.unresolved = true;
      return inside(clauses, index, body.temporary(element, span), innermost);
    }
    var iterator = body.temporary(types.resolve(asynchronous.type()), span);
    TypedExpr next = new AwaitChecker(body).await(body.members.callMethod(
        new TypedExpr.Get(iterator, span), "__anext__", List.of(), at, null), at, "next" + index);
    types.unify(element, next.type());
    var variable = body.temporary(types.resolve(element), span);
    String label = "comprehension " + at.id();
    var end = body.temporary(Names.STOP_ASYNC_ITERATION, span);
    body.program.caught.add(Names.STOP_ASYNC_ITERATION);
    var handler = new TypedStmt.Handler(
        List.of(Names.STOP_ASYNC_ITERATION), end, List.of(new TypedStmt.Break(label, span)), span);
    var round = new ArrayList<TypedStmt>();
    round.add(new TypedStmt.Try(
        List.of(new TypedStmt.Set(variable, next, span)), List.of(handler), List.of(), span));
    round.addAll(inside(clauses, index, variable, innermost));
    return List.of(new TypedStmt.Set(iterator, asynchronous, span), new TypedStmt.Labelled(label,
        List.of(new TypedStmt.While(new TypedExpr.Literal(Names.BOOL, true, span), round, List.of(), span)), span));
  }

  private List<TypedStmt> conditions(
      List<Expr> conditions, int next, List<Expr.Clause> clauses, int index, Supplier<TypedStmt> innermost) {
    if (next == conditions.size()) {
      return clauses(clauses, index + 1, innermost);
    }
    Narrowing.Condition condition = body.narrowing.condition(conditions.get(next));
    body.flow = condition.whenTrue().copy();
    body.flow.reachable = true;
    var inner = conditions(conditions, next + 1, clauses, index, innermost);
    body.flow = Flow.merge(condition.whenFalse(), body.flow);
    return List.of(new TypedStmt.If(condition.test(), inner, List.of(), conditions.get(next).span()));
  }

  private TypedExpr homogeneous(TypedExpr value, TupleType tuple, Span span) {
    Type joined = null;
    for (Type element : tuple.elements()) {
      joined = joined == null ? element : body.coercions.join(joined, element);
      if (joined == null) {
        return value;
      }
    }
    if (joined == null) {
      return value;
    }
    var elements = new ArrayList<Type>();
    for (int i = 0; i < tuple.elements().size(); i++) {
      elements.add(types.resolve(joined));
    }
    return body.coercions.coerce(value, new TupleType(elements));
  }

  /// Binds the names of a comprehension's target in a scope of their own.
  void bindTarget(Expr target, TypedExpr value, Map<String, Version> scope, List<TypedStmt> into) {
    names(target, scope);
    body.assignments.target(target, value, into);
  }

  private void names(Expr target, Map<String, Version> scope) {
    switch (target) {
      case Expr.Name(_, var name) -> {
        String key = "comprehension " + body.copyPrefix + target.id();
        Version version = body.versions.get(key);
        if (version == null) {
          String unique = name + "@" + body.copyPrefix + target.id();
          var variable = new TypedVariable(unique, TypedVariable.Scope.LOCAL, types.fresh(), target.span());
          version = new Version(name, body.instance.name + "/" + key, variable, target.span(), body);
          body.versions.put(key, version);
          if (body.instance.symbol.scope().captured.contains(name)) {
            variable.makeCell();
          }
        }
        scope.put(name, version);
      }
      case Expr.Display(_, _, var elements) -> elements.forEach(e -> names(e, scope));
      case Expr.Starred(_, var inner) -> names(inner, scope);
      default -> {}
    }
  }

  /// Assigns a name, which may be the target of the innermost comprehension.
  TypedStmt assignTarget(Expr.Name name, TypedExpr value) {
    Version version = body.comprehensionScopes.isEmpty() ? null : body.comprehensionScopes.getLast().get(name.name());
    if (version == null || version.span != name.span() && !version.key.endsWith(body.copyPrefix + name.id())) {
      return body.variables.assign(name, value);
    }
    Type given = types.prune(value.type());
    Type known = types.prune(version.type());
    // A compile-time value keeps its literal, so that it can index tuples.
    if (Substitution.isVariable(known)) {
      types.unify(known, given);
    }
    if (value instanceof TypedExpr.Literal) {
      body.constants.put(version, value);
    } else {
      body.constants.remove(version);
    }
    if (!types.isGround(version.type())) {
      body.unresolved = true;
    }
    return new TypedStmt.Set(version.variable, body.coercions.coerce(value, version.type()), name.span());
  }

  /// Runs an action as if outside of all comprehensions: walrus targets belong to the function.
  <T> T outside(Supplier<T> action) {
    var scopes = new ArrayList<>(body.comprehensionScopes);
    body.comprehensionScopes.clear();
    try {
      return action.get();
    } finally {
      body.comprehensionScopes.addAll(scopes);
    }
  }

  // ---- generator expressions

  private TypedExpr generator(Expr.Comprehension e) {
    TypedExpr source = body.expressions.check(e.clauses().getFirst().iterable(), null);
    if (types.prune(source.type()) instanceof TupleType tuple) {
      source = homogeneous(source, tuple, e.span());
    }
    FunctionSymbol symbol = body.lambdas.computeIfAbsent(
        body.copyPrefix + "generator" + e.id(), _ -> function(e));
    Type element = body.nodeType(e, "source element");
    TypedExpr iterator = body.loops.iteratorOf(source, element);
    if (!types.isGround(element)) {
      body.unresolved = true;
      return new TypedExpr.Undefined(Names.generator(body.nodeType(e, "yielded")), e.span());
    }
    TypedExpr closure = body.functionValues.closure(symbol, e.span());
    TypedExpr result = body.calls.callValue(closure, List.of(Argument.of(iterator)), e, null);
    if (types.prune(result.type()) instanceof ClassType c && c.name().equals("Generator")) {
      types.unify(body.nodeType(e, "yielded"), c.arguments().getFirst());
    }
    return result;
  }

  /// `def <genexpr>(source): for target in source: if condition: … yield element`
  private FunctionSymbol function(Expr.Comprehension e) {
    Span span = e.span();
    int id = e.id();
    String source = ".0";
    List<Stmt> inner = List.of(new Stmt.Expression(
        new Origin(span, -3 * id - 100), new Expr.Yield(new Origin(span, -3 * id - 101), e.element())));
    for (int i = e.clauses().size() - 1; i >= 0; i--) {
      Expr.Clause clause = e.clauses().get(i);
      for (Expr condition : clause.conditions().reversed()) {
        inner = List.of(new Stmt.If(condition.at(), condition, inner, List.of()));
      }
      Expr iterable = i == 0 ? new Expr.Name(clause.iterable().at(), source) : clause.iterable();
      inner = List.of(new Stmt.For(
          clause.target().at(), List.of(), clause.target(), iterable, inner, List.of(), false));
    }
    var parameters = List.of(new Parameter(span, source, Parameter.ParameterKind.NORMAL, null, null));
    var definition = new Stmt.FunctionDef(
        e.at(), span, "<genexpr>", List.of(), List.of(), parameters, null, inner, false, null);
    String name = body.instance.name + ".<genexpr " + body.copyPrefix + id + ">";
    var symbol = new FunctionSymbol(name, "<genexpr>", definition, body.module(), null, body,
        body.instance.typeArguments, ScopeAnalyzer.generatorFunction(parameters, inner));
    body.program.functions.put(name, symbol);
    return symbol;
  }

  // ---- helpers for unpacking

  /// A list of these values.
  TypedExpr listOf(List<TypedExpr> values, Expr at) {
    Span span = at.span();
    Type element = body.nodeType(at, "star element");
    Type joined = values.isEmpty() ? element : values.getFirst().type();
    for (TypedExpr value : values) {
      Type next = body.coercions.join(joined, value.type());
      if (next == null) {
        throw body.error(span, InferenceCode.MIXED_TYPES, "the values do not have a common type");
      }
      joined = next;
    }
    types.unify(element, joined);
    Type type = types.resolve(Names.list(joined));
    if (!types.isGround(type)) {
      if (body.program.applyDefaults && Substitution.isVariable(types.prune(joined))) {
        types.bind(types.prune(joined), Names.NEVER);
      }
      body.unresolved = true;
      return new TypedExpr.Undefined(type, span);
    }
    var temporary = body.temporary(type, span);
    var statements = new ArrayList<TypedStmt>();
    statements.add(new TypedStmt.Set(
        temporary, body.constructors.construct(type, List.of(), body.calls.node(span), null), span));
    for (TypedExpr value : values) {
      statements.add(new TypedStmt.Evaluate(body.calls.method(new TypedExpr.Get(temporary, span), "append",
          List.of(body.coercions.coerce(value, joined)), span), span));
    }
    return new TypedExpr.Block(statements, new TypedExpr.Get(temporary, span), span);
  }

  /// `list(value)`
  TypedExpr toList(TypedExpr value, Span span) {
    return body.constructors.construct(
        Names.list(body.nodeType(body.calls.node(span), "list")), List.of(Argument.of(value)), body.calls.node(span), null);
  }
}
