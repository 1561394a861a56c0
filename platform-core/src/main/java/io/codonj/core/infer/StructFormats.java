package io.codonj.core.infer;

import io.codonj.api.ast.Expr;
import io.codonj.api.ast.FStringPart;
import io.codonj.api.types.Type;
import io.codonj.api.types.Type.ClassType;
import io.codonj.api.types.Type.TupleType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What `struct.unpack` gives follows from the format, where it can be seen.
///
/// ```
/// struct.unpack("<hf4s", data)        tuple[int, float, bytes]
/// struct.unpack(f"<{n}d", data)       tuple[float, ...]
/// ```
final class StructFormats {
  private static final Set<String> FUNCTIONS = Set.of("unpack", "unpack_from", "iter_unpack");
  private static final int LONGEST_TUPLE = 64;

  private final Body body;

  StructFormats(Body body) {
    this.body = body;
  }

  /// The result of a function of the module `struct`; null when nothing is known.
  @Nullable Type ofFunction(FunctionSymbol function, List<Argument> arguments) {
    boolean relevant = function.module.name.equals("struct._functions") && function.owner == null
        && FUNCTIONS.contains(function.displayName);
    return !relevant || arguments.isEmpty() || arguments.getFirst().expression() == null ? null
        : result(function.displayName, arguments.getFirst().expression());
  }

  /// The result of a method of a `Struct`; null when nothing is known.
  @Nullable Type ofMethod(ClassSymbol symbol, String method, Expr receiver) {
    return symbol.name.equals("struct._functions.Struct") && FUNCTIONS.contains(method) ? result(method, receiver) : null;
  }

  private @Nullable Type result(String function, Expr format) {
    var text = new StringBuilder();
    Expr source = new LiteralTrace(body, "Struct").source(format);
    boolean whole = source != null && gather(source, text);
    List<Type> kinds = source == null ? null : kinds(text.toString(), whole);
    if (kinds == null || !whole && kinds.isEmpty()) {
      return null;
    }
    Type record = whole && kinds.size() <= LONGEST_TUPLE ? new TupleType(kinds)
        : ClassType.of("DynamicTuple", body.types.union(new ArrayList<>(new LinkedHashSet<>(kinds))));
    return function.equals("iter_unpack") ? Names.generator(record) : record;
  }

  /// Collects the text that can be seen; false when there is more that cannot.
  private static boolean gather(Expr source, StringBuilder into) {
    switch (source) {
      case Expr.StringLiteral(_, var text) -> into.append(text);
      case Expr.BytesLiteral(_, var text) -> into.append(text);
      case Expr.FString(_, var parts) -> {
        for (FStringPart part : parts) {
          if (part instanceof FStringPart.Text(var text)) {
            into.append(text);
          }
        }
        return false;
      }
      case Expr.Binary(_, _, var left, var right) -> {
        gather(left, into);
        gather(right, into);
        return false;
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  /// The type of each value; null for a letter that is none.
  private static @Nullable List<Type> kinds(String format, boolean whole) {
    var result = new ArrayList<Type>();
    long count = -1;
    for (char c : format.toCharArray()) {
      if (Character.isDigit(c)) {
        count = Math.min((count < 0 ? 0 : count) * 10 + Character.digit(c, 10), Short.MAX_VALUE);
        continue;
      }
      Type kind = "?".indexOf(c) >= 0 ? Names.BOOL : "fde".indexOf(c) >= 0 ? Names.FLOAT
          : "csp".indexOf(c) >= 0 ? Names.BYTES : "bBhHiIlLqQnNP".indexOf(c) >= 0 ? Names.INT : null;
      if (kind == null && "@=<>!x %".indexOf(c) < 0 && whole) {
        return null;
      }
      long times = kind == null ? 0 : "sp".indexOf(c) >= 0 || count < 0 || !whole ? 1 : count;
      for (long i = 0; i < times; i++) {
        result.add(kind);
      }
      count = -1;
    }
    return result;
  }
}
