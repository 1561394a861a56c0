package io.codonj.core.infer;

import io.codonj.api.ast.Expr;
import io.codonj.api.ast.Origin;
import io.codonj.api.ast.Parameter;
import io.codonj.api.ast.Stmt;
import io.codonj.api.source.Span;
import io.codonj.api.types.Type;
import io.codonj.api.types.Type.CallableType;
import io.codonj.api.types.Type.ClassType;
import io.codonj.api.types.Type.FunctionType;
import io.codonj.api.types.Type.MetaType;
import io.codonj.core.resolve.ScopeAnalyzer;
import io.codonj.core.typed.TypedExpr;
import io.codonj.core.typed.TypedFunction;
import io.codonj.core.typed.TypedStmt;
import io.codonj.core.typed.TypedVariable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Functions that the checker writes itself: adapters to `Callable`, constructors as functions, default values.
final class Adapters {
  private Adapters() {}

  /// An instance that takes the captures and exactly the signature's parameters; null while types are unknown.
  static @Nullable String make(Body from, FunctionType given, CallableType wanted, Span span) {
    Program program = from.program;
    String name = "adapter " + given + " -> " + wanted;
    var known = program.instances.get(name);
    if (known != null) {
      return name;
    }
    FunctionSymbol target = program.functions.get(given.function());
    var symbol = new FunctionSymbol(name, target.displayName, target.definition, target.module, null, null, Map.of(),
        new io.codonj.core.resolve.ScopeInfo());
    var instance = new Instance(name, symbol, List.of(), Map.of(), wanted.result());
    instance.state = Instance.State.RUNNING;
    var body = new Body(program, instance);
    var captures = new ArrayList<TypedVariable>();
    var captureReads = new ArrayList<TypedExpr.Capture>();
    for (int i = 0; i < given.captures().size(); i++) {
      boolean cell = given.captures().get(i).equals(Names.CELL);
      Type type = cell ? body.functionValues.captures(target).get(i).type() : given.captures().get(i);
      var capture = new TypedVariable("capture" + i, TypedVariable.Scope.LOCAL, program.types.resolve(type), span);
      if (cell) {
        capture.makeCell();
      }
      captures.add(capture);
      captureReads.add(new TypedExpr.Capture(new TypedExpr.Get(capture, span), cell ? capture : null));
    }
    var parameters = new ArrayList<TypedVariable>();
    var arguments = new ArrayList<Argument>();
    for (int i = 0; i < wanted.parameters().size(); i++) {
      var parameter = new TypedVariable("argument" + i, TypedVariable.Scope.PARAMETER, wanted.parameters().get(i), span);
      parameters.add(parameter);
      arguments.add(Argument.of(new TypedExpr.Get(parameter, span)));
    }
    var closureVariable = new TypedVariable("$closure", TypedVariable.Scope.LOCAL, given, span);
    var rebuilt = new TypedExpr.MakeClosure(given, captureReads, span);
    TypedExpr call = body.functionValues.call(
        new TypedExpr.Get(closureVariable, span), given, arguments, body.calls.node(span), null);
    if (body.unresolved) {
      return null;
    }
    boolean nothing = Names.isNone(wanted.result());
    var statements = new ArrayList<TypedStmt>();
    statements.add(new TypedStmt.Set(closureVariable, rebuilt, span));
    if (nothing) {
      statements.add(new TypedStmt.Evaluate(call, span));
      statements.add(new TypedStmt.Return(null, span));
    } else {
      statements.add(new TypedStmt.Return(body.coercions.coerce(call, wanted.result()), span));
    }
    instance.state = Instance.State.DONE;
    instance.typed = new TypedFunction(name, target.displayName, name, captures, parameters, wanted.result(), null,
        statements, Set.of("inline"), null, span);
    program.instances.put(name, instance);
    return name;
  }

