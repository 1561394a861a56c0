package io.codonj.core.infer;

import io.codonj.api.ast.Expr;
import io.codonj.api.ast.Parameter;
import io.codonj.api.ast.Stmt;
import io.codonj.api.source.Span;
import io.codonj.api.types.Type;
import io.codonj.api.types.Type.FunctionType;
import io.codonj.api.types.Type.MetaType;
import io.codonj.core.resolve.ScopeAnalyzer;
import io.codonj.core.typed.TypedExpr;
import io.codonj.core.typed.TypedVariable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Functions as values: closures and their captures, bound methods, lambdas, conversion to `Callable`, defaults.
final class FunctionValues {
  private final Body body;
  private final Substitution types;
  final Callables callables;

  FunctionValues(Body body) {
    this.body = body;
    this.types = body.types;
    this.callables = new Callables(body, this);
  }

  // ---- captures

  /// The variables of enclosing functions that a function uses, itself or through the nested functions it calls.
  List<Version> captures(FunctionSymbol function) {
    if (function.enclosing == null) {
      return List.of();
    }
    if (function.captures == null) {
      var found = new LinkedHashSet<Version>();
      collect(function, found, new LinkedHashSet<>());
      function.captures = new ArrayList<>(found);
      for (Parameter parameter : function.parameters()) {
        if (isEvaluated(function, parameter)) {
          Version version = defaultVersion(function, parameter);
          function.defaults.put(parameter.name(), version);
          function.captures.add(version);
        }
      }
    }
    return function.captures;
  }

  private static void collect(FunctionSymbol function, Set<Version> into, Set<FunctionSymbol> visited) {
    if (function.enclosing == null || !visited.add(function)) {
      return;
    }
    for (String name : function.scope().free) {
      for (Body outer = function.enclosing; outer != null; outer = outer.enclosing()) {
        Symbol local = outer.localSymbols.get(name);
        if (local instanceof FunctionSymbol sibling) {
          for (Version version : captured(sibling, visited)) {
            into.add(version);
          }
          break;
        }
        if (local instanceof ClassSymbol made && made.enclosing != null) {
          for (var overloads : made.methods.values()) {
            overloads.stream().filter(m -> m.owner == made).forEach(m -> into.addAll(captured(m, visited)));
          }
        }
        if (local != null) {
          break;
        }
        Version version = comprehensionVariable(outer, name);
        if (version != null) {
          into.add(version);
          break;
        }
        if (outer.instance.symbol.scope().bound.contains(name) && !outer.isModule()) {
          into.add(outer.variables.shared(name, function.definition.span()));
          break;
        }
      }
    }
  }

  private static Set<Version> captured(FunctionSymbol sibling, Set<FunctionSymbol> visited) {
    var result = new LinkedHashSet<Version>();
    collect(sibling, result, visited);
    return result;
  }

  private static @Nullable Version comprehensionVariable(Body outer, String name) {
    for (var scope : outer.comprehensionScopes.reversed()) {
      if (scope.containsKey(name)) {
        return scope.get(name);
      }
    }
    return null;
  }

  /// Must the default be evaluated where the function is defined?
  private static boolean isEvaluated(FunctionSymbol function, Parameter parameter) {
    Expr value = parameter.defaultValue();
    return value != null && !(value instanceof Expr.NoneLiteral) && !Declarations.isLiteral(value)
        && function.enclosing != null && function.owner == null && !function.synthetic;
  }

  private Version defaultVersion(FunctionSymbol function, Parameter parameter) {
    Body outer = function.enclosing;
    String key = "default " + function.name + " " + parameter.name();
    return outer.versions.computeIfAbsent(key, _ -> {
      var variable = new TypedVariable("$default " + parameter.name() + " " + function.name,
          TypedVariable.Scope.LOCAL, types.fresh(), parameter.span());
      return new Version("$default " + parameter.name(), key, variable, parameter.span(), outer);
    });
  }

  /// The function as a value, with its captures as they are now.
  TypedExpr closure(FunctionSymbol function, Span span) {
    captures(function);
    if (function.defaults.isEmpty() || function.enclosing != body) {
      return plainClosure(function, span);
    }
    var statements = new ArrayList<io.codonj.core.typed.TypedStmt>();
    for (Parameter parameter : function.parameters()) {
      Version version = function.defaults.get(parameter.name());
      if (version != null) {
        Type declared = parameter.annotation() == null ? null
            : body.calls.invocations.resolveIn(function, parameter.annotation(), function.typeContext);
        TypedExpr value = body.expressions.check(parameter.defaultValue(), declared);
        if (declared != null) {
          value = body.coercions.coerce(value, declared);
        }
        types.unify(version.type(), value.type());
        statements.add(new io.codonj.core.typed.TypedStmt.Set(version.variable, value, span));
      }
    }
    return new TypedExpr.Block(statements, plainClosure(function, span), span);
  }

  private TypedExpr plainClosure(FunctionSymbol function, Span span) {
    var captures = new ArrayList<TypedExpr.Capture>();
    var captureTypes = new ArrayList<Type>();
    for (Version outer : captures(function)) {
      TypedVariable variable = outer.owner == body ? outer.variable : body.variables.captured(outer).variable;
      boolean cell = variable.cell();
      if (!cell && !types.isGround(variable.type())) {
        body.unresolved = true;
      }
      captures.add(new TypedExpr.Capture(new TypedExpr.Get(variable, span), cell ? variable : null));
      captureTypes.add(cell ? Names.CELL : types.resolve(variable.type()));
    }
    return new TypedExpr.MakeClosure(new FunctionType(function.name, captureTypes), captures, span);
  }

