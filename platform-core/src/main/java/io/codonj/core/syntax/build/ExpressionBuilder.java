package io.codonj.core.syntax.build;

import static io.codonj.core.syntax.antlr.CodonjGrammar.*;

import io.codonj.api.ast.Expr;
import io.codonj.core.syntax.SyntaxErrorCode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/// Expressions above the operators: conditionals, lambdas, tuples without parentheses, assignment expressions, yields.
final class ExpressionBuilder {
  private final BuildContext context;

  ExpressionBuilder(BuildContext context) {
    this.context = context;
  }

  Expr expression(ExpressionContext node) {
    if (node.condition != null) {
      Expr whenTrue = context.operators.operation(node.first);
      Expr condition = context.operators.operation(node.condition);
      Expr whenFalse = expression(node.otherwise);
      return new Expr.Conditional(context.origin(node), condition, whenTrue, whenFalse);
    }
    if (node.first != null) {
      return context.operators.operation(node.first);
    }
    if (node.keyword != null) {
      Expr operand = expression(node.body);
      return new Expr.KeywordExpr(context.origin(node), node.keyword.getText(), operand);
    }
    var parameters = context.parameters.ofLambda(node.parameters);
    Expr body = expression(node.body);
    return new Expr.Lambda(context.origin(node), parameters, body);
  }

  @Nullable Expr optional(@Nullable ExpressionContext node) {
    return node == null ? null : expression(node);
  }

  /// A value in a statement: `yield …`, or expressions that form a tuple when there is a comma.
  Expr value(ValueContext node) {
    return node.yieldRule != null ? yielded(node.yieldRule) : tuple(node.expressions);
  }

  Expr tuple(StarExpressionsContext node) {
    if (node.rest.isEmpty() && node.comma == null) {
      if (node.first.star != null) {
        String message = "can't use starred expression here";
        context.report(SyntaxErrorCode.MISPLACED_STAR, context.span(node), message);
      }
      return star(node.first);
    }
    var elements = new ArrayList<Expr>(node.rest.size() + 1);
    elements.add(star(node.first));
    for (StarExpressionContext element : node.rest) {
      elements.add(star(element));
    }
    return new Expr.Display(context.origin(node), Expr.DisplayKind.TUPLE, Collections.unmodifiableList(elements));
  }

  private Expr star(StarExpressionContext node) {
    return node.star == null ? expression(node.plain) : starred(node, node.starred);
  }

  /// For places where the grammar allows a star that unpacks, such as the default of a `*Ts` type parameter.
  @Nullable Expr optionalStar(@Nullable StarExpressionContext node) {
    return node == null ? null : star(node);
  }

  Expr starred(ParserRuleContext whole, OperationContext operand) {
    Expr value = context.operators.operation(operand);
    return new Expr.Starred(context.origin(whole), value);
  }

  Expr named(NamedExpressionContext node) {
    Expr first = expression(node.first);
    return node.assigned == null ? first : walrus(node, first, node.assigned);
  }

  Expr starNamed(StarNamedExpressionContext node) {
    if (node.star != null) {
      return starred(node, node.starred);
    }
    Expr first = expression(node.first);
    return node.assigned == null ? first : walrus(node, first, node.assigned);
  }

  List<Expr> starNamed(StarNamedExpressionContext first, List<StarNamedExpressionContext> rest) {
    var elements = new ArrayList<Expr>(rest.size() + 1);
    elements.add(starNamed(first));
    for (StarNamedExpressionContext element : rest) {
      elements.add(starNamed(element));
    }
    return Collections.unmodifiableList(elements);
  }

  Expr walrus(ParserRuleContext whole, Expr target, ExpressionContext assigned) {
    Expr value = expression(assigned);
    Token first = whole.getStart();
    boolean plain = first.getType() == NAME && target.span().start() == first.getStartIndex();
    if (target instanceof Expr.Name name && plain) {
      context.targets.refuseDebug(target, "assign to");
      return new Expr.Walrus(context.origin(whole), name, value);
    }
    String message = "cannot use assignment expressions with " + Described.kindOf(target);
    context.report(SyntaxErrorCode.INVALID_TARGET, target.span(), message);
    return value;
  }

  Expr yielded(YieldExpressionContext node) {
    if (node.source != null) {
      Expr source = expression(node.source);
      return new Expr.YieldFrom(context.origin(node), source);
    }
    Expr value = node.expressions == null ? null : tuple(node.expressions);
    return new Expr.Yield(context.origin(node), value);
  }

  // ---- Comprehensions

  List<Expr.Clause> clauses(ComprehensionContext node) {
    var clauses = new ArrayList<Expr.Clause>(node.clauses.size());
    for (ComprehensionClauseContext clause : node.clauses) {
      Expr target = context.targets.list(clause.list);
      Expr iterable = context.operators.operation(clause.iterable);
      var conditions = new ArrayList<Expr>(clause.conditions.size());
      for (OperationContext condition : clause.conditions) {
        conditions.add(context.operators.operation(condition));
      }
      clauses.add(
          new Expr.Clause(target, iterable, Collections.unmodifiableList(conditions), clause.async != null));
    }
    return Collections.unmodifiableList(clauses);
  }
}
