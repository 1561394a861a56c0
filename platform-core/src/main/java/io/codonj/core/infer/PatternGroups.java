package io.codonj.core.infer;

import io.codonj.api.ast.BinaryOperator;
import io.codonj.api.ast.Expr;
import io.codonj.api.ast.Module;
import io.codonj.api.ast.Stmt;
import io.codonj.api.types.Type;
import io.codonj.api.types.Type.ClassType;
import io.codonj.api.types.Type.TupleType;
import java.util.ArrayList;
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
  private static final int MOST_STEPS = 8;

  private final Body body;

  PatternGroups(Body body) {
    this.body = body;
  }

  /// The result of a function of the module `re`; null when nothing is known.
  @Nullable Type ofFunction(FunctionSymbol function, List<Argument> arguments) {
    boolean relevant = function.name.equals("re._functions.findall") || function.name.equals("re._functions.split");
    return !relevant || arguments.isEmpty() || arguments.getFirst().expression() == null ? null
        : result(function.displayName, pattern(arguments.getFirst().expression(), 0));
  }

  /// The result of a method of a compiled pattern; null when nothing is known.
  @Nullable Type ofMethod(ClassSymbol symbol, String method, Expr receiver) {
    boolean relevant = symbol.name.equals(PATTERN) && (method.equals("findall") || method.equals("split"));
    return relevant ? result(method, pattern(receiver, 0)) : null;
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

  /// The literal that an expression stands for.
  private @Nullable Expr pattern(Expr expression, int steps) {
    if (steps > MOST_STEPS) {
      return null;
    }
    return switch (expression) {
      case Expr.StringLiteral _, Expr.BytesLiteral _ -> expression;
      case Expr.Binary(var at, var operator, var left, var right) when operator == BinaryOperator.ADD ->
          pattern(left, steps + 1) instanceof Expr.StringLiteral a && pattern(right, steps + 1) instanceof Expr.StringLiteral b
              ? new Expr.StringLiteral(at, a.value() + b.value()) : null;
      case Expr.Call call when Declarations.decoratorName(call).equals("compile") && !call.arguments().isEmpty() ->
          pattern(call.arguments().getFirst().value(), steps + 1);
      case Expr.Name(_, var name) -> bound(name, steps);
      case Expr.Attribute(_, Expr.Name(_, var object), var field) -> field(object, field, steps);
      default -> null;
    };
  }

  private @Nullable Expr bound(String name, int steps) {
    if (body.module().members.get(name) instanceof Symbol.Constant constant
        && !body.instance.symbol.scope().bound.contains(name)) {
      return constant.value();
    }
    Expr value = null;
    for (Body at = body; at != null && value == null; at = at.enclosing()) {
      value = only(name, at.instance.symbol.definition.body());
    }
    for (Module file : value == null ? body.module().files : List.<Module>of()) {
      value = only(name, file.body());
    }
    return value == null ? null : pattern(value, steps + 1);
  }

  private @Nullable Expr field(String object, String field, int steps) {
    ClassSymbol owner = body.superOwner();
    if (owner == null || !object.equals("self") && !object.equals("cls") && !object.equals(owner.shortName())) {
      return null;
    }
    var values = new ArrayList<Expr>();
    collect(field, false, owner.definition.body(), values);
    for (Stmt statement : owner.definition.body()) {
      if (statement instanceof Stmt.FunctionDef method) {
        collect(field, true, method.body(), values);
      }
    }
    return values.size() == 1 ? pattern(values.getFirst(), steps + 1) : null;
  }

  /// The one value that these statements give to a name; null when there are none or several.
  private static @Nullable Expr only(String name, List<Stmt> statements) {
    var values = new ArrayList<Expr>();
    collect(name, false, statements, values);
    return values.size() == 1 ? values.getFirst() : null;
  }

  private static void collect(String name, boolean ofSelf, List<Stmt> statements, List<Expr> into) {
    for (Stmt statement : statements) {
      switch (statement) {
        case Stmt.Assign(_, var targets, var value) -> {
          if (targets.stream().anyMatch(t -> isNamed(t, name, ofSelf))) {
            into.add(value);
          }
        }
        case Stmt.AnnotatedAssign(_, var target, _, var value) -> {
          if (value != null && isNamed(target, name, ofSelf)) {
            into.add(value);
          }
        }
        case Stmt.If(_, _, var body, var orElse) -> {
          collect(name, ofSelf, body, into);
          collect(name, ofSelf, orElse, into);
        }
        case Stmt.While(_, _, var body, _) -> collect(name, ofSelf, body, into);
        case Stmt.For loop -> collect(name, ofSelf, loop.body(), into);
        case Stmt.With(_, _, var body, _) -> collect(name, ofSelf, body, into);
        case Stmt.Try attempt -> collect(name, ofSelf, attempt.body(), into);
        default -> {}
      }
    }
  }

  private static boolean isNamed(Expr target, String name, boolean ofSelf) {
    return ofSelf
        ? target instanceof Expr.Attribute(_, Expr.Name(_, var object), var field) && object.equals("self") && field.equals(name)
        : target instanceof Expr.Name(_, var id) && id.equals(name);
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
