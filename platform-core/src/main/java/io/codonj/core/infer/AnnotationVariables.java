package io.codonj.core.infer;

import io.codonj.api.ast.Expr;
import java.util.List;

/// Finds the `TypeVar`s that an annotation mentions.
final class AnnotationVariables {
  private AnnotationVariables() {}

  private static boolean isCallable(Expr base) {
    return base instanceof Expr.Name(_, var name) && name.equals("Callable")
        || base instanceof Expr.Attribute(_, _, var attribute) && attribute.equals("Callable");
  }

  static void collect(Expr annotation, TypeResolver resolver, TypeResolver.Context context, List<String> into) {
    switch (annotation) {
      case Expr.Name(_, var name) -> {
        if (!into.contains(name) && resolver.symbolOf(annotation, context) instanceof Symbol.TypeVariable) {
          into.add(name);
        }
      }
      case Expr.Subscript(_, var base, Expr.Display(_, _, var parts)) when isCallable(base) && parts.size() == 2
          && !(parts.getFirst() instanceof Expr.Display) -> {
        // Functions of any parameters make the parameter generic: what they give is not known from the annotation.
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
