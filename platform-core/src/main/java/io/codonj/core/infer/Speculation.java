package io.codonj.core.infer;

import io.codonj.api.ast.Expr;
import io.codonj.api.types.Type;
import io.codonj.api.types.Type.ClassType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Calls whose arguments hold containers of which nobody knows yet what is in them. When nothing else is left to learn, the
/// body of the function is walked with the open types, only to see what it does with them:
///
/// ```
/// found = []            list[?]
/// collect(tree, found)  def collect(node, into): into.append(node.value)   →   list[int]
/// ```
/// The instance that the program uses is made afterwards, when the types are known.
final class Speculation {
  /// Trials beyond that learn nothing that matters.
  private static final int MOST_TRIALS = 300;

  private Speculation() {}

  /// Tries the methods that a virtual call may mean.
  ///
  /// @return what one of them gives; null when that remains open
  static @Nullable Type methods(
      Body from, ClassSymbol root, ClassType rootType, String name, List<Type> argumentTypes, Expr at) {
    if (!from.program.speculate) {
      return null;
    }
    Type result = null;
    var classes = new ArrayList<ClassSymbol>(root.subclasses);
    classes.add(root);
    for (ClassSymbol each : classes) {
      var own = each.methods.get(name);
      if (own == null || own.getFirst().isAbstract || each != root && !each.typeParameters.isEmpty()) {
        continue;
      }
      Type self = each == root ? rootType : ClassType.of(each.name);
      var parameterTypes = new ArrayList<Type>();
      parameterTypes.add(self);
      parameterTypes.addAll(argumentTypes);
      FunctionSymbol method = own.getFirst();
      if (method.parameters().size() == parameterTypes.size()) {
        var known = from.members.typeArguments(self, method);
        Type given = call(from, method, parameterTypes, known, from.calls.invocations.declaredResult(method, known), at);
        result = result != null ? result : given;
      }
    }
    return result;
  }

  /// Tries a function.
  ///
  /// @return what it gives; null when that remains open
  static @Nullable Type call(
      Body from, FunctionSymbol function, List<Type> parameterTypes, Map<String, Type> typeArguments,
      @Nullable Type declared, Expr at) {
    Program program = from.program;
    var types = program.types;
    if (!program.speculate || program.trials > MOST_TRIALS || function.module.isLibrary || function.scope().isGenerator || function.intrinsic != null
        || program.running.stream().anyMatch(i -> i.isTrial && i.symbol == function)
        || parameterTypes.stream().anyMatch(t -> Substitution.isVariable(types.prune(t)))) {
      return null;
    }
    Type result = declared != null ? declared : types.fresh();
    var trial = new Instance("trial " + program.trials++ + " of " + function.name, function,
        types.resolve(parameterTypes), new HashMap<>(typeArguments), result);
    trial.resultAnnotated = declared != null;
    trial.isTrial = true;
    trial.state = Instance.State.RUNNING;
    program.running.add(trial);
    program.sites.add(at.span());
    try {
      trial.body = new Body(program, trial);
      trial.body.run();
    } catch (CheckError _) {
      // The call itself will tell what is wrong once it can be checked.
    } finally {
      program.running.removeLast();
      program.sites.removeLast();
    }
    Type given = types.prune(trial.result);
    return types.isGround(given) && !Names.isNever(given) ? types.resolve(given) : null;
  }
}
