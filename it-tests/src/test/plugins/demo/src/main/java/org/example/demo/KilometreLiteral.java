package org.example.demo;

import io.codonj.api.ast.Expr;
import io.codonj.api.plugin.ExpansionContext;
import io.codonj.api.plugin.LiteralExtension;
import java.util.List;

/// `10km` calls a function of the plugin's library.
final class KilometreLiteral implements LiteralExtension {
  @Override
  public Place place() {
    return Place.SUFFIX;
  }

  @Override
  public String letters() {
    return "km";
  }

  @Override
  public Expr expand(Expr literal, ExpansionContext context) {
    if (!(literal instanceof Expr.IntLiteral number)) {
      context.diagnostics().report(io.codonj.api.diagnostic.Diagnostic.of(
          DemoCatalog.NOT_HEXADECIMAL, literal.span(), "kilometres are whole here"));
      return literal;
    }
    var value = new Expr.IntLiteral(context.at(literal.span()), number.value(), "");
    var argument = new Expr.Argument(Expr.ArgumentKind.POSITIONAL, "", value);
    return new Expr.Call(literal.at(), context.reference("demo", "kilometres", literal.span()), List.of(argument));
  }
}
