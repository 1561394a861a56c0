package io.codonj.core.infer;

import io.codonj.api.ast.Expr;
import io.codonj.api.ast.Parameter;
import io.codonj.api.types.Type;
import io.codonj.api.types.Type.LiteralType;
import io.codonj.core.typed.TypedExpr;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Parameters such as `k: Literal[int]`, whose values are known while the program is compiled: the function has an
/// instance for each value, in which the name is a constant that types may use.
final class StaticParameters {
  private static final Set<String> KINDS = Set.of("int", "str", "bool");

  private StaticParameters() {}

  static boolean isStatic(Parameter parameter) {
    return parameter.annotation()
            instanceof Expr.Subscript(var _, Expr.Name(var _, String name), Expr.Name(var _, String kind))
        && (name.equals("Literal") || name.equals("Static")) && KINDS.contains(kind);
  }

  /// The type arguments, and what the static parameters stand for.
  static Map<String, Type> bind(
      Body body, FunctionSymbol function, List<TypedExpr> values, Map<String, Type> typeArguments, Expr at) {
    Map<String, Type> result = typeArguments;
    for (int i = 0; i < function.parameters().size(); i++) {
      Parameter parameter = function.parameters().get(i);
      if (!isStatic(parameter)) {
        continue;
      }
      if (!(values.get(i) instanceof TypedExpr.Literal(var _, var value, var _))) {
        var span = values.get(i).span().exists() ? values.get(i).span() : at.span();
        throw body.error(span, InferenceCode.STATIC_ARGUMENT, "argument '" + parameter.name() + "' of "
            + ArgumentBinder.name(function) + "() decides about types: it must be known at compile time, "
            + "as a literal or a constant of the module");
      }
      if (result == typeArguments) {
        result = new HashMap<>(typeArguments);
      }
      var literal = new LiteralType(value);
      result.put(parameter.name(), literal);
      result.put(AttributeHooks.FIXED + parameter.name(), literal);
    }
    return result;
  }
}
