package io.codonj.core.syntax;

import io.codonj.api.ast.Expr;
import io.codonj.api.ast.Parameter;
import io.codonj.api.source.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/// Uses and bindings of names within expressions, and where `yield` and `await` may stand.
final class ExpressionChecks {
  private final SyntaxProblems problems;
  private final ScopeChecks scopes;

  ExpressionChecks(SyntaxProblems problems, ScopeChecks scopes) {
    this.problems = problems;
    this.scopes = scopes;
  }

  void use(CheckScope scope, Expr expression) {
    switch (expression) {
      case Expr.Name name -> scope.used.add(name.name());
      case Expr.Lambda lambda -> lambda(scope, lambda);
      case Expr.Comprehension comprehension -> comprehension(scope, comprehension);
      case Expr.Binary binary -> chain(scope, binary);
      case Expr.Walrus walrus -> {
        use(scope, walrus.value());
        scopes.bind(scope.owner(), walrus.target().name());
      }
      case Expr.Yield _ -> {
        placeYield(scope, expression, "'yield'");
        useParts(scope, expression);
      }
      case Expr.YieldFrom _ -> {
        placeYield(scope, expression, "'yield'");
        if (scope.owner().kind == CheckScope.Kind.FUNCTION && scope.owner().isAsync) {
          refuse(SyntaxErrorCode.OUTSIDE_FUNCTION, expression.span(), "'yield from' inside async function");
        }
        useParts(scope, expression);
      }
      case Expr.Await _ -> {
        placeAsync(scope, expression.span(), "'await'");
        useParts(scope, expression);
      }
      default -> useParts(scope, expression);
    }
  }

  private void useParts(CheckScope scope, Expr expression) {
    for (Expr part : ExpressionParts.of(expression)) {
      use(scope, part);
    }
  }

  /// Sums of a thousand terms lean to the left; their depth costs no stack here.
  private void chain(CheckScope scope, Expr.Binary binary) {
    var rights = new ArrayList<Expr>();
    Expr left = binary;
    while (left instanceof Expr.Binary inner) {
      rights.add(inner.right());
      left = inner.left();
    }
    use(scope, left);
    for (Expr right : rights.reversed()) {
      use(scope, right);
    }
  }

  /// A target: its names are bound, the rest of it is used.
  void bind(CheckScope scope, Expr target) {
    switch (target) {
      case Expr.Name name -> scopes.bind(scope, name.name());
      case Expr.Starred starred -> bind(scope, starred.value());
      case Expr.Display display -> bindAll(scope, display.elements());
      default -> use(scope, target);
    }
  }

  void bindAll(CheckScope scope, List<Expr> targets) {
    for (Expr target : targets) {
      bind(scope, target);
    }
  }

  /// Parameter names are distinct; defaults are evaluated outside.
  void signature(CheckScope outer, List<Parameter> parameters) {
    var seen = new HashSet<String>();
    for (Parameter parameter : parameters) {
      if (!seen.add(parameter.name())) {
        String message = "duplicate argument '" + parameter.name() + "' in function definition";
        refuse(SyntaxErrorCode.DUPLICATE_NAME, parameter.span(), message);
      }
      if (parameter.defaultValue() != null) {
        use(outer, parameter.defaultValue());
      }
    }
  }

  private void lambda(CheckScope scope, Expr.Lambda lambda) {
    signature(scope, lambda.parameters());
    var inner = new CheckScope(CheckScope.Kind.LAMBDA, scope, false);
    for (Parameter parameter : lambda.parameters()) {
      inner.parameters.add(parameter.name());
    }
    use(inner, lambda.body());
  }

  private void comprehension(CheckScope scope, Expr.Comprehension comprehension) {
    // A generator expression may await anywhere: it becomes an asynchronous generator.
    boolean isAsync = scope.isAsync || comprehension.kind() == Expr.ComprehensionKind.GENERATOR;
    var inner = new CheckScope(CheckScope.Kind.COMPREHENSION, scope, isAsync);
    boolean first = true;
    for (Expr.Clause clause : comprehension.clauses()) {
      use(first ? scope : inner, clause.iterable());
      first = false;
      bind(inner, clause.target());
      for (Expr condition : clause.conditions()) {
        use(inner, condition);
      }
      if (clause.isAsync() && comprehension.kind() != Expr.ComprehensionKind.GENERATOR) {
        placeAsyncComprehension(scope, comprehension);
      }
    }
    use(inner, comprehension.element());
    if (comprehension.value() != null) {
      use(inner, comprehension.value());
    }
  }

  private void placeYield(CheckScope scope, Expr expression, String keyword) {
    if (scope.kind == CheckScope.Kind.COMPREHENSION) {
      refuse(SyntaxErrorCode.OUTSIDE_FUNCTION, expression.span(), keyword + " inside comprehension");
    } else if (!scope.isFunction()) {
      refuse(SyntaxErrorCode.OUTSIDE_FUNCTION, expression.span(), keyword + " outside function");
    }
  }

  void placeAsync(CheckScope scope, Span span, String keyword) {
    if (!scope.isAsync) {
      boolean bareAwait = !scope.owner().isFunction() && keyword.equals("'await'");
      String where = bareAwait ? " outside function" : " outside async function";
      refuse(SyntaxErrorCode.OUTSIDE_ASYNC, span, keyword + where);
    }
  }

  private void placeAsyncComprehension(CheckScope scope, Expr comprehension) {
    if (!scope.isAsync) {
      String message = "asynchronous comprehension outside of an asynchronous function";
      refuse(SyntaxErrorCode.OUTSIDE_ASYNC, comprehension.span(), message);
    }
  }

  private void refuse(SyntaxErrorCode code, Span span, String message) {
    problems.report(code, span, message);
  }
}
