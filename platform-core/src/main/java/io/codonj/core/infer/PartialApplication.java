package io.codonj.core.infer;

import io.codonj.api.ast.Expr;
import io.codonj.api.ast.Origin;
import io.codonj.api.ast.Parameter;
import io.codonj.api.ast.Stmt;
import io.codonj.api.source.Span;
import io.codonj.api.types.Type;
import io.codonj.core.resolve.ScopeAnalyzer;
import io.codonj.core.typed.TypedExpr;
import io.codonj.core.typed.TypedStmt;
import io.codonj.core.typed.TypedVariable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `partial(f, a, k=b)`: the arguments are evaluated now and captured by a lambda over the remaining parameters.
final class PartialApplication {
  private final Body body;

  PartialApplication(Body body) {
    this.body = body;
  }

  /// `f(1, ...)` in a file of the dialect. In Python's files `...` is an argument like any other.
  static boolean isWritten(Expr.Call call) {
    return call.span().file().path().endsWith(".codon")
        && call.arguments().stream().anyMatch(a -> a.value() instanceof Expr.EllipsisLiteral);
  }

  TypedExpr written(Expr.Call call) {
    var arguments = new ArrayList<>(call.arguments());
    var last = arguments.stream().filter(a -> a.kind() == Expr.ArgumentKind.POSITIONAL).reduce((_, next) -> next);
    if (last.isEmpty() || !(last.get().value() instanceof Expr.EllipsisLiteral)
        || arguments.stream().filter(a -> a.value() instanceof Expr.EllipsisLiteral).count() > 1) {
      return withHoles(call);
    }
    arguments.remove(last.get());
    arguments.addFirst(new Expr.Argument(Expr.ArgumentKind.POSITIONAL, "", call.callee()));
    return check(new Expr.Call(call.at(), call.callee(), arguments));
  }

  /// `f(1, ..., x=2)`: the given values are bound to the first parameters of a function that takes the others.
  private TypedExpr withHoles(Expr.Call call) {
    var given = new ArrayList<Parameter>();
    var holes = new ArrayList<Parameter>();
    var values = new ArrayList<Expr.Argument>();
    var passed = new ArrayList<Expr.Argument>();
    int id = -60 - 64 * call.id();
    for (Expr.Argument argument : call.arguments()) {
      if (argument.kind() != Expr.ArgumentKind.POSITIONAL && argument.kind() != Expr.ArgumentKind.KEYWORD) {
        throw body.error(call.span(), InferenceCode.NOT_SUPPORTED_YET, "'...' cannot be combined with '*' in a call");
      }
      var span = argument.value().span();
      String name = "$argument" + passed.size();
      boolean hole = argument.value() instanceof Expr.EllipsisLiteral;
      (hole ? holes : given).add(new Parameter(span, name, Parameter.ParameterKind.NORMAL, null, null));
      if (!hole) {
        values.add(new Expr.Argument(Expr.ArgumentKind.POSITIONAL, "", argument.value()));
      }
      passed.add(new Expr.Argument(argument.kind(), argument.name(), new Expr.Name(new Origin(span, id--), name)));
    }
    given.addAll(holes);
    var function = new Expr.Lambda(
        new Origin(call.span(), id--), given, new Expr.Call(new Origin(call.span(), id--), call.callee(), passed));
    values.addFirst(new Expr.Argument(Expr.ArgumentKind.POSITIONAL, "", function));
    return check(new Expr.Call(call.at(), call.callee(), values));
  }

  TypedExpr check(Expr.Call call) {
    Span span = call.span();
    var statements = new ArrayList<TypedStmt>();
    var scope = new HashMap<String, Version>();
    var forwarded = new ArrayList<Expr.Argument>();
    int id = call.id();
    var arguments = body.calls.arguments(call);
    for (int i = 0; i < arguments.size(); i++) {
      Argument argument = arguments.get(i);
      if (argument.keyword().startsWith("*")) {
        throw body.error(argument.span(), InferenceCode.NOT_SUPPORTED_YET,
            "partial() with a list or dictionary of unknown length is not supported yet");
      }
      TypedExpr value = body.constructors.withoutArguments(body.calls.typed(argument, null));
      String name = "$partial" + i;
      String unique = "$partial" + id + "_" + i;
      Version version = body.versions.computeIfAbsent("partial " + body.copyPrefix + id + " " + i, key -> new Version(
          name, body.instance.name + "/" + key,
          new TypedVariable(unique, TypedVariable.Scope.LOCAL, body.types.fresh(), span), span, body));
      body.types.unify(version.type(), value.type());
      if (!body.types.isGround(version.type())) {
        body.unresolved = true;
      }
      statements.add(new TypedStmt.Set(version.variable, value, span));
      scope.put(name, version);
      if (i == 0) {
        if (Substitution.isVariable(body.types.prune(value.type()))) {
          return body.defer(call);
        }
        continue;
      }
      Expr read = new Expr.Name(new Origin(argument.span(), -50 - 7 * id - i), name);
      forwarded.add(new Expr.Argument(argument.isKeyword() ? Expr.ArgumentKind.KEYWORD : Expr.ArgumentKind.POSITIONAL,
          argument.keyword(), read));
    }
    if (arguments.isEmpty()) {
      throw body.error(span, InferenceCode.ARGUMENT_COUNT, "type 'partial' takes at least one argument");
    }
    FunctionSymbol symbol = symbol(call, forwarded);
    symbol.arity = arity(body.types.prune(scope.get("$partial0").type()), forwarded);
    body.comprehensionScopes.add(scope);
    try {
      return new TypedExpr.Block(statements, body.functionValues.closure(symbol, span), span);
    } finally {
      body.comprehensionScopes.removeLast();
    }
  }

