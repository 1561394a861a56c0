package @package@;

import io.codonj.api.ast.Expr;
import io.codonj.api.diagnostic.Diagnostic;
import io.codonj.api.plugin.ExpansionContext;
import io.codonj.api.plugin.LiteralExtension;
import java.math.BigInteger;
import java.util.List;

/// `25pct` calls a function of the plugin's module; more than 100 is an error where it is written.
final class PercentLiteral implements LiteralExtension {
  private static final BigInteger WHOLE = BigInteger.valueOf(100);

  @Override
  public Place place() {
    return Place.SUFFIX;
  }

  @Override
  public String letters() {
    return "pct";
  }

  @Override
  public Expr expand(Expr literal, ExpansionContext context) {
    if (!(literal instanceof Expr.IntLiteral number) || number.value().compareTo(WHOLE) > 0) {
      context.diagnostics().report(
          Diagnostic.of(@Class@Errors.TOO_MUCH, literal.span(), "a percentage is a whole number up to 100"));
      return literal;
    }
    var value = new Expr.IntLiteral(context.at(literal.span()), number.value(), "");
    var argument = new Expr.Argument(Expr.ArgumentKind.POSITIONAL, "", value);
    return new Expr.Call(literal.at(), context.reference("@module@", "percent", literal.span()), List.of(argument));
  }
}
