package io.codonj.core.syntax.build;

import static io.codonj.core.syntax.antlr.CodonjGrammar.*;

import io.codonj.api.ast.Expr;
import io.codonj.api.ast.Pattern;
import io.codonj.api.ast.Stmt;
import io.codonj.api.diagnostic.CompilerBug;
import io.codonj.core.syntax.SyntaxErrorCode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.jspecify.annotations.Nullable;

/// Statements with blocks, except definitions.
final class CompoundBuilder {
  private final BuildContext context;

  CompoundBuilder(BuildContext context) {
    this.context = context;
  }

  Stmt statement(ParserRuleContext node) {
    return switch (node) {
      case IfStatementContext statement -> conditional(statement);
      case WhileStatementContext statement -> loop(statement);
      case ForStatementContext statement -> loop(statement, List.of(), BuildContext.start(statement), false);
      case TryStatementContext statement -> attempt(statement);
      case WithStatementContext statement -> with(statement, BuildContext.start(statement), false);
      case FunctionDefinitionContext definition ->
          context.definitions.function(definition, List.of(), BuildContext.start(definition), false);
      case ClassDefinitionContext definition -> context.definitions.type(definition, List.of());
      case AsyncStatementContext statement -> asynchronous(statement, List.of());
      case DecoratedContext statement -> decorated(statement);
      case MatchStatementContext statement -> match(statement);
      case PluginStatementContext statement -> plugin(statement);
      default -> throw new CompilerBug("no compound statement: " + node.getClass());
    };
  }

  private Stmt decorated(DecoratedContext node) {
    var decorators = new ArrayList<Expr>(node.decorators.size());
    for (DecoratorContext decorator : node.decorators) {
      decorators.add(context.expressions.named(decorator.decoration));
    }
    var list = Collections.unmodifiableList(decorators);
    return switch (node.node) {
      case FunctionDefinitionContext definition ->
          context.definitions.function(definition, list, BuildContext.start(definition), false);
      case ClassDefinitionContext definition -> context.definitions.type(definition, list);
      case ForStatementContext statement -> {
        context.dialectOnly(context.span(node.decorators.getFirst()), "a decorated loop");
        yield loop(statement, list, BuildContext.start(statement), false);
      }
      case AsyncStatementContext statement -> asynchronous(statement, list);
      default -> throw new CompilerBug("nothing to decorate: " + node.node.getClass());
    };
  }

  private Stmt asynchronous(AsyncStatementContext node, List<Expr> decorators) {
    int start = BuildContext.start(node);
    return switch (node.node) {
      case FunctionDefinitionContext definition -> context.definitions.function(definition, decorators, start, true);
      case ForStatementContext statement -> loop(statement, decorators, start, true);
      case WithStatementContext statement -> {
        decorators.forEach(decorator -> context.invalid(decorator.span()));
        yield with(statement, start, true);
      }
      default -> throw new CompilerBug("nothing asynchronous: " + node.node.getClass());
    };
  }

  // ---- Branches and loops

  private Stmt conditional(IfStatementContext node) {
    Expr condition = context.expressions.named(node.condition);
    List<Stmt> body = context.statements.block(node.body);
    return new Stmt.If(context.origin(node), condition, body, elseBranch(node, 0));
  }

  /// Clause number `index` and what follows it, as an `if` within the else branch.
  private List<Stmt> elseBranch(IfStatementContext node, int index) {
    // Built from the last clause backwards: chains of `elif` can be long.
    List<Stmt> orElse = optionalBlock(node.orElse);
    int end = context.end(node);
    for (int i = node.clauses.size() - 1; i >= index; i--) {
      ElifClauseContext clause = node.clauses.get(i);
      Expr condition = context.expressions.named(clause.condition);
      List<Stmt> body = context.statements.block(clause.body);
      var at = context.origin(BuildContext.start(clause), end);
      orElse = List.of(new Stmt.If(at, condition, body, orElse));
    }
    return orElse;
  }

  private List<Stmt> optionalBlock(@Nullable BlockContext node) {
    return node == null ? List.of() : context.statements.block(node);
  }

  private Stmt loop(WhileStatementContext node) {
    Expr condition = context.expressions.named(node.condition);
    List<Stmt> body = context.statements.block(node.body);
    return new Stmt.While(context.origin(node), condition, body, loopElse(node.orElse));
  }

