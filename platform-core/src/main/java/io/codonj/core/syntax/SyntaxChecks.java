package io.codonj.core.syntax;

import io.codonj.api.ast.Expr;
import io.codonj.api.ast.Module;
import io.codonj.api.ast.Node;
import io.codonj.api.ast.Parameter;
import io.codonj.api.ast.Stmt;
import io.codonj.api.ast.TypeParameter;
import io.codonj.api.source.Span;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Rules about where statements and declarations may stand, which CPython applies before a program runs.
final class SyntaxChecks {
  private final SyntaxProblems problems;
  private final PatternChecks patterns;
  private final ScopeChecks scopes;
  private final ExpressionChecks expressions;
  private CheckScope scope = new CheckScope(CheckScope.Kind.MODULE, null, false);

  private SyntaxChecks(SyntaxProblems problems, boolean complete) {
    this.problems = problems;
    this.patterns = new PatternChecks(problems);
    this.scopes = new ScopeChecks(problems, complete);
    this.expressions = new ExpressionChecks(problems, scopes);
  }

  /// `complete` is false when statements with syntax errors are missing from the tree.
  static void run(Module module, boolean complete, SyntaxProblems problems) {
    new SyntaxChecks(problems, complete).all(module.body());
  }

  private void all(List<Stmt> statements) {
    for (Stmt statement : statements) {
      statement(statement);
    }
  }

  private void statement(Stmt statement) {
    switch (statement) {
      case Stmt.Expression plain -> use(plain.value());
      case Stmt.Assign assign -> {
        use(assign.value());
        expressions.bindAll(scope, assign.targets());
      }
      case Stmt.AugmentedAssign assign -> {
        use(assign.target());
        use(assign.value());
        bind(assign.target());
      }
      case Stmt.AnnotatedAssign assign -> annotated(assign);
      case Stmt.Return plain -> {
        use(plain.value());
        placeReturn(plain);
      }
      case Stmt.Raise raise -> {
        use(raise.exception());
        use(raise.cause());
      }
      case Stmt.Assert check -> {
        use(check.condition());
        use(check.message());
      }
      case Stmt.Delete delete -> expressions.bindAll(scope, delete.targets());
      case Stmt.Pass _ -> {}
      case Stmt.Break _ -> placeJump(statement, "'break' outside loop");
      case Stmt.Continue _ -> placeJump(statement, "'continue' not properly in loop");
      case Stmt.Global global -> scopes.global(scope, global);
      case Stmt.Nonlocal nonlocal -> scopes.nonlocal(scope, nonlocal);
      case Stmt.Import plain -> scopes.bindImports(scope, plain.names());
      case Stmt.ImportFrom from -> importFrom(from);
      case Stmt.If branch -> {
        use(branch.condition());
        all(branch.body());
        all(branch.orElse());
      }
      case Stmt.While loop -> {
        use(loop.condition());
        loopBody(loop.body());
        all(loop.orElse());
      }
      case Stmt.For loop -> forLoop(loop);
      case Stmt.Try attempt -> attempt(attempt);
      case Stmt.With with -> with(with);
      case Stmt.Match match -> match(match);
      case Stmt.FunctionDef function -> function(function);
      case Stmt.ClassDef type -> type(type);
      case Stmt.TypeAlias alias -> {
        distinct(alias.typeParameters());
        scopes.bind(scope, alias.name());
      }
      case Stmt.Print print -> useAll(print.values());
      case Stmt.KeywordBlock block -> {
        use(block.operand());
        all(block.body());
      }
      case Stmt.Region region -> {
        useAll(region.arguments());
        all(region.body());
      }
    }
  }

  private void use(@Nullable Expr expression) {
    if (expression != null) {
      expressions.use(scope, expression);
    }
  }

  private void useAll(List<Expr> list) {
    for (Expr expression : list) {
      expressions.use(scope, expression);
    }
  }

  private void bind(Expr target) {
    expressions.bind(scope, target);
  }

  private void annotated(Stmt.AnnotatedAssign assign) {
    use(assign.value());
    if (assign.target() instanceof Expr.Name name && scope.globals.contains(name.name()) && scope.isFunction()) {
      refuse(SyntaxErrorCode.INVALID_SCOPE, assign, "annotated name '" + name.name() + "' can't be global");
    }
    bind(assign.target());
    use(assign.annotation());
  }