  TypedExpr boundMethod(TypedExpr receiver, FunctionSymbol method, Span span) {
    Type type = types.resolve(receiver.type());
    if (!types.isGround(type)) {
      body.unresolved = true;
    }
    return new TypedExpr.MakeClosure(
        new FunctionType(method.name, List.of(type)), List.of(new TypedExpr.Capture(receiver, null)), span);
  }

  TypedExpr lambda(Expr.Lambda lambda) {
    String key = "lambda" + lambda.id();
    FunctionSymbol symbol = body.lambdas.computeIfAbsent(key, _ -> {
      var definition = new Stmt.FunctionDef(lambda.at(), lambda.span(), "<lambda>", List.of(), List.of(),
          lambda.parameters(), null, List.of(new Stmt.Return(lambda.at(), lambda.body())), false, null);
      String name = body.instance.name + ".<lambda " + lambda.id() + ">";
      var created = new FunctionSymbol(name, "<lambda>", definition, body.module(), null, body,
          body.instance.typeArguments, ScopeAnalyzer.lambda(lambda.parameters(), lambda.body()));
      body.program.functions.put(name, created);
      return created;
    });
    return closure(symbol, lambda.span());
  }

  // ---- calls

  /// The closure whose call is being checked: defaults come out of its captures.
  private @Nullable TypedExpr calledClosure;

  /// Calls a particular function value: its captures are handed over as they are in the value.
  TypedExpr call(
      TypedExpr callee, FunctionType type, List<Argument> arguments, Expr at, @Nullable Type expected) {
    FunctionSymbol function = body.program.functions.get(type.function());
    boolean bound = isBoundMethod(function, type);
    if (type.captures().isEmpty() && !bound) {
      return body.calls.invocations.invoke(function, List.of(), arguments, at, Map.of(), expected);
    }
    var read = callee;
    var statements = new ArrayList<io.codonj.core.typed.TypedStmt>();
    if (!(callee instanceof TypedExpr.Get)) {
      var temporary = body.temporary(types.resolve(type), at.span());
      statements.add(new io.codonj.core.typed.TypedStmt.Set(temporary, callee, at.span()));
      read = new TypedExpr.Get(temporary, at.span());
    }
    TypedExpr result;
    if (bound) {
      TypedExpr self = new TypedExpr.GetCapture(read, 0, type.captures().getFirst(), at.span());
      result = body.members.invokeMethod(self,
          body.program.classOf(types.prune(self.type()) instanceof MetaType(var i) ? i : self.type()),
          List.of(function), arguments, at, expected);
      if (function.kind == FunctionSymbol.Kind.CLASS_METHOD) {
        result = body.calls.invocations.choose(List.of(function), List.of(self), arguments, at,
            body.members.typeArguments(((MetaType) types.prune(self.type())).instance(), function), expected);
      }
    } else {
      TypedExpr outer = calledClosure;
      calledClosure = read;
      try {
        result = withCaptures(
            body.calls.invocations.invoke(function, List.of(), arguments, at, Map.of(), expected), read, type);
      } finally {
        calledClosure = outer;
      }
    }
    return statements.isEmpty() ? result : new TypedExpr.Block(statements, result, at.span());
  }

  static boolean isBoundMethod(FunctionSymbol function, FunctionType type) {
    return function.owner != null && function.enclosing == function.owner.enclosing && !type.captures().isEmpty()
        && function.kind != FunctionSymbol.Kind.STATIC_METHOD;
  }

  /// Prefixes the arguments of the innermost call by the captures.
  private static TypedExpr withCaptures(TypedExpr call, TypedExpr closure, FunctionType type) {
    return switch (call) {
      case TypedExpr.CallFunction c -> {
        var arguments = new ArrayList<TypedExpr>();
        for (int i = 0; i < type.captures().size(); i++) {
          arguments.add(new TypedExpr.GetCapture(closure, i, type.captures().get(i), c.span()));
        }
        arguments.addAll(c.arguments());
        yield new TypedExpr.CallFunction(c.function(), arguments, c.type(), c.span());
      }
      case TypedExpr.Block b -> new TypedExpr.Block(b.statements(), withCaptures(b.value(), closure, type), b.span());
      default -> call;
    };
  }

  // ---- defaults

  /// The default of a parameter: literals are written out, anything else is evaluated once and kept.
  TypedExpr defaultValue(
      FunctionSymbol function, Parameter parameter, @Nullable Type declared, Map<String, Type> typeArguments, Expr at) {
    if (parameter.defaultValue() == null) {
      throw body.error(at.span(), InferenceCode.ARGUMENT_COUNT, "missing argument '" + parameter.name() + "'");
    }
    Expr expression = parameter.defaultValue();
    TypedExpr value;
    if (expression instanceof Expr.NoneLiteral) {
      value = new TypedExpr.Literal(Names.NONE, null, at.span());
    } else if (Declarations.isLiteral(expression)) {
      value = body.expressions.literal(expression);
    } else if (function.defaults.containsKey(parameter.name()) && calledClosure != null) {
      int index = captures(function).indexOf(function.defaults.get(parameter.name()));
      Type type = ((FunctionType) types.prune(calledClosure.type())).captures().get(index);
      value = new TypedExpr.GetCapture(calledClosure, index, type, at.span());
    } else {
      value = Adapters.defaultValue(body, function, parameter, declared, typeArguments, at);
    }
    return declared == null ? value : body.coercions.coerce(value, declared);
  }
}
