package io.codonj.core.infer;

import io.codonj.api.ast.Expr;
import io.codonj.api.ast.Origin;
import io.codonj.api.types.Type;
import io.codonj.api.types.Type.ClassType;
import io.codonj.core.typed.TypedExpr;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Checks the bodies of functions that are never called, for the types that their annotations name.
///
/// Nothing that is learned here may change the program, which is complete by now: a function for which variables
/// would have to be widened is left alone.
final class UncalledTypes {
  private final Program program;
  private final Body body;
  private int calls;

  UncalledTypes(Program program, Body body) {
    this.program = program;
    this.body = body;
  }

  void check(FunctionSymbol function) {
    if (!isChecked(function)) {
      return;
    }
    var before = List.copyOf(program.instances.keySet());
    program.applyDefaults = false;
    try {
      var arguments = body.calls.invocations.typeArguments(function, Map.of(), null);
      List<Type> types = parameterTypes(function, arguments);
      if (types == null) {
        return;
      }
      var values = types.stream()
          .<TypedExpr>map(type -> new TypedExpr.Undefined(type, function.definition.nameSpan())).toList();
      var node = new Expr.NoneLiteral(new Origin(function.definition.nameSpan(), Integer.MIN_VALUE / 4 - calls++));
      body.calls.invocations.finish(function, types, values, arguments, node);
      report(before);
    } catch (CheckError problem) {
      if (!program.restartRequested) {
        program.problems.add(problem.diagnostic());
      }
    }
    program.restartRequested = false;
  }

  private boolean isChecked(FunctionSymbol function) {
    return function.overloads.isEmpty() && !function.isAbstract && function.foreign == null && function.intrinsic == null
        && function.parameters().stream().noneMatch(StaticParameters::isStatic)
        && function.definition.typeParameters().isEmpty() && function.definition.decorators().isEmpty()
        && (function.owner == null || function.owner.typeParameters.isEmpty() && !function.owner.isProtocol);
  }

  /// Null when a call would have to say more.
  private @Nullable List<Type> parameterTypes(FunctionSymbol function, Map<String, Type> arguments) {
    if (!arguments.isEmpty()) {
      return null;
    }
    var types = new ArrayList<Type>();
    for (int i = 0; i < function.parameters().size(); i++) {
      Type type = i == 0 && function.takesSelf() ? self(function) : declared(function, i);
      if (type == null || !program.types.isGround(type)) {
        return null;
      }
      types.add(program.types.resolve(type));
    }
    return types;
  }

  /// Fields have types once an object has been made.
  private @Nullable Type self(FunctionSymbol function) {
    Type type = ClassType.of(function.owner.name);
    return program.constructed.contains(type) ? type : null;
  }

  private @Nullable Type declared(FunctionSymbol function, int index) {
    boolean collects = switch (function.parameters().get(index).kind()) {
      case STAR, DOUBLE_STAR -> true;
      case POSITIONAL_ONLY, NORMAL, KEYWORD_ONLY -> false;
    };
    return collects ? null : body.calls.invocations.declared(function, index, Map.of());
  }

  private void report(List<String> before) {
    if (program.restartRequested) {
      return;
    }
    var added = new LinkedHashSet<>(program.instances.keySet());
    added.removeAll(before);
    for (String name : added) {
      Instance instance = program.instances.get(name);
      if (instance.state != Instance.State.INCOMPLETE) {
        program.problems.addAll(instance.problems);
      }
    }
  }
}
