package io.codonj.core.infer;

import io.codonj.api.source.Span;
import io.codonj.api.types.Type;
import io.codonj.core.typed.TypedExpr;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Arithmetic of `int` that raises `OverflowError`, in the program's own code and where the options ask for it. The
/// library relies on wrapping, in hashes for instance.
final class OverflowChecks {
  private OverflowChecks() {}

  /// What to do instead of an intrinsic; null to leave it as it is.
  static @Nullable TypedExpr replace(Body body, String intrinsic, List<TypedExpr> values, Type result, Span span) {
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
}
