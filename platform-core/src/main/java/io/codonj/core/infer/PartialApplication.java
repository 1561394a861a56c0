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
import java.util.Set;

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
      throw body.error(call.span(), InferenceCode.NOT_SUPPORTED_YET,
          "'...' in a call is supported as the last positional argument only");
    }
    arguments.remove(last.get());
    arguments.addFirst(new Expr.Argument(Expr.ArgumentKind.POSITIONAL, "", call.callee()));
    return check(new Expr.Call(call.at(), call.callee(), arguments));
  }

  TypedExpr check(Expr.Call call) {
    Span span = call.span();
    var statements = new ArrayList<TypedStmt>();
    var scope = new HashMap<String, Version>();
    var forwarded = new ArrayList<Expr.Argument>();
    int id = call.id();
    FunctionSymbol target = null;
    int given = 0;
    var named = new ArrayList<String>();
    for (int i = 0; i < call.arguments().size(); i++) {
      Expr.Argument argument = call.arguments().get(i);
      if (argument.kind() != Expr.ArgumentKind.POSITIONAL && argument.kind() != Expr.ArgumentKind.KEYWORD) {
        throw body.error(argument.value().span(), InferenceCode.NOT_SUPPORTED_YET,
            "partial() with '*' arguments is not supported yet");
      }
      TypedExpr value = body.expressions.check(argument.value(), null);
      String name = "$partial" + i;
      String unique = "$partial" + id + "_" + i;
      Version version = body.versions.computeIfAbsent("partial " + id + " " + i, key -> new Version(name,
          body.instance.name + "/" + key,
          new TypedVariable(unique, TypedVariable.Scope.LOCAL, body.types.fresh(), span), span, body));
      body.types.unify(version.type(), value.type());
      if (!body.types.isGround(version.type())) {
        body.unresolved = true;
      }
      statements.add(new TypedStmt.Set(version.variable, value, span));
      scope.put(name, version);
      if (i == 0) {
        target = body.types.prune(value.type()) instanceof Type.FunctionType f
            ? body.program.functions.get(f.function()) : null;
        continue;
      }
      Expr read = new Expr.Name(new Origin(argument.value().span(), -50 - 7 * id - i), name);
      forwarded.add(new Expr.Argument(argument.kind(), argument.name(), read));
      if (argument.kind() == Expr.ArgumentKind.KEYWORD) {
        named.add(argument.name());
      } else {
        given++;
      }
    }
    if (target == null) {
      if (body.unresolved) {
        return body.defer(call);
      }
      throw body.error(span, InferenceCode.NOT_SUPPORTED_YET, "partial() needs a function");
    }
    FunctionSymbol symbol = symbol(call, target, given, named, forwarded);
    body.comprehensionScopes.add(scope);
    try {
      return new TypedExpr.Block(statements, body.functionValues.closure(symbol, span), span);
    } finally {
      body.comprehensionScopes.removeLast();
    }
  }

  private FunctionSymbol symbol(
      Expr.Call call, FunctionSymbol target, int given, List<String> named, List<Expr.Argument> forwarded) {
    return body.lambdas.computeIfAbsent("partial" + call.id(), _ -> {
      Span span = call.span();
      var parameters = new ArrayList<Parameter>();
      var arguments = new ArrayList<>(forwarded.stream()
          .filter(a -> a.kind() == Expr.ArgumentKind.POSITIONAL).toList());
      int skip = given + (target.takesSelf() ? 1 : 0);
      for (Parameter parameter : target.parameters().subList(Math.min(skip, target.parameters().size()),
          target.parameters().size())) {
        boolean plain = Set.of(Parameter.ParameterKind.NORMAL, Parameter.ParameterKind.POSITIONAL_ONLY,
            Parameter.ParameterKind.KEYWORD_ONLY).contains(parameter.kind());
        boolean keywordDefault = named.contains(parameter.name());
        if (!plain || keywordDefault || parameter.defaultValue() != null) {
          continue;
        }
        parameters.add(new Parameter(span, parameter.name(), parameter.kind(), null, null));
        arguments.add(new Expr.Argument(
            parameter.kind() == Parameter.ParameterKind.KEYWORD_ONLY ? Expr.ArgumentKind.KEYWORD
                : Expr.ArgumentKind.POSITIONAL,
            parameter.kind() == Parameter.ParameterKind.KEYWORD_ONLY ? parameter.name() : "",
            new Expr.Name(new Origin(span, -60 - parameters.size()), parameter.name())));
      }
      arguments.addAll(forwarded.stream().filter(a -> a.kind() == Expr.ArgumentKind.KEYWORD).toList());
      Expr callee = new Expr.Name(new Origin(span, -58), "$partial0");
      Expr inner = new Expr.Call(new Origin(span, -59), callee, arguments);
      List<Stmt> statements = List.of(new Stmt.Return(call.at(), inner));
      var definition = new Stmt.FunctionDef(
          call.at(), span, "<partial>", List.of(), List.of(), parameters, null, statements, false, null);
      String name = body.instance.name + ".<partial " + call.id() + ">";
      var symbol = new FunctionSymbol(name, target.displayName, definition, body.module(), null, body,
          body.instance.typeArguments, ScopeAnalyzer.function(parameters, statements));
      body.program.functions.put(name, symbol);
      return symbol;
    });
  }
}
