package io.codonj.api.ast;

import io.codonj.api.source.Span;

/// Where a node stands and its number, unique within its module; side tables are keyed by the number.
public record Origin(Span span, int id) {}
