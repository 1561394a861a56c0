package io.codonj.api.diagnostic;

import io.codonj.api.source.Span;

/// A place that a diagnostic points at and what is to be said there (may be empty).
public record Label(Span span, String text) {}
