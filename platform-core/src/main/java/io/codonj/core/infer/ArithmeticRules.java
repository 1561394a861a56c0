package io.codonj.core.infer;

import io.codonj.api.source.Span;
import io.codonj.api.types.Type;
import io.codonj.core.typed.TypedExpr;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Other arithmetic than the library's usual one, where the options ask for it: `int` that raises `OverflowError`, and
/// division by the rules of C. It applies to the program's own code; the library relies on what it was written for.
final class ArithmeticRules {
  private static final Map<String, String> DIVISIONS_OF_INTEGERS =
      Map.of("__truediv__", "_c_float_truediv", "__floordiv__", "_c_int_floordiv", "__mod__", "_c_int_mod");

  private static final Map<String, String> DIVISIONS_OF_FLOATS =
      Map.of("__truediv__", "_c_float_truediv", "__floordiv__", "_c_float_floordiv", "__mod__", "_c_float_mod");

  private ArithmeticRules() {}

  /// What to do instead of an intrinsic; null to leave it as it is.
  static @Nullable TypedExpr instead(Body body, String intrinsic, List<TypedExpr> values, Type result, Span span) {
    if (!body.program.options.overflowChecks() || body.isLibrary() || !result.equals(Names.INT)) {
      return null;
    }
    return switch (intrinsic) {
      case "operator.add" -> body.calls.library("_checked_add", values, span);
      case "operator.sub" -> body.calls.library("_checked_sub", values, span);
      case "operator.mul" -> body.calls.library("_checked_mul", values, span);
      case "operator.neg" -> body.calls.library("_checked_neg", values, span);
      default -> null;
    };
  }

  /// What to do instead of calling a method of the library; null to call it.
  static @Nullable TypedExpr instead(Body body, FunctionSymbol method, List<TypedExpr> values, Span span) {
    if (!body.program.options.divisionOfC() || body.isLibrary() || method.owner == null || values.size() != 2) {
      return null;
    }
    boolean integers = values.stream().allMatch(each -> each.type().equals(Names.INT));
    boolean numbers = values.stream().allMatch(each -> each.type().equals(Names.INT) || each.type().equals(Names.FLOAT));
    String name = (integers ? DIVISIONS_OF_INTEGERS : DIVISIONS_OF_FLOATS).get(method.displayName);
    return numbers && name != null ? body.calls.library(name, values, span) : null;
  }
}
