package io.codonj.core.infer;

import io.codonj.api.ast.Expr;
import io.codonj.api.types.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Functions of the library whose result type follows from the text of an argument.
final class SeenArguments {
  private SeenArguments() {}

  /// The type that the context expects or, without one, what the arguments say; null when nothing is known.
  static @Nullable Type result(Body body, FunctionSymbol function, List<Argument> arguments, @Nullable Type expected) {
    if (expected != null || !function.module.isLibrary) {
      return expected;
    }
    Type found = new PatternGroups(body).ofFunction(function, arguments);
    return found != null ? found : new StructFormats(body).ofFunction(function, arguments);
  }

  /// As above, for a method of what `receiver` gives.
  static @Nullable Type result(
      Body body, ClassSymbol symbol, String method, Expr receiver, @Nullable Type expected) {
    if (expected != null || !symbol.module.isLibrary) {
      return expected;
    }
    Type found = new PatternGroups(body).ofMethod(symbol, method, receiver);
    return found != null ? found : new StructFormats(body).ofMethod(symbol, method, receiver);
  }
}
