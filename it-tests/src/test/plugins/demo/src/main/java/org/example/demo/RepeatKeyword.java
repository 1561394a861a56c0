package org.example.demo;

import io.codonj.api.ast.Expr;
import io.codonj.api.ast.Stmt;
import io.codonj.api.plugin.ExpansionContext;
import io.codonj.api.plugin.KeywordExtension;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `repeat 3: block` runs a block several times; `repeat 3` is the list of the numbers below.
final class RepeatKeyword implements KeywordExtension {
  @Override
  public String keyword() {
    return "repeat";
  }

  @Override
  public Optional<Expr> expression(Expr.KeywordExpr node, ExpansionContext context) {
    return Optional.of(context.expression("list(range(count))", Map.of("count", node.operand()), node.span()));
  }

  @Override
  public Optional<List<Stmt>> block(Stmt.KeywordBlock node, ExpansionContext context) {
    if (node.operand() == null) {
      return Optional.empty();
    }
    Expr variable = new Expr.Name(context.at(node.span()), context.freshName("repeat"));
    return Optional.of(context.statements(
        "for variable in range(count):\n    body\n",
        Map.of("variable", variable, "count", node.operand()), Map.of("body", node.body()), node.span()));
  }
}
