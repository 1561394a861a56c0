package io.codonj.core.typed;

import io.codonj.api.source.Span;
import io.codonj.api.types.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Statements after inference. Sugar is gone: `with`, `match`, comprehensions, chained comparison, `assert` and
/// unpacking arrive as the statements they mean.
public sealed interface TypedStmt {
  Span span();

  record Evaluate(TypedExpr value, Span span) implements TypedStmt {}

  record Set(TypedVariable variable, TypedExpr value, Span span) implements TypedStmt {}

  record SetField(TypedExpr object, Type owner, String field, TypedExpr value, Span span) implements TypedStmt {}

  /// `del name`: later reads find the variable unbound.
  record Unbind(TypedVariable variable, Span span) implements TypedStmt {}

  /// Makes a fresh cell for a captured variable (at the start of the scope that owns it).
  record NewCell(TypedVariable variable, Span span) implements TypedStmt {}

  record Return(@Nullable TypedExpr value, Span span) implements TypedStmt {}

  record If(TypedExpr condition, List<TypedStmt> body, List<TypedStmt> orElse, Span span) implements TypedStmt {}

  record While(TypedExpr condition, List<TypedStmt> body, List<TypedStmt> orElse, Span span) implements TypedStmt {}

  /// `for variable in range(start, stop, step)`; all three are `int`, the step is checked to be non-zero.
  record ForRange(
      TypedVariable variable, TypedExpr start, TypedExpr stop, TypedExpr step, List<TypedStmt> body,
      List<TypedStmt> orElse, Span span) implements TypedStmt {}

  /// `for variable in iterable`, where the iterable is a `Generator[T]`.
  record ForEach(TypedVariable variable, TypedExpr iterable, List<TypedStmt> body, List<TypedStmt> orElse, Span span)
      implements TypedStmt {}

  /// Runs the body once; [Break] with this label leaves it. Made for `match` and unrolled loops.
  record Labelled(String label, List<TypedStmt> body, Span span) implements TypedStmt {}

  /// Leaves the innermost loop, or the [Labelled] statement with this label when it is not empty.
  record Break(String label, Span span) implements TypedStmt {}

  record Continue(Span span) implements TypedStmt {}

  /// Throws an exception object.
  record Throw(TypedExpr exception, Span span) implements TypedStmt {}

  record Try(List<TypedStmt> body, List<Handler> handlers, List<TypedStmt> finalBody, Span span) implements TypedStmt {}

  /// Takes exceptions of `classes` (all, when empty) and binds the object to `variable`, whose type is a base of
  /// them all.
  record Handler(List<Type> classes, TypedVariable variable, List<TypedStmt> body, Span span) {}

  /// Statements under an annotation that a plugin's pass will look for.
  record Region(String annotation, List<TypedExpr> arguments, List<TypedStmt> body, Span span) implements TypedStmt {}
}
