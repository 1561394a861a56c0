package io.codonj.core.infer;

import io.codonj.api.ast.BinaryOperator;
import io.codonj.api.ast.Expr;
import io.codonj.api.ast.Module;
import io.codonj.api.ast.Stmt;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds the literal that an expression stands for: itself, a constant, the one thing that a name or attribute is bound to,
/// or the first argument of the call that makes an object of it (`re.compile(…)`, `struct.Struct(…)`).
final class LiteralTrace {
  private static final int MOST_STEPS = 8;

  private final Body body;
  private final String maker;

  /// @param maker name of the function or class whose first argument is the literal
  LiteralTrace(Body body, String maker) {
    this.body = body;
    this.maker = maker;
  }

  /// A literal of text or bytes; null when none can be seen.
  @Nullable Expr literal(Expr expression) {
    Expr source = source(expression, 0);
    return source instanceof Expr.StringLiteral || source instanceof Expr.BytesLiteral ? source : null;
  }

  /// What the text is made of, which need not be a literal.
  @Nullable Expr source(Expr expression) {
    return source(expression, 0);
  }

  private @Nullable Expr source(Expr expression, int steps) {
    if (steps > MOST_STEPS) {
      return null;
    }
    return switch (expression) {
      case Expr.StringLiteral _, Expr.BytesLiteral _, Expr.FString _ -> expression;
      case Expr.Binary(var at, var operator, var left, var right) when operator == BinaryOperator.ADD ->
          source(left, steps + 1) instanceof Expr.StringLiteral a && source(right, steps + 1) instanceof Expr.StringLiteral b
              ? new Expr.StringLiteral(at, a.value() + b.value()) : expression;
      case Expr.Call call when Declarations.decoratorName(call).equals(maker) && !call.arguments().isEmpty() ->
          source(call.arguments().getFirst().value(), steps + 1);
      case Expr.Name(_, var name) -> bound(name, steps);
      case Expr.Attribute(_, Expr.Name(_, var object), var field) -> field(object, field, steps);
      case Expr.Binary _ -> expression;
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
    return value == null ? null : source(value, steps + 1);
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
    return values.size() == 1 ? source(values.getFirst(), steps + 1) : null;
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
}
