package io.codonj.plugin.seq;

import io.codonj.api.ast.Expr;
import io.codonj.api.diagnostic.Diagnostic;
import io.codonj.api.plugin.ExpansionContext;
import io.codonj.api.plugin.LiteralExtension;
import io.codonj.api.source.Span;
import java.math.BigInteger;
import java.util.List;

/// `k'ACGT'`: a `Kmer[4]`, which is a number in the program.
final class KmerLiteral implements LiteralExtension {
  private static final String LETTERS = "ACGTacgt";
  private static final int MAX_LENGTH = 1024;

  @Override
  public Place place() {
    return Place.PREFIX;
  }

  @Override
  public String letters() {
    return "k";
  }

  /// `bio._kmer_literal[4](27u8)`.
  @Override
  public Expr expand(Expr literal, ExpansionContext context) {
    Span span = literal.span();
    String text = ((Expr.PrefixedLiteral) literal).text();
    int length = text.length();
    if (length < 1 || length > MAX_LENGTH) {
      context.diagnostics().report(Diagnostic.of(
          SeqError.LENGTH_OF_KMER, span, "a k-mer has 1 to " + MAX_LENGTH + " bases, not " + length));
      return literal;
    }
    LiteralLetters.check(literal, text, LETTERS, "of a k-mer", context);
    BigInteger bits = BigInteger.ZERO;
    for (int i = 0; i < length; i++) {
      bits = bits.shiftLeft(2).or(BigInteger.valueOf(Math.max(0, LETTERS.indexOf(text.charAt(i))) & 3));
    }
    var count = new Expr.IntLiteral(context.at(span), BigInteger.valueOf(length), "");
    var function = new Expr.Subscript(
        context.at(span), context.reference(SeqPlugin.MODULE, "_kmer_literal", span), count);
    var value = new Expr.IntLiteral(context.at(span), bits, "u" + 2 * length);
    return new Expr.Call(
        literal.at(), function, List.of(new Expr.Argument(Expr.ArgumentKind.POSITIONAL, "", value)));
  }
}