  /// How many arguments are still required.
  private int arity(Type target, List<Expr.Argument> forwarded) {
    if (!(target instanceof Type.FunctionType f)) {
      return -1;
    }
    var names = forwarded.stream().map(Expr.Argument::name).toList();
    int given = (int) forwarded.stream().filter(a -> a.kind() == Expr.ArgumentKind.POSITIONAL).count();
    FunctionSymbol function = body.program.functions.get(f.function());
    if (function.arity >= 0) {
      return Math.max(0, function.arity - given);
    }
    long required = function.parameters().stream().skip(given + (FunctionValues.isBoundMethod(function, f) ? 1 : 0))
        .filter(p -> p.defaultValue() == null && !names.contains(p.name())
            && (p.kind() == Parameter.ParameterKind.NORMAL || p.kind() == Parameter.ParameterKind.POSITIONAL_ONLY))
        .count();
    return (int) required;
  }

  /// `def partial(*args, **kwargs): return f(given, *args, name=given, **kwargs)`
  private FunctionSymbol symbol(Expr.Call call, List<Expr.Argument> forwarded) {
    return body.lambdas.computeIfAbsent("partial" + body.copyPrefix + call.id(), _ -> {
      Span span = call.span();
      var parameters = List.of(
          new Parameter(span, "$args", Parameter.ParameterKind.STAR, null, null),
          new Parameter(span, "$kwargs", Parameter.ParameterKind.DOUBLE_STAR, null, null));
      var arguments = new ArrayList<>(forwarded.stream()
          .filter(a -> a.kind() == Expr.ArgumentKind.POSITIONAL).toList());
      arguments.add(new Expr.Argument(Expr.ArgumentKind.STAR, "", new Expr.Name(new Origin(span, -60), "$args")));
      arguments.addAll(forwarded.stream().filter(a -> a.kind() == Expr.ArgumentKind.KEYWORD).toList());
      arguments.add(
          new Expr.Argument(Expr.ArgumentKind.DOUBLE_STAR, "", new Expr.Name(new Origin(span, -61), "$kwargs")));
      Expr callee = new Expr.Name(new Origin(span, -58), "$partial0");
      Expr inner = new Expr.Call(new Origin(span, -59), callee, arguments);
      List<Stmt> statements = List.of(new Stmt.Return(call.at(), inner));
      var definition = new Stmt.FunctionDef(
          call.at(), span, "<partial>", List.of(), List.of(), parameters, null, statements, false, null);
      String name = body.instance.name + ".<partial " + body.copyPrefix + call.id() + ">";
      var symbol = new FunctionSymbol(name, "<partial>", definition, body.module(), null, body,
          body.instance.typeArguments, ScopeAnalyzer.function(parameters, statements));
      symbol.isPartial = true;
      body.program.functions.put(name, symbol);
      return symbol;
    });
  }

  /// `p.func`, `p.args` and `p.keywords` of a partial function; null for other attributes.
  static @Nullable TypedExpr attribute(
      Body body, TypedExpr object, Type.FunctionType type, FunctionSymbol function, String name, Span span) {
    var call = (Expr.Call) ((Stmt.Return) function.definition.body().getFirst()).value();
    var captures = body.functionValues.captures(function).stream().map(v -> v.name).toList();
    var positional = new ArrayList<TypedExpr>();
    var keywords = new java.util.LinkedHashMap<String, TypedExpr>();
    for (Expr.Argument argument : call.arguments()) {
      if (argument.kind() == Expr.ArgumentKind.POSITIONAL || argument.kind() == Expr.ArgumentKind.KEYWORD) {
        TypedExpr value = capture(body, object, type, captures.indexOf(((Expr.Name) argument.value()).name()), span);
        if (argument.kind() == Expr.ArgumentKind.POSITIONAL) {
          positional.add(value);
        } else {
          keywords.put(argument.name(), value);
        }
      }
    }
    return switch (name) {
      case "func" -> capture(body, object, type, captures.indexOf("$partial0"), span);
      case "args" -> new TypedExpr.MakeTuple(
          new Type.TupleType(positional.stream().map(TypedExpr::type).toList()), positional, span);
      case "keywords" -> KeywordPacks.dictionary(body, KeywordPacks.make(keywords, body.types, span), span);
      default -> null;
    };
  }

  private static TypedExpr capture(Body body, TypedExpr object, Type.FunctionType type, int index, Span span) {
    return new TypedExpr.GetCapture(object, index, body.types.resolve(type.captures().get(index)), span);
  }
}
