package io.codonj.cli.test;

import io.codonj.api.ast.AstRewriter;
import io.codonj.api.ast.BinaryOperator;
import io.codonj.api.ast.ComparisonOperator;
import io.codonj.api.ast.Expr;
import io.codonj.api.ast.Module;
import io.codonj.api.ast.Origin;
import io.codonj.api.ast.Stmt;
import io.codonj.api.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Lets failed assertions say what they compared.
///
/// ```
/// assert left == right
/// ```
/// becomes
/// ```
/// _left_7 = left
/// _right_7 = right
/// assert _left_7 == _right_7, "left == right\n  left:  " + repr(_left_7) + "\n  right: " + repr(_right_7)
/// ```
/// Comparisons with None and by `is` stay, because the checker learns from them what a variable is.
final class AssertionValues extends AstRewriter {
  private int nodes;

  private AssertionValues(int nodes) {
    this.nodes = nodes;
  }

  static Module in(Module module) {
    var rewriter = new AssertionValues(module.nodeCount());
    List<Stmt> body = rewriter.statements(module.body());
    return new Module(module.at(), module.name(), body, rewriter.nodes);
  }

  @Override
  protected List<Stmt> statement(Stmt statement) {
    if (statement instanceof Stmt.Assert(var at, Expr.Comparison comparison, @Nullable Expr message)
        && comparison.rest().size() == 1
        && compares(comparison)) {
      return shown(at, comparison, message);
    }
    return super.statement(statement);
  }

  private static boolean compares(Expr.Comparison comparison) {
    Expr.ComparisonPart part = comparison.rest().getFirst();
    boolean none = part.operand() instanceof Expr.NoneLiteral || comparison.first() instanceof Expr.NoneLiteral;
    return !none && part.operator() != ComparisonOperator.IS && part.operator() != ComparisonOperator.IS_NOT;
  }

  private List<Stmt> shown(Origin at, Expr.Comparison comparison, @Nullable Expr message) {
    Span span = at.span();
    Expr.ComparisonPart part = comparison.rest().getFirst();
    String left = "_left_" + at.id();
    String right = "_right_" + at.id();
    String text = span.file().text().substring(comparison.at().span().start(), comparison.at().span().end());
    Expr values =
        join(span, text(span, text + "\n  left:  "), repr(span, left), text(span, "\n  right: "), repr(span, right));
    Expr whole = message == null ? values : join(span, call(span, "str", message), text(span, "\n"), values);
    var compared =
        new Expr.Comparison(
            comparison.at(), name(span, left), List.of(new Expr.ComparisonPart(part.operator(), name(span, right))));
    return List.of(
        new Stmt.Assign(at(span), List.of(name(span, left)), comparison.first()),
        new Stmt.Assign(at(span), List.of(name(span, right)), part.operand()),
        new Stmt.Assert(at, compared, whole));
  }

  private Origin at(Span span) {
    return new Origin(span, nodes++);
  }

  private Expr name(Span span, String name) {
    return new Expr.Name(at(span), name);
  }

  private Expr text(Span span, String value) {
    return new Expr.StringLiteral(at(span), value);
  }

  private Expr repr(Span span, String variable) {
    return call(span, "repr", name(span, variable));
  }

  private Expr call(Span span, String function, Expr argument) {
    return new Expr.Call(
        at(span), name(span, function), List.of(new Expr.Argument(Expr.ArgumentKind.POSITIONAL, "", argument)));
  }

  private Expr join(Span span, Expr first, Expr... rest) {
    Expr all = first;
    for (Expr next : rest) {
      all = new Expr.Binary(at(span), BinaryOperator.ADD, all, next);
    }
    return all;
  }
}
