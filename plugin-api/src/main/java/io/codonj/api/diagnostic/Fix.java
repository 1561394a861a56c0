package io.codonj.api.diagnostic;

import io.codonj.api.source.Span;

/// A proposed edit: replace `span` by `replacement`.
public record Fix(String description, Span span, String replacement) {}
