package io.codonj.core.infer;

import io.codonj.api.ast.Expr;
import io.codonj.api.types.Type;
import io.codonj.api.types.Type.OptionalType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What a function gives for None, when that is all that is known about an argument.
///
///     self.root = None
///     self.root = self.insert(self.root, key)     the type of root hangs on the result, and the result on the type
///
/// The function is checked for None, where a recursion ends; what it returns there tells the type that both wait for.
final class BaseCases {
  private BaseCases() {}

  /// Determines the result of the call at a node, if the checker has nothing better left to do for this body.
  static void learn(Body body, FunctionSymbol function, List<Type> parameterTypes, Map<String, Type> typeArguments, Expr at) {
    Program program = body.program;
    if (program.emptied != body.instance) {
      return;
    }
    var types = body.types;
    var known = new ArrayList<Type>();
    for (Type type : parameterTypes) {
      boolean onlyNone = types.prune(type) instanceof OptionalType(var inner) && Substitution.isVariable(types.prune(inner));
      known.add(onlyNone ? Names.NONE : types.resolve(type));
    }
    if (!known.stream().allMatch(types::isGround)) {
      return;
    }
    Instance instance = Instances.get(program, function, known, typeArguments, null);
    if (instance == null) {
      return;
    }
    program.emptied = null;
    try {
      Instances.realize(program, instance, at.span());
    } catch (CheckError _) {
      program.instances.remove(instance.name);
      return;
    } finally {
      program.emptied = body.instance;
    }
    if (instance.problems.isEmpty()) {
      Type result = types.prune(instance.result);
      if (types.isGround(result) && !Names.isNever(result) && !Names.isNone(result)) {
        types.unify(body.nodeType(at, "result " + function.name), result);
      }
    } else {
      program.instances.remove(instance.name);
      program.incomplete.remove(instance);
    }
  }
}
