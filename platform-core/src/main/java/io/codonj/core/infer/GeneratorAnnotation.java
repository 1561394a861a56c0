package io.codonj.core.infer;

import io.codonj.api.ast.Expr;
import io.codonj.api.types.Type;
import java.util.Map;

/// Reads what `Generator[Y, S, R]` says about sent and returned values.
final class GeneratorAnnotation {
  record Parts(Type received, Type returned) {}

  private GeneratorAnnotation() {}

  static Parts parts(Program program, FunctionSymbol function, Map<String, Type> typeArguments) {
    if (function.definition.returns() instanceof Expr.Subscript(_, _, Expr.Display(_, _, var elements))
        && elements.size() == 3) {
      var context = new TypeResolver.Context(function.module, function.enclosing, typeArguments);
      var resolver = new TypeResolver(program);
      return new Parts(resolver.resolve(elements.get(1), context), resolver.resolve(elements.get(2), context));
    }
    return new Parts(Names.NONE, Names.NONE);
  }
}
