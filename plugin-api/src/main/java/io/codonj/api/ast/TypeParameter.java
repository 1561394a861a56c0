package io.codonj.api.ast;

import io.codonj.api.source.Span;
import org.jspecify.annotations.Nullable;

/// `T: bound = default` in the brackets of a generic function, class or type alias.
public record TypeParameter(
    Span span, String name, TypeParameterKind kind, @Nullable Expr bound, @Nullable Expr defaultValue) {

  public enum TypeParameterKind { TYPE, TYPE_TUPLE, PARAMETERS }
}
