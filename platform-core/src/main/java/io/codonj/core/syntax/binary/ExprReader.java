package io.codonj.core.syntax.binary;

import io.codonj.api.ast.BinaryOperator;
import io.codonj.api.ast.ComparisonOperator;
import io.codonj.api.ast.Expr;
import io.codonj.api.ast.FStringPart;
import io.codonj.api.ast.Origin;
import io.codonj.api.ast.Parameter.ParameterKind;
import io.codonj.api.ast.Parameter;
import io.codonj.api.ast.UnaryOperator;
import io.codonj.api.diagnostic.CompilerBug;
import io.codonj.core.syntax.binary.Format.Exprs;
import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Expressions from bytes; the mirror of [ExprWriter].
final class ExprReader {
  private static final Expr.DisplayKind[] DISPLAYS = Expr.DisplayKind.values();
  private static final Expr.ComprehensionKind[] COMPREHENSIONS = Expr.ComprehensionKind.values();
  private static final Expr.ArgumentKind[] ARGUMENTS = Expr.ArgumentKind.values();
  private static final ParameterKind[] PARAMETERS = ParameterKind.values();
  private static final UnaryOperator[] UNARY = UnaryOperator.values();
  static final BinaryOperator[] BINARY = BinaryOperator.values();
  private static final ComparisonOperator[] COMPARISONS = ComparisonOperator.values();

  private final Input in;

  ExprReader(Input in) {
    this.in = in;
  }

  Expr read() {
    int tag = in.tag();
    Origin at = in.origin();
    return switch (tag) {
      case Exprs.NAME -> new Expr.Name(at, in.string());
      case Exprs.INTEGER -> new Expr.IntLiteral(at, BigInteger.valueOf(in.number()), in.string());
      case Exprs.BIG_INTEGER -> new Expr.IntLiteral(at, new BigInteger(in.bytes()), in.string());
      case Exprs.FLOAT -> new Expr.FloatLiteral(at, in.bits(), in.string());
      case Exprs.STRING -> new Expr.StringLiteral(at, in.string());
      case Exprs.BYTES -> new Expr.BytesLiteral(at, in.string());
      case Exprs.PREFIXED -> new Expr.PrefixedLiteral(at, in.string(), in.string());
      case Exprs.FSTRING -> new Expr.FString(at, parts());
      case Exprs.TRUE -> new Expr.BoolLiteral(at, true);
      case Exprs.FALSE -> new Expr.BoolLiteral(at, false);
      case Exprs.NONE -> new Expr.NoneLiteral(at);
      case Exprs.ELLIPSIS -> new Expr.EllipsisLiteral(at);
      case Exprs.DISPLAY -> new Expr.Display(at, in.constant(DISPLAYS), all());
      case Exprs.DICT -> new Expr.DictDisplay(at, in.list(() -> new Expr.DictItem(optional(), read())));
      case Exprs.COMPREHENSION ->
          new Expr.Comprehension(at, in.constant(COMPREHENSIONS), read(), optional(), in.list(this::clause));
      case Exprs.UNARY -> new Expr.Unary(at, in.constant(UNARY), read());
      case Exprs.BINARY -> new Expr.Binary(at, in.constant(BINARY), read(), read());
      case Exprs.LOGICAL -> new Expr.Logical(at, in.flag(), all());
      case Exprs.COMPARISON -> new Expr.Comparison(at, read(), in.list(this::comparison));
      case Exprs.CONDITIONAL -> new Expr.Conditional(at, read(), read(), read());
      case Exprs.LAMBDA -> new Expr.Lambda(at, parameters(), read());
      case Exprs.CALL -> new Expr.Call(at, read(), arguments());
      case Exprs.ATTRIBUTE -> new Expr.Attribute(at, read(), in.string());
      case Exprs.SUBSCRIPT -> new Expr.Subscript(at, read(), read());
      case Exprs.SLICE -> new Expr.Slice(at, optional(), optional(), optional());
      case Exprs.STARRED -> new Expr.Starred(at, read());
      case Exprs.AWAIT -> new Expr.Await(at, read());
      case Exprs.YIELD -> new Expr.Yield(at, optional());
      case Exprs.YIELD_FROM -> new Expr.YieldFrom(at, read());
      case Exprs.WALRUS -> new Expr.Walrus(at, (Expr.Name) read(), read());
      case Exprs.PIPE -> new Expr.Pipe(at, in.list(() -> new Expr.PipeStage(read(), in.flag())));
      case Exprs.KEYWORD -> new Expr.KeywordExpr(at, in.string(), read());
      default -> throw new CompilerBug("no tag of an expression: " + tag);
    };
  }

  @Nullable Expr optional() {
    return in.optional(this::read);
  }

  List<Expr> all() {
    return in.list(this::read);
  }

  private Expr.ComparisonPart comparison() {
    return new Expr.ComparisonPart(in.constant(COMPARISONS), read());
  }

  private Expr.Clause clause() {
    return new Expr.Clause(read(), read(), all(), in.flag());
  }

  List<Expr.Argument> arguments() {
    return in.list(() -> new Expr.Argument(in.constant(ARGUMENTS), in.string(), read()));
  }

  List<Parameter> parameters() {
    return in.list(() -> new Parameter(in.span(), in.string(), in.constant(PARAMETERS), optional(), optional()));
  }

  private List<FStringPart> parts() {
    return in.list(this::part);
  }

  private FStringPart part() {
    return in.flag()
        ? new FStringPart.Field(read(), in.string(), in.optional(this::parts))
        : new FStringPart.Text(in.string());
  }
}