  private Stmt loop(ForStatementContext node, List<Expr> decorators, int start, boolean isAsync) {
    Expr target = context.targets.list(node.list);
    Expr iterable = context.expressions.tuple(node.iterable);
    List<Stmt> body = context.statements.block(node.body);
    List<Stmt> orElse = loopElse(node.orElse);
    var at = context.origin(start, context.end(node));
    return new Stmt.For(at, decorators, target, iterable, body, orElse, isAsync);
  }

  private List<Stmt> loopElse(@Nullable LoopElseContext node) {
    return node == null ? List.of() : context.statements.block(node.body);
  }

  // ---- try, with

  private Stmt attempt(TryStatementContext node) {
    List<Stmt> body = context.statements.block(node.body);
    var handlers = new ArrayList<Stmt.Handler>(node.handlers.size());
    boolean isStar = !node.handlers.isEmpty() && node.handlers.getFirst().star != null;
    for (int i = 0; i < node.handlers.size(); i++) {
      ExceptClauseContext clause = node.handlers.get(i);
      checkClause(clause, isStar, i == node.handlers.size() - 1);
      handlers.add(handler(clause));
    }
    List<Stmt> orElse = optionalBlock(node.orElse);
    List<Stmt> finalBody = optionalBlock(node.finalBody);
    var list = Collections.unmodifiableList(handlers);
    return new Stmt.Try(context.origin(node), body, list, orElse, finalBody, isStar);
  }

  private void checkClause(ExceptClauseContext clause, boolean isStar, boolean last) {
    String message = null;
    if (isStar != (clause.star != null)) {
      message = "cannot have both 'except' and 'except*' on the same 'try'";
    } else if (clause.star != null && clause.type_ == null) {
      message = "expected one or more exception types";
    } else if (clause.type_ == null && !last) {
      message = "default 'except:' must be last";
    } else if (clause.comma != null) {
      message = "multiple exception types must be parenthesized";
    }
    if (message != null) {
      context.report(SyntaxErrorCode.INVALID_HANDLER, context.span(clause.getStart()), message);
    }
  }

  private Stmt.Handler handler(ExceptClauseContext clause) {
    Expr type = context.expressions.optional(clause.type_);
    String name = clause.name == null ? "" : clause.name.getText();
    return new Stmt.Handler(context.span(clause), type, name, context.statements.block(clause.body));
  }

  private Stmt with(WithStatementContext node, int start, boolean isAsync) {
    var items = new ArrayList<Stmt.WithItem>(node.items.size());
    for (WithItemContext item : node.items) {
      Expr manager = context.expressions.expression(item.context_);
      items.add(new Stmt.WithItem(manager, item.goal == null ? null : context.targets.single(item.goal)));
    }
    List<Stmt> body = context.statements.block(node.body);
    var at = context.origin(start, context.end(node));
    return new Stmt.With(at, Collections.unmodifiableList(items), body, isAsync);
  }

  // ---- match, keywords of plugins

  private Stmt match(MatchStatementContext node) {
    Expr subject = subject(node.subject);
    var cases = new ArrayList<Stmt.Case>(node.cases.size());
    for (CaseClauseContext clause : node.cases) {
      Pattern pattern = context.patterns.open(clause.patterns);
      Expr guard = clause.guard == null ? null : context.expressions.named(clause.guard);
      cases.add(new Stmt.Case(context.span(clause), pattern, guard, context.statements.block(clause.body)));
    }
    return new Stmt.Match(context.origin(node), subject, Collections.unmodifiableList(cases));
  }

  private Expr subject(MatchSubjectContext node) {
    if (node.rest.isEmpty() && node.comma == null) {
      if (node.first.star != null) {
        context.invalid(context.span(node.first));
      }
      return context.expressions.starNamed(node.first);
    }
    var elements = context.expressions.starNamed(node.first, node.rest);
    return new Expr.Display(context.origin(node), Expr.DisplayKind.TUPLE, elements);
  }

  private Stmt plugin(PluginStatementContext node) {
    String keyword = node.keyword.getText();
    Expr operand = node.operand_ == null ? null : context.expressions.tuple(node.operand_);
    if (node.body != null) {
      List<Stmt> body = context.statements.block(node.body);
      return new Stmt.KeywordBlock(context.origin(node), keyword, operand, body);
    }
    if (operand == null) {
      context.invalid(context.span(node));
      return new Stmt.Pass(context.origin(node));
    }
    Expr expression = new Expr.KeywordExpr(context.origin(node), keyword, operand);
    return new Stmt.Expression(context.origin(node), expression);
  }
}
