package io.codonj.core.infer;

import io.codonj.core.typed.TypedExpr;
import io.codonj.api.types.Type;
import io.codonj.api.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Computes integer operations on literals, so that conditions over compile-time values prune branches.
final class ConstantFolding {
  private ConstantFolding() {}

  /// The literal that an intrinsic gives for literals; null when it is none of these.
  static @Nullable TypedExpr fold(String intrinsic, List<TypedExpr> arguments, Type type, Span span) {
    if (arguments.size() != 2 || !(arguments.get(0) instanceof TypedExpr.Literal(_, Long a, _))
        || !(arguments.get(1) instanceof TypedExpr.Literal(_, Long b, _))) {
      return null;
    }
    Object value = switch (intrinsic) {
      case "operator.add" -> a + b;
      case "operator.sub" -> a - b;
      case "operator.mul" -> a * b;
      case "operator.eq" -> a.longValue() == b;
      case "operator.ne" -> a.longValue() != b;
      case "operator.slt" -> a < b;
      case "operator.sle" -> a <= b;
      case "operator.sgt" -> a > b;
      case "operator.sge" -> a >= b;
      default -> null;
    };
    return value == null ? null : new TypedExpr.Literal(type, value, span);
  }
}
