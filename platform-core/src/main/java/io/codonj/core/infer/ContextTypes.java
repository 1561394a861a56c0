package io.codonj.core.infer;

import io.codonj.api.types.Type;
import io.codonj.api.types.Type.OptionalType;
import java.util.Map;

/// What the place of a call says about type parameters of the function that is called.
final class ContextTypes {
  private ContextTypes() {}

  /// Takes the expected type for the result, unless the arguments know better.
  static void hint(Body body, FunctionSymbol function, Map<String, Type> typeArguments, Type expected) {
    Substitution types = body.types;
    int mark = types.mark();
    Type result = body.calls.invocations.resolveIn(function, function.definition.returns(), typeArguments);
    Type wanted = types.prune(expected);
    boolean takesMany = wanted instanceof OptionalType || wanted instanceof Type.UnionType;
    if (takesMany && Substitution.isVariable(types.prune(result))
        && isOfArguments(body, function, types.prune(result), typeArguments)) {
      // `T` may be any of the types that convert to the expected one, and the arguments know which.
      return;
    }
    if (!types.unify(result, expected)) {
      types.rollback(mark);
    }
  }

  /// Does a parameter's type hold this type parameter?
  private static boolean isOfArguments(
      Body body, FunctionSymbol function, Type variable, Map<String, Type> typeArguments) {
    for (int i = 0; i < function.parameters().size(); i++) {
      Type declared = body.calls.invocations.declared(function, i, typeArguments);
      if (declared != null && body.types.occurs(variable, declared)) {
        return true;
      }
    }
    return false;
  }

  /// Type parameters that neither an argument nor the context determines take their defaults.
  static void defaults(Body body, FunctionSymbol function, Map<String, Type> typeArguments) {
    Substitution types = body.types;
    for (var parameter : function.definition.typeParameters()) {
      if (parameter.defaultValue() != null && Substitution.isVariable(types.prune(typeArguments.get(parameter.name())))) {
        types.unify(
            typeArguments.get(parameter.name()),
            body.calls.invocations.resolveIn(function, parameter.defaultValue(), typeArguments));
      }
    }
  }
}
