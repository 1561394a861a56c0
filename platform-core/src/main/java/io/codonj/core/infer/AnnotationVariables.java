package io.codonj.core.infer;

import io.codonj.api.ast.Expr;
import java.util.List;

/// Finds the `TypeVar`s that an annotation mentions.
final class AnnotationVariables {
  private AnnotationVariables() {}

  static void collect(Expr annotation, TypeResolver resolver, TypeResolver.Context context, List<String> into) {
    switch (annotation) {
      case Expr.Name(_, var name) -> {
        if (!into.contains(name) && resolver.symbolOf(annotation, context) instanceof Symbol.TypeVariable) {
          into.add(name);
        }
      }
      case Expr.Subscript(_, var base, var index) -> {
        collect(base, resolver, context, into);
        collect(index, resolver, context, into);
      }
      case Expr.Display(_, _, var elements) -> elements.forEach(e -> collect(e, resolver, context, into));
      case Expr.Binary(_, _, var left, var right) -> {
        collect(left, resolver, context, into);
        collect(right, resolver, context, into);
      }
      default -> {}
    }
  }
}
