package io.codonj.core.infer;

import io.codonj.api.diagnostic.Diagnostic;
import io.codonj.api.source.Span;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Calls inside of `try … except TypeError`: the errors of the called function are expected as well.
final class ExpectedErrors {
  /// Errors further away than that are rather mistakes of the program than what its handler is for.
  private static final int DEPTH = 2;

  private ExpectedErrors() {}

  /// The instance raises the errors that its caller expects. One that was found wrong before is checked again.
  static void pass(Body body, Instance instance) {
    Set<String> names = body.raising.all();
    int depth = body.raising.isEntered() ? DEPTH : body.instance.expectedDepth - 1;
    if (names.isEmpty() || depth <= 0 || instance.symbol.module.isLibrary) {
      return;
    }
    boolean deeper = depth > instance.expectedDepth;
    instance.expectedDepth = Math.max(depth, instance.expectedDepth);
    if (!instance.expectedErrors.addAll(names) && !deeper) {
      return;
    }
    if (instance.state != Instance.State.RUNNING && instance.state != Instance.State.NEW) {
      boolean wrong = !instance.problems.isEmpty();
      boolean calls = !instance.callees.isEmpty();
      if (wrong || calls) {
        instance.state = Instance.State.NEW;
        instance.body = null;
        instance.nodeTypes.clear();
      }
    }
  }

  /// An error inside the library is one of the call.
  static void rethrow(Body body, Instance instance, Span span) {
    boolean possible = body.program.hasLibraryProblems && instance.symbol.module.isLibrary;
    if (!possible || body.raising.all().isEmpty()) {
      return;
    }
    Diagnostic problem = problem(body.program, instance, new HashSet<>());
    if (problem == null) {
      return;
    }
    var error = new CheckError(Diagnostic.of(problem.code(), span, problem.message()));
    if (body.raising.isExpecting(error)) {
      throw error;
    }
  }

  private static @Nullable Diagnostic problem(Program program, Instance instance, Set<Instance> seen) {
    if (!instance.symbol.module.isLibrary || !seen.add(instance)) {
      return null;
    }
    if (!instance.problems.isEmpty()) {
      return instance.problems.getFirst();
    }
    for (String callee : instance.callees) {
      Diagnostic found = problem(program, program.instances.get(callee), seen);
      if (found != null) {
        return found;
      }
    }
    return null;
  }
}
