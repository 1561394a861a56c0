package org.example.demo;

import io.codonj.api.ast.Expr;
import io.codonj.api.diagnostic.Diagnostic;
import io.codonj.api.plugin.ExpansionContext;
import io.codonj.api.plugin.LiteralExtension;
import java.math.BigInteger;

/// `x'1f'` is 31.
final class HexLiteral implements LiteralExtension {
  @Override
  public Place place() {
    return Place.PREFIX;
  }

  @Override
  public String letters() {
    return "x";
  }

  @Override
  public Expr expand(Expr literal, ExpansionContext context) {
    String text = ((Expr.PrefixedLiteral) literal).text();
    if (!text.matches("[0-9a-fA-F]+")) {
      context.diagnostics().report(Diagnostic.of(
          DemoCatalog.NOT_HEXADECIMAL, literal.span(), "'" + text + "' is not a hexadecimal number"));
      return literal;
    }
    return new Expr.IntLiteral(literal.at(), new BigInteger(text, 16), "");
  }
}
