package io.codonj.api.plugin;

import io.codonj.api.Stable;
import io.codonj.api.ast.Expr;
import io.codonj.api.ast.Stmt;
import java.util.List;
import java.util.Optional;

/// A keyword, as in `kw value` (an expression or a statement) and `kw value: block`.
///
/// It is a keyword only where Python has no use for a name: a variable or function of the same name stays usable.
/// An extension implements the forms that it has; the others are refused for it.
@Stable(since = "0.1")
public interface KeywordExtension {

  String keyword();

  /// Plain syntax for `kw value`; empty when there is no such form.
  default Optional<Expr> expression(Expr.KeywordExpr node, ExpansionContext context) {
    return Optional.empty();
  }

  /// Plain syntax for `kw value: block` and `kw: block`; empty when there is no such form.
  default Optional<List<Stmt>> block(Stmt.KeywordBlock node, ExpansionContext context) {
    return Optional.empty();
  }
}
