package io.codonj.core.infer;

import io.codonj.api.ast.Expr;
import io.codonj.api.ast.Origin;
import io.codonj.api.ast.Parameter;
import io.codonj.api.ast.Stmt;
import io.codonj.api.source.Span;
import io.codonj.core.resolve.ScopeInfo;
import java.util.ArrayList;
import java.util.List;

/// An asynchronous function as an ordinary one that hands out a suspended one.
///
/// ```
/// async def f(x): BODY      ->      def f(x):
///                                       async def $f(x): BODY      # a generator that yields what it waits for
///                                       return _coroutine($f(x))   # or _async_generator, where BODY has a `yield`
/// ```
final class AsyncFunctions {
  /// Begins the names of the inner functions, which no program can write.
  private static final String PREFIX = "$";

  private AsyncFunctions() {}

  static boolean isBody(Stmt.FunctionDef definition) {
    return definition.isAsync() && definition.name().startsWith(PREFIX);
  }

  /// The name that the program gave to a function.
  static String shownName(Stmt.FunctionDef definition) {
    return isBody(definition) ? definition.name().substring(PREFIX.length()) : definition.name();
  }

  static Stmt.FunctionDef outer(Stmt.FunctionDef definition) {
    if (!definition.isAsync() || isBody(definition)) {
      return definition;
    }
    Span span = definition.nameSpan();
    int id = -200_000_000 - definition.id() * 32;
    String inner = PREFIX + definition.name();
    var parameters = new ArrayList<Parameter>();
    var arguments = new ArrayList<Expr.Argument>();
    for (Parameter parameter : definition.parameters()) {
      parameters.add(new Parameter(
          parameter.span(), parameter.name(), Parameter.ParameterKind.NORMAL, null, null));
      arguments.add(new Expr.Argument(
          Expr.ArgumentKind.POSITIONAL, "", new Expr.Name(new Origin(span, id - 10 - arguments.size()), parameter.name())));
    }
    var statements = new ArrayList<Stmt>();
    if (definition.body().getFirst() instanceof Stmt.Expression(_, Expr.StringLiteral _)) {
      statements.add(definition.body().getFirst());
    }
    statements.add(new Stmt.FunctionDef(new Origin(definition.span(), id - 1), span, inner, List.of(), List.of(), parameters,
        definition.returns(), definition.body(), true, null));
    Expr frame = new Expr.Call(new Origin(span, id - 2), new Expr.Name(new Origin(span, id - 3), inner), arguments);
    boolean yields = io.codonj.core.resolve.ScopeAnalyzer.function(definition.parameters(), definition.body()).isGenerator;
    Expr maker = new Expr.Name(new Origin(span, id - 4), yields ? "_async_generator" : "_coroutine");
    statements.add(new Stmt.Return(new Origin(span, id - 5), new Expr.Call(new Origin(span, id - 6), maker,
        List.of(new Expr.Argument(Expr.ArgumentKind.POSITIONAL, "", frame)))));
    return new Stmt.FunctionDef(definition.at(), span, definition.name(), definition.decorators(),
        definition.typeParameters(), definition.parameters(), null, statements, false, null);
  }

  /// Does a function suspend: is it a generator, or the body of an asynchronous function?
  static boolean suspends(Stmt.FunctionDef definition, ScopeInfo scope) {
    return scope.isGenerator || isBody(definition);
  }
}
