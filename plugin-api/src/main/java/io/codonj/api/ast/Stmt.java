package io.codonj.api.ast;

import io.codonj.api.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Statements. `elif` arrives as a nested [If] in the else branch.
public sealed interface Stmt extends Node {

  record Expression(Origin at, Expr value) implements Stmt {}

  /// `a = b = value`
  record Assign(Origin at, List<Expr> targets, Expr value) implements Stmt {}

  record AugmentedAssign(Origin at, Expr target, BinaryOperator operator, Expr value) implements Stmt {}

  /// `target: annotation [= value]`
  record AnnotatedAssign(Origin at, Expr target, Expr annotation, @Nullable Expr value) implements Stmt {}

  record Return(Origin at, @Nullable Expr value) implements Stmt {}

  record Raise(Origin at, @Nullable Expr exception, @Nullable Expr cause) implements Stmt {}

  record Assert(Origin at, Expr condition, @Nullable Expr message) implements Stmt {}

  record Delete(Origin at, List<Expr> targets) implements Stmt {}

  record Pass(Origin at) implements Stmt {}

  record Break(Origin at) implements Stmt {}

  record Continue(Origin at) implements Stmt {}

  record Global(Origin at, List<String> names) implements Stmt {}

  record Nonlocal(Origin at, List<String> names) implements Stmt {}

  /// `import a.b as c, d`
  record Import(Origin at, List<ImportAlias> names) implements Stmt {}

  /// `from ..module import a as b`; `level` counts the leading dots, `*` is the single name `*`.
  record ImportFrom(Origin at, int level, String module, List<ImportAlias> names) implements Stmt {}

  /// `alias` is empty when there is no `as`. `from C import f(int) -> float` carries a signature.
  record ImportAlias(Span span, String name, String alias, @Nullable ForeignSignature signature) {}

  /// Types of an imported foreign function; for a variable `parameters` is null and `result` its type.
  record ForeignSignature(@Nullable List<Expr> parameters, @Nullable Expr result) {}

  record If(Origin at, Expr condition, List<Stmt> body, List<Stmt> orElse) implements Stmt {}

  record While(Origin at, Expr condition, List<Stmt> body, List<Stmt> orElse) implements Stmt {}

  record For(
      Origin at, List<Expr> decorators, Expr target, Expr iterable, List<Stmt> body, List<Stmt> orElse, boolean isAsync)
      implements Stmt {}

  record Try(Origin at, List<Stmt> body, List<Handler> handlers, List<Stmt> orElse, List<Stmt> finalBody, boolean isStar)
      implements Stmt {}

  /// `except type as name:`; `type` is null for a bare `except`, `name` empty without `as`.
  record Handler(Span span, @Nullable Expr type, String name, List<Stmt> body) {}

  record With(Origin at, List<WithItem> items, List<Stmt> body, boolean isAsync) implements Stmt {}

  record WithItem(Expr context, @Nullable Expr target) {}

  record Match(Origin at, Expr subject, List<Case> cases) implements Stmt {}

  record Case(Span span, Pattern pattern, @Nullable Expr guard, List<Stmt> body) {}

  /// `nameSpan` is the place of the name. `docstring` stays the first statement of the body.
  /// `inlineText` holds the verbatim body of an `@llvm` function and is null otherwise.
  record FunctionDef(
      Origin at,
      Span nameSpan,
      String name,
      List<Expr> decorators,
      List<TypeParameter> typeParameters,
      List<Parameter> parameters,
      @Nullable Expr returns,
      List<Stmt> body,
      boolean isAsync,
      @Nullable String inlineText)
      implements Stmt {}

  record ClassDef(
      Origin at,
      Span nameSpan,
      String name,
      List<Expr> decorators,
      List<TypeParameter> typeParameters,
      List<Expr.Argument> bases,
      List<Stmt> body)
      implements Stmt {}

  /// `type name[parameters] = value`
  record TypeAlias(Origin at, String name, List<TypeParameter> typeParameters, Expr value) implements Stmt {}

  /// Python 2's `print a, b`; a trailing comma suppresses the line end.
  record Print(Origin at, List<Expr> values, boolean newline) implements Stmt {}

  /// A plugin's `keyword operand: body`; gone after expansion.
  record KeywordBlock(Origin at, String keyword, @Nullable Expr operand, List<Stmt> body) implements Stmt {}

  /// Statements under a mark for a plugin's pass, see [io.codonj.api.plugin.AnnotatedRegion]. Made by expansion only.
  record Region(Origin at, String annotation, List<Expr> arguments, List<Stmt> body) implements Stmt {}
}
