package io.codonj.core.infer;

import io.codonj.api.source.Span;
import io.codonj.core.typed.TypedExpr;
import io.codonj.core.typed.TypedStmt;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Keeps Python's left-to-right evaluation where arguments are handed over in another order: up to the last one that is
/// out of place, values go through temporaries.
final class EvaluationOrder {
  private final Body body;
  private final Span span;
  private final List<TypedStmt> statements = new ArrayList<>();

  EvaluationOrder(Body body, Span span) {
    this.body = body;
    this.span = span;
  }

  /// Replaces values by what stands for them in the call; `order` lists their positions as they are evaluated.
  void settle(List<Integer> order, TypedExpr[] values) {
    int last = -1;
    int highest = -1;
    for (int i = 0; i < order.size(); i++) {
      int position = order.get(i);
      if (!isConstant(values[position])) {
        last = position < highest ? i : last;
        highest = Math.max(highest, position);
      }
    }
    for (int position : order.subList(0, last + 1)) {
      TypedExpr value = values[position];
      if (!isConstant(value) && body.types.isGround(value.type())) {
        var temporary = body.temporary(body.types.resolve(value.type()), value.span());
        statements.add(new TypedStmt.Set(temporary, value, value.span()));
        values[position] = new TypedExpr.Get(temporary, value.span());
      }
    }
  }

  /// The positions of parameters as their arguments are evaluated.
  static List<Integer> of(List<ArgumentBinder.Slot> slots, List<Argument> arguments) {
    var order = new ArrayList<Integer>();
    for (int i = 0; i < slots.size(); i++) {
      order.add(i);
    }
    order.sort(Comparator.comparingInt(i -> position(slots.get(i), arguments)));
    return order;
  }

  private static int position(ArgumentBinder.Slot slot, List<Argument> arguments) {
    if (slot.argument() != null) {
      return arguments.indexOf(slot.argument());
    }
    return slot.rest().isEmpty() ? Integer.MAX_VALUE : arguments.indexOf(slot.rest().getFirst());
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
