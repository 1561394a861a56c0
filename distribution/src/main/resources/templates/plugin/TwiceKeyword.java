package @package@;

import io.codonj.api.ast.Expr;
import io.codonj.api.ast.Stmt;
import io.codonj.api.plugin.ExpansionContext;
import io.codonj.api.plugin.KeywordExtension;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `twice value` is the value times two, `twice: block` runs the block two times.
final class TwiceKeyword implements KeywordExtension {
  @Override
  public String keyword() {
    return "twice";
  }

  @Override
  public Optional<Expr> expression(Expr.KeywordExpr node, ExpansionContext context) {
    return Optional.of(context.expression("value * 2", Map.of("value", node.operand()), node.span()));
  }

  @Override
  public Optional<List<Stmt>> block(Stmt.KeywordBlock node, ExpansionContext context) {
    if (node.operand() != null) {
      return Optional.empty();
    }
    Expr variable = new Expr.Name(context.at(node.span()), context.freshName("time"));
    return Optional.of(context.statements(
        "for variable in range(2):\n    body\n", Map.of("variable", variable), Map.of("body", node.body()), node.span()));
  }
}
