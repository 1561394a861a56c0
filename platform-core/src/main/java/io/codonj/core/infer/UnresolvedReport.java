package io.codonj.core.infer;

import io.codonj.api.source.Span;

/// Says which variable of a body could not be typed.
final class UnresolvedReport {
  private UnresolvedReport() {}

  static CheckError of(Program program, Instance instance) {
    if (instance.body != null) {
      for (Version version : instance.body.versions.values()) {
        if (version.owner == instance.body && !program.types.isGround(version.type())) {
          return CheckError.at(version.span, InferenceCode.CANNOT_INFER, "cannot infer the type of '" + version.name
              + "'; annotate it");
        }
      }
    }
    Span span = instance.symbol.definition.nameSpan();
    return CheckError.at(span, InferenceCode.CANNOT_INFER,
        "cannot infer the types of '" + instance.symbol.displayName + "'; annotate its parameters and result");
  }
}
