package io.codonj.api.plugin;

import io.codonj.api.Stable;
import io.codonj.api.ast.Expr;

/// A literal with letters of the plugin: `k'ACGT'` or `10km`. The text is checked here, while the program is compiled.
@Stable(since = "0.1")
public interface LiteralExtension {

  /// Where the letters stand.
  enum Place {
    /// Before a string literal: `k'ACGT'`. Escapes in its text are not decoded.
    PREFIX,
    /// After a number: `10km`, `1.5km`.
    SUFFIX
  }

  Place place();

  /// The letters, exactly as written.
  String letters();

  /// Plain syntax for the literal: an [Expr.PrefixedLiteral] for a prefix, an [Expr.IntLiteral] or
  /// [Expr.FloatLiteral] with this suffix otherwise.
  Expr expand(Expr literal, ExpansionContext context);
}
