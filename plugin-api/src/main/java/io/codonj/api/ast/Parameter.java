package io.codonj.api.ast;

import io.codonj.api.source.Span;
import org.jspecify.annotations.Nullable;

/// A formal parameter of a function or lambda, in source order.
public record Parameter(
    Span span, String name, ParameterKind kind, @Nullable Expr annotation, @Nullable Expr defaultValue) {

  public enum ParameterKind { POSITIONAL_ONLY, NORMAL, STAR, KEYWORD_ONLY, DOUBLE_STAR }
}
