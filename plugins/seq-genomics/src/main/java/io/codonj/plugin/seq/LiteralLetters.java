package io.codonj.plugin.seq;

import io.codonj.api.ast.Expr;
import io.codonj.api.diagnostic.Diagnostic;
import io.codonj.api.plugin.ExpansionContext;
import io.codonj.api.source.Span;

/// Refuses the first letter of a literal that does not belong there, at its column.
final class LiteralLetters {
  private LiteralLetters() {}

  static void check(Expr literal, String text, String allowed, String of, ExpansionContext context) {
    for (int i = 0; i < text.length(); i++) {
      if (allowed.indexOf(text.charAt(i)) < 0) {
        context.diagnostics().report(Diagnostic.of(SeqError.NOT_A_BASE, place(literal.span(), text, i),
            "'" + text.charAt(i) + "' is not a letter " + of));
        return;
      }
    }
  }

  /// The letter itself, unless the literal is written in several parts.
  private static Span place(Span literal, String text, int index) {
    String source = literal.file().text().substring(literal.start(), literal.end());
    int begin = source.indexOf(text);
    return begin < 0
        ? literal
        : new Span(literal.file(), literal.start() + begin + index, literal.start() + begin + index + 1);
  }
}
