package io.codonj.api.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Patterns of `case`.
public sealed interface Pattern extends Node {

  /// A literal or dotted name compared with `==` (`None`, `True`, `False` with `is`).
  record Value(Origin at, Expr value) implements Pattern {}

  /// `first ... last`, inclusive (dialect).
  record Range(Origin at, Expr first, Expr last) implements Pattern {}

  record Capture(Origin at, String name) implements Pattern {}

  record Wildcard(Origin at) implements Pattern {}

  /// `[a, *rest, b]` or `(a, b)`; at most one [Star].
  record Sequence(Origin at, List<Pattern> elements) implements Pattern {}

  /// `*name`; the name is `_` for `*_`.
  record Star(Origin at, String name) implements Pattern {}

  /// `{key: pattern, **rest}`; `rest` is empty when absent.
  record Mapping(Origin at, List<Expr> keys, List<Pattern> values, String rest) implements Pattern {}

  record ClassPattern(Origin at, Expr type, List<Pattern> positional, List<KeywordPattern> keywords) implements Pattern {}

  record KeywordPattern(String name, Pattern pattern) {}

  record Or(Origin at, List<Pattern> alternatives) implements Pattern {}

  record As(Origin at, @Nullable Pattern pattern, String name) implements Pattern {}
}