  /// A class used where a function is expected: `lambda a, b: C(a, b)`.
  static FunctionSymbol constructor(Body body, MetaType given, CallableType wanted, Span span) {
    String name = "constructor " + body.types.resolve(given) + " " + wanted.parameters().size();
    var known = body.program.functions.get(name);
    if (known != null) {
      return known;
    }
    var origin = new Origin(span, -7);
    var parameters = new ArrayList<Parameter>();
    var arguments = new ArrayList<Expr.Argument>();
    for (int i = 0; i < wanted.parameters().size(); i++) {
      parameters.add(new Parameter(span, "a" + i, Parameter.ParameterKind.NORMAL, null, null));
      arguments.add(new Expr.Argument(
          Expr.ArgumentKind.POSITIONAL, "", new Expr.Name(new Origin(span, -20 - i), "a" + i)));
    }
    var call = new Expr.Call(new Origin(span, -8), new Expr.Name(new Origin(span, -9), "$class"), arguments);
    List<Stmt> statements = List.of(new Stmt.Return(origin, call));
    var definition = new Stmt.FunctionDef(
        origin, span, name, List.of(), List.of(), parameters, null, statements, false, null);
    var context = new HashMap<String, Type>();
    context.put("$class", body.types.resolve(given.instance()));
    var symbol = new FunctionSymbol(name, body.coercions.show(given.instance()), definition, body.module(), null, null,
        context, ScopeAnalyzer.function(parameters, statements));
    body.program.functions.put(name, symbol);
    return symbol;
  }

  /// Evaluates a default once, at its first use, and keeps it in a global variable.
  static TypedExpr defaultValue(
      Body body, FunctionSymbol function, Parameter parameter, @Nullable Type declared, Map<String, Type> typeArguments,
      Expr at) {
    if (DefaultArguments.isEvaluatedAtDefinition(function, parameter)) {
      TypedVariable kept = DefaultArguments.variable(body.program, function, parameter);
      if (!body.types.isGround(kept.type())) {
        body.unresolved = true;
      }
      return new TypedExpr.Get(kept, at.span());
    }
    String name = function.name + ".<default " + parameter.name() + ">";
    Expr expression = parameter.defaultValue();
    FunctionSymbol thunk = body.program.functions.get(name);
    if (thunk == null) {
      List<Stmt> statements = List.of(new Stmt.Return(expression.at(), expression));
      var definition = new Stmt.FunctionDef(expression.at(), expression.span(), name, List.of(), List.of(), List.of(),
          parameter.annotation(), statements, false, null);
      thunk = new FunctionSymbol(name, "<default>", definition, function.module, null, function.enclosing,
          function.typeContext, ScopeAnalyzer.function(List.of(), statements));
      thunk.typeParameterNames = List.of();
      body.program.functions.put(name, thunk);
    }
    TypedExpr value = thunk.enclosing != null
        ? body.functionValues.call(body.functionValues.closure(thunk, at.span()),
            new FunctionType(name, body.functionValues.captures(thunk).stream().map(
                v -> v.variable.cell() ? (Type) Names.CELL : body.types.resolve(v.type())).toList()),
            List.of(), at, declared)
        : body.calls.invocations.invoke(thunk, List.of(), List.of(), body.calls.node(expression.span()), typeArguments,
            declared);
    if (function.synthetic || !body.types.isGround(value.type()) || isMarker(body, value.type())) {
      return value;
    }
    return remembered(body, name + " " + body.types.resolve(value.type()), value, at.span());
  }

  /// Values without fields and identity are all the same.
  private static boolean isMarker(Body body, Type type) {
    ClassSymbol symbol = body.program.classOf(type);
    return type instanceof ClassType && symbol != null && symbol.isValue && !symbol.isPrimitive && symbol.fields.isEmpty();
  }

  private static TypedExpr remembered(Body body, String name, TypedExpr value, Span span) {
    Type type = body.types.resolve(value.type());
    TypedVariable kept = body.program.global(name, type, span);
    TypedVariable known = body.program.global(name + " known", Names.BOOL, span);
    var fill = List.<TypedStmt>of(
        new TypedStmt.Set(kept, value, span),
        new TypedStmt.Set(known, new TypedExpr.Literal(Names.BOOL, true, span), span));
    return new TypedExpr.Block(
        List.of(new TypedStmt.If(new TypedExpr.Get(known, span), List.of(), fill, span)), new TypedExpr.Get(kept, span),
        span);
  }
}
