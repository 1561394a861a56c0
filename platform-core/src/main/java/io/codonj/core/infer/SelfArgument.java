package io.codonj.core.infer;

import io.codonj.core.typed.TypedExpr;
import io.codonj.core.typed.TypedStmt;
import java.util.ArrayList;

/// Puts the new object in the place of the stand-in with which its constructor call was checked.
final class SelfArgument {
  private SelfArgument() {}

  static TypedExpr replace(TypedExpr call, TypedExpr self) {
    return switch (call) {
      case TypedExpr.CallFunction c -> {
        var arguments = new ArrayList<>(c.arguments());
        replaceFirst(arguments, self);
        yield new TypedExpr.CallFunction(c.function(), arguments, c.type(), c.span());
      }
      case TypedExpr.Block b -> new TypedExpr.Block(b.statements(), replace(b.value(), self), b.span());
      default -> call;
    };
  }

  private static void replaceFirst(ArrayList<TypedExpr> arguments, TypedExpr self) {
    int place = 0;
    // What a method of a local class captures is read from the object and comes before it.
    while (place < arguments.size() - 1 && arguments.get(place) instanceof TypedExpr.GetCapture(
        TypedExpr.GetField(TypedExpr.Undefined _, var owner, var field, var fieldType, var at), var index, var type, var span)) {
      arguments.set(place++, new TypedExpr.GetCapture(
          new TypedExpr.GetField(self, owner, field, fieldType, at), index, type, span));
    }
    TypedExpr first = arguments.get(place);
    if (first instanceof TypedExpr.Coerce(var coercion, TypedExpr.Undefined _, var type, var adapter, var span)) {
      arguments.set(place, new TypedExpr.Coerce(coercion, self, type, adapter, span));
    } else if (first instanceof TypedExpr.Undefined) {
      arguments.set(place, self);
    }
  }

  static boolean isStatementFree(TypedExpr value) {
    return !(value instanceof TypedExpr.Block(var statements, _, _)) || statements.stream().noneMatch(
        s -> s instanceof TypedStmt.Set);
  }
}
