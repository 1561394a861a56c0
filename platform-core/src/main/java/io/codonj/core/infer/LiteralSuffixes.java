package io.codonj.core.infer;

import io.codonj.api.ast.Expr;
import io.codonj.api.source.Span;
import io.codonj.api.types.Type;
import io.codonj.api.types.Type.ClassType;
import io.codonj.api.types.Type.LiteralType;
import io.codonj.core.typed.TypedExpr;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Literals with letters: `123u`, `5i32`, `1.5f32`, `10km`, `k'ACGT'`. Letters that the language itself does not know
/// belong to methods of the literal's class: `int.__suffix_km__`, `str.__prefix_k__`.
final class LiteralSuffixes {
  private static final Pattern SIZED = Pattern.compile("[iu][1-9][0-9]{0,3}");
  private final Body body;

  LiteralSuffixes(Body body) {
    this.body = body;
  }

  /// The least value of a signed type can only be written with its sign: `-128i8`.
  static boolean takesSign(String suffix) {
    return suffix.startsWith("i") && SIZED.matcher(suffix).matches();
  }

  TypedExpr integer(Expr.IntLiteral literal) {
    String suffix = literal.suffix();
    Span span = literal.span();
    boolean isSized = SIZED.matcher(suffix).matches();
    if (suffix.equals("u") || isSized) {
      boolean isSigned = suffix.charAt(0) == 'i';
      int width = isSized ? Integer.parseInt(suffix.substring(1)) : Long.SIZE;
      int available = isSigned ? width - 1 : width;
      if (literal.value().bitLength() > available) {
        throw body.error(span, InferenceCode.INTEGER_RANGE, "the literal does not fit into "
            + (isSigned ? "Int[" : "UInt[") + width + "]");
      }
      Type type = ClassType.of(isSigned ? "Int" : "UInt", new LiteralType((long) width));
      return new TypedExpr.Literal(type, literal.value(), span);
    }
    return method(Names.INT, "suffix", suffix, literal.value().toString(), span);
  }

  TypedExpr floating(Expr.FloatLiteral literal) {
    return switch (literal.suffix()) {
      case "f32" -> new TypedExpr.Literal(ClassType.of("float32"), literal.value(), literal.span());
      case "f64" -> new TypedExpr.Literal(Names.FLOAT, literal.value(), literal.span());
      default -> method(Names.FLOAT, "suffix", literal.suffix(), Double.toString(literal.value()), literal.span());
    };
  }

  /// The method gets the text and, where it takes it, the number of characters.
  TypedExpr prefixed(Expr.PrefixedLiteral literal) {
    return method(Names.STR, "prefix", literal.prefix(), literal.text(), literal.span());
  }


  private TypedExpr method(ClassType type, String kind, String letters, String text, Span span) {
    String name = "__" + kind + "_" + letters + "__";
    var methods = body.program.builtinClass(type.name()).findMethods(name);
    if (methods.isEmpty()) {
      throw body.error(span, InferenceCode.UNDEFINED_LITERAL,
          "this literal has a " + kind + " that is not defined: '" + type.name() + "' has no method '" + name + "'");
    }
    var values = new ArrayList<TypedExpr>();
    values.add(new TypedExpr.Literal(Names.STR, text, span));
    if (methods.getFirst().parameters().size() > 1) {
      values.add(new TypedExpr.Literal(Names.INT, (long) text.codePointCount(0, text.length()), span));
    }
    return body.calls.invocations.choose(methods, List.of(), values.stream().map(Argument::of).toList(),
        body.calls.node(span), Map.of(), null);
  }
}
