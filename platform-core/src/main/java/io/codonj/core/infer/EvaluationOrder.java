package io.codonj.core.infer;

import io.codonj.api.source.Span;
import io.codonj.core.typed.TypedExpr;
import io.codonj.core.typed.TypedStmt;
import java.util.ArrayList;
import java.util.List;

/// Keeps Python's left-to-right evaluation where arguments are handed over in another order: from the first one
/// that is out of place on, values go through temporaries.
final class EvaluationOrder {
  private final Body body;
  private final Span span;
  private final List<TypedStmt> statements = new ArrayList<>();
  private int highest = -1;
  private boolean outOfOrder;

  EvaluationOrder(Body body, Span span) {
    this.body = body;
    this.span = span;
  }

  /// Adds the value for a position, in the order of evaluation; gives what stands for it in the call.
  TypedExpr add(int position, TypedExpr value) {
    outOfOrder |= position < highest || position > highest + 1;
    highest = Math.max(highest, position);
    if (!outOfOrder || isConstant(value) || !body.types.isGround(value.type())) {
      return value;
    }
    var temporary = body.temporary(body.types.resolve(value.type()), value.span());
    statements.add(new TypedStmt.Set(temporary, value, value.span()));
    return new TypedExpr.Get(temporary, value.span());
  }

  private static boolean isConstant(TypedExpr value) {
    return switch (value) {
      case TypedExpr.Literal _, TypedExpr.Undefined _ -> true;
      case TypedExpr.Coerce(_, var inner, _, _, _) -> isConstant(inner);
      default -> false;
    };
  }

  TypedExpr wrap(TypedExpr call) {
    return statements.isEmpty() ? call : new TypedExpr.Block(statements, call, span);
  }
}
