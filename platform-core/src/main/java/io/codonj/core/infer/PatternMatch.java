package io.codonj.core.infer;

import io.codonj.api.types.Type;
import io.codonj.core.typed.TypedExpr;
import org.jspecify.annotations.Nullable;

/// What is known about matching one pattern against one value.
///
/// @param value the matched value, narrowed by what the pattern says about it
/// @param rest the type that the value has when the pattern did not match; null when that is nothing new
record PatternMatch(Certainty certainty, TypedExpr value, @Nullable Type rest) {
  enum Certainty { NEVER, MAYBE, ALWAYS }

  static PatternMatch never(TypedExpr value) {
    return new PatternMatch(Certainty.NEVER, value, null);
  }

  static PatternMatch maybe(TypedExpr value) {
    return new PatternMatch(Certainty.MAYBE, value, null);
  }

  static PatternMatch always(TypedExpr value) {
    return new PatternMatch(Certainty.ALWAYS, value, null);
  }

  boolean isNever() {
    return certainty == Certainty.NEVER;
  }

  boolean isAlways() {
    return certainty == Certainty.ALWAYS;
  }

  /// Several patterns that must all match, of which this is one.
  Certainty and(Certainty other) {
    return certainty.compareTo(other) < 0 ? certainty : other;
  }
}
