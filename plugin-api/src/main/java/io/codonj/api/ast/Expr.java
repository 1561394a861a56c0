package io.codonj.api.ast;

import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Expressions. Names of components follow the Python reference manual.
public sealed interface Expr extends Node {

  record Name(Origin at, String name) implements Expr {}

  /// `suffix` is empty for plain literals (`12u`, `10km` carry `u`, `km`).
  record IntLiteral(Origin at, BigInteger value, String suffix) implements Expr {}

  /// `suffix` is `j` for imaginary literals, `f32` and the like for sized ones.
  record FloatLiteral(Origin at, double value, String suffix) implements Expr {}

  /// Adjacent literals are already joined and escapes decoded.
  record StringLiteral(Origin at, String value) implements Expr {}

  /// One char (0–255) of `value` per byte.
  record BytesLiteral(Origin at, String value) implements Expr {}

  /// `k'ACGT'`: a literal whose prefix belongs to a plugin or to a `__prefix_k__` method.
  record PrefixedLiteral(Origin at, String prefix, String text) implements Expr {}

  record FString(Origin at, List<FStringPart> parts) implements Expr {}

  record BoolLiteral(Origin at, boolean value) implements Expr {}

  record NoneLiteral(Origin at) implements Expr {}

  record EllipsisLiteral(Origin at) implements Expr {}

  enum DisplayKind { LIST, TUPLE, SET }

  /// `[a, *b]`, `(a, b)`, `{a, b}`; elements may be [Starred].
  record Display(Origin at, DisplayKind kind, List<Expr> elements) implements Expr {}

  record DictDisplay(Origin at, List<DictItem> items) implements Expr {}

  /// `key: value`, or `**value` when there is no key.
  record DictItem(@Nullable Expr key, Expr value) {}

  enum ComprehensionKind { LIST, SET, DICT, GENERATOR }

  /// For dict comprehensions `element` is the key and `value` is present.
  record Comprehension(
      Origin at, ComprehensionKind kind, Expr element, @Nullable Expr value, List<Clause> clauses) implements Expr {}

  /// `[async] for target in iterable [if condition]…`
  record Clause(Expr target, Expr iterable, List<Expr> conditions, boolean isAsync) {}

  record Unary(Origin at, UnaryOperator operator, Expr operand) implements Expr {}

  record Binary(Origin at, BinaryOperator operator, Expr left, Expr right) implements Expr {}

  /// `a and b and c` (isAnd) or `a or b or c`.
  record Logical(Origin at, boolean isAnd, List<Expr> operands) implements Expr {}

  /// `first op operand op operand…`, each operand evaluated once.
  record Comparison(Origin at, Expr first, List<ComparisonPart> rest) implements Expr {}

  record ComparisonPart(ComparisonOperator operator, Expr operand) {}

  record Conditional(Origin at, Expr condition, Expr whenTrue, Expr whenFalse) implements Expr {}

  record Lambda(Origin at, List<Parameter> parameters, Expr body) implements Expr {}

  record Call(Origin at, Expr callee, List<Argument> arguments) implements Expr {}

  enum ArgumentKind { POSITIONAL, KEYWORD, STAR, DOUBLE_STAR }

  /// `name` is empty unless the kind is KEYWORD.
  record Argument(ArgumentKind kind, String name, Expr value) {}

  record Attribute(Origin at, Expr value, String name) implements Expr {}

  record Subscript(Origin at, Expr value, Expr index) implements Expr {}

  record Slice(Origin at, @Nullable Expr start, @Nullable Expr stop, @Nullable Expr step) implements Expr {}

  /// `*value` in displays, targets and subscripts.
  record Starred(Origin at, Expr value) implements Expr {}

  record Await(Origin at, Expr value) implements Expr {}

  record Yield(Origin at, @Nullable Expr value) implements Expr {}

  record YieldFrom(Origin at, Expr value) implements Expr {}

  /// `name := value`
  record Walrus(Origin at, Name target, Expr value) implements Expr {}

  /// `a |> f ||> g`; the first stage is the source.
  record Pipe(Origin at, List<PipeStage> stages) implements Expr {}

  /// `parallel` when the stage was introduced by `||>`.
  record PipeStage(Expr expression, boolean parallel) {}

  /// A plugin's `keyword operand`; gone after expansion.
  record KeywordExpr(Origin at, String keyword, Expr operand) implements Expr {}
}
