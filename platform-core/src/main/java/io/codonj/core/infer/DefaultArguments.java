package io.codonj.core.infer;

import io.codonj.api.ast.Expr;
import io.codonj.api.ast.Parameter;
import io.codonj.api.types.Type;
import io.codonj.core.typed.TypedExpr;
import io.codonj.core.typed.TypedStmt;
import io.codonj.core.typed.TypedVariable;
import java.util.List;

/// Defaults of the program's own functions and methods: evaluated when the `def` runs and kept in global variables.
/// Library functions evaluate theirs at the first use instead, so that a program pays only for what it calls.
final class DefaultArguments {
  private DefaultArguments() {}

  static boolean isEvaluatedAtDefinition(FunctionSymbol function, Parameter parameter) {
    Expr value = parameter.defaultValue();
    return value != null && !(value instanceof Expr.NoneLiteral) && !Declarations.isLiteral(value)
        && !function.module.isLibrary && !function.synthetic
        && (function.enclosing == null || function.owner != null) && function.definition.typeParameters().isEmpty();
  }

  static TypedVariable variable(Program program, FunctionSymbol function, Parameter parameter) {
    return program.global(
        "default " + parameter.name() + " of " + function.name, program.types.fresh(), parameter.span());
  }

  /// Is this value read from where a default is kept?
  static boolean isKept(TypedExpr value) {
    return value instanceof TypedExpr.Get(var variable, _) && variable.name().startsWith("default ");
  }

  /// What the definition of a function does with its defaults.
  static void evaluate(Body body, FunctionSymbol function, List<TypedStmt> into) {
    for (Parameter parameter : function.parameters()) {
      if (!isEvaluatedAtDefinition(function, parameter)) {
        continue;
      }
      TypedVariable kept = variable(body.program, function, parameter);
      Type declared = body.calls.invocations.declared(
          function, function.parameters().indexOf(parameter), function.typeContext);
      TypedExpr value = body.expressions.check(parameter.defaultValue(), declared);
      if (declared != null && body.types.isGround(declared)) {
        value = body.coercions.coerce(value, declared);
      }
      if (!body.types.unify(kept.type(), value.type()) || !body.types.isGround(kept.type())) {
        body.unresolved = true;
      }
      into.add(new TypedStmt.Set(kept, value, parameter.span()));
    }
  }
}