  private void importFrom(Stmt.ImportFrom from) {
    for (Stmt.ImportAlias alias : from.names()) {
      if (alias.name().equals("*") && scope.kind != CheckScope.Kind.MODULE) {
        refuse(SyntaxErrorCode.INVALID_IMPORT, from, "import * only allowed at module level");
      }
    }
    scopes.bindImports(scope, from.names());
  }

  // ---- Jumps

  private void placeReturn(Stmt statement) {
    if (!scope.isFunction()) {
      refuse(SyntaxErrorCode.OUTSIDE_FUNCTION, statement, "'return' outside function");
    } else if (scope.inExceptStar) {
      refuseInExceptStar(statement);
    }
  }

  private void placeJump(Stmt statement, String outside) {
    if (scope.loops == 0) {
      if (scope.inExceptStar) {
        refuseInExceptStar(statement);
      } else {
        refuse(SyntaxErrorCode.OUTSIDE_LOOP, statement, outside);
      }
    }
  }

  private void refuseInExceptStar(Stmt statement) {
    String message = "'break', 'continue' and 'return' cannot appear in an except* block";
    refuse(SyntaxErrorCode.JUMP_OUT_OF_GROUP, statement, message);
  }

  // ---- Blocks

  private void loopBody(List<Stmt> body) {
    scope.loops++;
    all(body);
    scope.loops--;
  }

  private void forLoop(Stmt.For loop) {
    if (loop.isAsync()) {
      expressions.placeAsync(scope, loop.span(), "'async for'");
    }
    useAll(loop.decorators());
    use(loop.iterable());
    bind(loop.target());
    loopBody(loop.body());
    all(loop.orElse());
  }

  private void with(Stmt.With with) {
    if (with.isAsync()) {
      expressions.placeAsync(scope, with.span(), "'async with'");
    }
    for (Stmt.WithItem item : with.items()) {
      use(item.context());
      if (item.target() != null) {
        bind(item.target());
      }
    }
    all(with.body());
  }

  private void attempt(Stmt.Try attempt) {
    all(attempt.body());
    for (Stmt.Handler handler : attempt.handlers()) {
      use(handler.type());
      if (!handler.name().isEmpty()) {
        scopes.bind(scope, handler.name());
      }
      boolean outer = scope.inExceptStar;
      int loops = scope.loops;
      if (attempt.isStar()) {
        scope.inExceptStar = true;
        scope.loops = 0;
      }
      all(handler.body());
      scope.inExceptStar = outer;
      scope.loops = loops;
    }
    all(attempt.orElse());
    all(attempt.finalBody());
  }

  private void match(Stmt.Match match) {
    use(match.subject());
    patterns.cases(match);
    for (Stmt.Case next : match.cases()) {
      for (String name : patterns.names(next.pattern())) {
        scopes.bind(scope, name);
      }
      use(next.guard());
      all(next.body());
    }
  }

  // ---- Definitions

  private void function(Stmt.FunctionDef function) {
    useAll(function.decorators());
    distinct(function.typeParameters());
    expressions.signature(scope, function.parameters());
    for (Parameter parameter : function.parameters()) {
      use(parameter.annotation());
    }
    use(function.returns());
    scopes.bind(scope, function.name());
    enter(new CheckScope(CheckScope.Kind.FUNCTION, scope, function.isAsync()));
    for (Parameter parameter : function.parameters()) {
      scope.parameters.add(parameter.name());
    }
    for (TypeParameter parameter : function.typeParameters()) {
      scope.parameters.add(parameter.name());
    }
    all(function.body());
    leave();
  }

  private void type(Stmt.ClassDef type) {
    useAll(type.decorators());
    distinct(type.typeParameters());
    for (Expr.Argument base : type.bases()) {
      use(base.value());
    }
    scopes.bind(scope, type.name());
    enter(new CheckScope(CheckScope.Kind.CLASS, scope, false));
    all(type.body());
    leave();
  }

  private void enter(CheckScope inner) {
    scope = inner;
  }

  private void leave() {
    scopes.close(scope);
    scope = scope.parent;
  }

  private void distinct(List<TypeParameter> parameters) {
    var seen = new HashSet<String>();
    for (TypeParameter parameter : parameters) {
      if (!seen.add(parameter.name())) {
        String message = "duplicate type parameter '" + parameter.name() + "'";
        refuse(SyntaxErrorCode.DUPLICATE_NAME, parameter.span(), message);
      }
    }
  }

  private void refuse(SyntaxErrorCode code, Node node, String message) {
    refuse(code, node.span(), message);
  }

  private void refuse(SyntaxErrorCode code, Span span, String message) {
    problems.report(code, span, message);
  }
}
