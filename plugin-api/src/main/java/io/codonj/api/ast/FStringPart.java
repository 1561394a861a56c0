package io.codonj.api.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A piece of an f-string.
public sealed interface FStringPart {
  record Text(String value) implements FStringPart {}

  /// `{value!conversion:spec}`. `conversion` is `r`, `s`, `a` or empty; `spec` is null when there is no colon.
  /// `{value=}` arrives as a Text part with the source text followed by a field with conversion `r`.
  record Field(Expr value, String conversion, @Nullable List<FStringPart> spec) implements FStringPart {}
}
