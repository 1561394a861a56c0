package io.codonj.core.infer;

import io.codonj.api.ast.Expr;
import io.codonj.api.types.Type;
import io.codonj.api.types.Type.ClassType;
import io.codonj.api.types.Type.TupleType;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What `findall` and `split` of a regular expression give depends on its groups. Where the pattern can be seen, as a
/// literal, a constant, or the one thing that a name is bound to, the type of the result follows from it.
///
/// ```
/// re.findall(r"(\w+)=(\d+)", text)      list[tuple[str, str]]
/// re.split(r"(a)|b", text)              list[str | None]
/// ```
final class PatternGroups {
  private static final String PATTERN = "re._pattern.Pattern";

  private final Body body;

  PatternGroups(Body body) {
    this.body = body;
  }

  /// The result of a function of the module `re`; null when nothing is known.
  @Nullable Type ofFunction(FunctionSymbol function, List<Argument> arguments) {
    boolean relevant = function.name.equals("re._functions.findall") || function.name.equals("re._functions.split");
    return !relevant || arguments.isEmpty() || arguments.getFirst().expression() == null ? null
        : result(function.displayName, new LiteralTrace(body, "compile").literal(arguments.getFirst().expression()));
  }

  /// The result of a method of a compiled pattern; null when nothing is known.
  @Nullable Type ofMethod(ClassSymbol symbol, String method, Expr receiver) {
    boolean relevant = symbol.name.equals(PATTERN) && (method.equals("findall") || method.equals("split"));
    return relevant ? result(method, new LiteralTrace(body, "compile").literal(receiver)) : null;
  }

  private @Nullable Type result(String function, @Nullable Expr literal) {
    String text = switch (literal) {
      case Expr.StringLiteral s -> s.value();
      case Expr.BytesLiteral b -> b.value();
      case null, default -> null;
    };
    if (text == null) {
      return null;
    }
    ClassType item = literal instanceof Expr.BytesLiteral ? Names.BYTES : Names.STR;
    var groups = Groups.of(text);
    if (function.equals("split")) {
      return groups.count > 0 && groups.mayBeAbsent ? Names.list(body.types.optional(item)) : null;
    }
    return groups.count < 2 ? null : Names.list(new TupleType(Collections.nCopies(groups.count, item)));
  }

  /// How many groups a pattern has, and whether a match may leave one of them out.
  private record Groups(int count, boolean mayBeAbsent) {
    static Groups of(String pattern) {
      int count = 0;
      boolean absent = false;
      boolean inSet = false;
      for (int i = 0; i < pattern.length(); i++) {
        char c = pattern.charAt(i);
        if (c == '\\') {
          i++;
        } else if (inSet) {
          inSet = c != ']';
        } else if (c == '[') {
          inSet = true;
          i += pattern.startsWith("^]", i + 1) ? 2 : pattern.startsWith("]", i + 1) ? 1 : 0;
        } else if (c == '(' && (!pattern.startsWith("?", i + 1) || pattern.startsWith("?P<", i + 1))) {
          count++;
        } else if (c == '|' || c == ')' && i + 1 < pattern.length() && "?*{".indexOf(pattern.charAt(i + 1)) >= 0) {
          absent = true;
        }
      }
      return new Groups(count, absent);
    }
  }
}
