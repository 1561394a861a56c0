package io.codonj.core.infer;

import io.codonj.api.ast.Expr;
import io.codonj.api.ast.Stmt;
import io.codonj.api.source.SourceFile;
import io.codonj.core.syntax.ParseResult;
import io.codonj.core.syntax.Parser;
import io.codonj.core.syntax.SyntaxOptions;
import java.util.Map;
import java.util.Optional;

/// Constants given with `-D NAME=VALUE`. They are seen like built-in names: numbers and truth values as such, anything
/// else as text.
final class Definitions {
  private Definitions() {}

  static void declare(ModuleSymbol builtins, Map<String, String> definitions) {
    definitions.forEach(
        (name, text) -> builtins.members.put(name, new Symbol.Constant(builtins, name, value(name, text))));
  }

  private static Expr value(String name, String text) {
    return literal(name, text)
        .or(() -> literal(name, '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"'))
        .orElseThrow();
  }

  private static Optional<Expr> literal(String name, String text) {
    ParseResult parsed = Parser.parse(new SourceFile("-D " + name, text), Names.BUILTINS, SyntaxOptions.DEFAULT);
    boolean single = parsed.succeeded() && parsed.module().body().size() == 1;
    if (single && parsed.module().body().getFirst() instanceof Stmt.Expression(_, Expr value)) {
      return switch (value) {
        case Expr.IntLiteral _, Expr.FloatLiteral _, Expr.BoolLiteral _, Expr.StringLiteral _ -> Optional.of(value);
        case Expr.Unary(_, _, Expr.IntLiteral _) -> Optional.of(value);
        default -> Optional.empty();
      };
    }
    return Optional.empty();
  }
}
