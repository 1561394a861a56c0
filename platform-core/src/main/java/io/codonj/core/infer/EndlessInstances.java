package io.codonj.core.infer;

import io.codonj.api.types.Type;
import java.util.List;

/// Tells a function that calls itself with ever new types from one whose recursion ends.
///
/// ```
/// def nest(x, n):
///     return nest([x], n - 1)      # list[int], list[list[int]], ...
/// ```
/// Each instance costs more than the one before it, so waiting for the depth limit would take minutes.
final class EndlessInstances {
  /// Instances nested deeper than this are taken for endless, whatever their types.
  private static final int MAX_DEPTH = 1500;

  /// Types that programs write do not nest deeper.
  private static final int MAX_NESTING = 24;

  /// So many instances of one function, each waiting for the next, are suspicious.
  private static final int SUSPICIOUS = 16;

  private EndlessInstances() {}

  static boolean isEndless(List<Instance> running, Instance next) {
    if (running.size() > MAX_DEPTH) {
      return true;
    }
    return running.size() > SUSPICIOUS
        && running.stream().filter(each -> each.symbol == next.symbol).count() > SUSPICIOUS
        && next.parameterTypes.stream().anyMatch(each -> nesting(each) > MAX_NESTING);
  }

  private static int nesting(Type type) {
    return switch (type) {
      case Type.ClassType c -> 1 + deepest(c.arguments());
      case Type.TupleType(var elements) -> 1 + deepest(elements);
      case Type.OptionalType(var value) -> 1 + nesting(value);
      case Type.UnionType(var members) -> 1 + deepest(members);
      case Type.CallableType(var parameters, var result) -> 1 + Math.max(nesting(result), deepest(parameters));
      case Type.FunctionType(_, var captures) -> 1 + deepest(captures);
      case Type.MetaType _, Type.ModuleType _, Type.LiteralType _ -> 1;
    };
  }

  private static int deepest(List<Type> types) {
    return types.stream().mapToInt(EndlessInstances::nesting).max().orElse(0);
  }
}
