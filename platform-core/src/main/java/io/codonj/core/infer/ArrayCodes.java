package io.codonj.core.infer;

import io.codonj.api.ast.Expr;
import io.codonj.api.types.Type;
import io.codonj.api.types.Type.ClassType;
import java.util.List;

/// What an `array.array` holds follows from its type code, where that can be seen.
///
/// ```
/// array("d")      array[float]
/// array("u")      array[str]
/// array("H")      array[int]
/// ```
final class ArrayCodes {
  private ArrayCodes() {}

  /// Determines the items' type of an array that is about to be made.
  static void determine(Body body, ClassSymbol symbol, ClassType type, List<Argument> arguments) {
    if (!symbol.name.equals("array._array.array") || arguments.isEmpty() || arguments.getFirst().expression() == null) {
      return;
    }
    Expr code = new LiteralTrace(body, "array").literal(arguments.getFirst().expression());
    Type item = code instanceof Expr.StringLiteral(_, var text) ? ofCode(text)
        : body.program.applyDefaults ? Names.INT : null;
    if (item != null && Substitution.isVariable(body.types.prune(type.arguments().getFirst()))) {
      body.types.unify(type.arguments().getFirst(), item);
    }
  }

  private static Type ofCode(String code) {
    return switch (code) {
      case "f", "d" -> Names.FLOAT;
      case "u" -> Names.STR;
      default -> Names.INT;
    };
  }
}
