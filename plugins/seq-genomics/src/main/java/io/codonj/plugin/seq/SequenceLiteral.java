package io.codonj.plugin.seq;

import io.codonj.api.ast.Expr;
import io.codonj.api.plugin.ExpansionContext;
import io.codonj.api.plugin.LiteralExtension;
import java.util.List;

/// `s'ACGTN'`: a sequence of the letters of IUPAC, which lies in the program as it is.
final class SequenceLiteral implements LiteralExtension {
  private static final String LETTERS = "ACGTURYKMSWBDHVNacgturykmswbdhvn-.*";

  @Override
  public Place place() {
    return Place.PREFIX;
  }

  @Override
  public String letters() {
    return "s";
  }

  @Override
  public Expr expand(Expr literal, ExpansionContext context) {
    String text = ((Expr.PrefixedLiteral) literal).text();
    LiteralLetters.check(literal, text, LETTERS, "of a sequence", context);
    var bytes = new Expr.BytesLiteral(context.at(literal.span()), text);
    var argument = new Expr.Argument(Expr.ArgumentKind.POSITIONAL, "", bytes);
    return new Expr.Call(literal.at(), context.reference(SeqPlugin.MODULE, "seq", literal.span()), List.of(argument));
  }
}
