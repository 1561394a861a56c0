package io.codonj.plugin.openmp;

import io.codonj.api.diagnostic.Diagnostic;
import io.codonj.api.diagnostic.DiagnosticSink;
import io.codonj.api.ir.IrFunction;
import io.codonj.api.ir.IrModule;
import io.codonj.api.ir.IrOp;
import io.codonj.api.ir.IrWalker;
import io.codonj.api.ir.Variable;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// Warns of assignments to attributes of an object that the loop does not choose anew in each round.
final class SharedStores extends IrWalker {
  private final IrModule module;
  private final DiagnosticSink sink;
  private final Set<String> own;
  /// Temporaries that stand for a variable, as in `k.n += 1`.
  private final Map<Variable, Variable> copies = new HashMap<>();

  private SharedStores(IrModule module, DiagnosticSink sink, Set<String> own) {
    this.module = module;
    this.sink = sink;
    this.own = own;
  }

  static void warn(IrOp loop, IrModule module, DiagnosticSink sink) {
    new SharedStores(module, sink, Writes.of(loop).assigned.keySet()).walk(loop);
  }

  @Override
  public void walk(IrOp op) {
    switch (op) {
      case IrOp.Try attempt when attempt.finallyBody() != null && leavesLock(attempt.finallyBody()) -> {}
      case IrOp.Store store when store.address() instanceof IrOp.Address field
          && field.base() instanceof IrOp.GetVariable(Variable base, var _)
          && isShared(copies.getOrDefault(base, base)) -> {
        Variable object = copies.getOrDefault(base, base);
        sink.report(
            Diagnostic.of(
                    OpenMpCode.SHARED_OBJECT, store.span(),
                    "all rounds write to the same place in '" + object.sourceName() + "'")
                .withNote(SharedWrites.FIX));
        walkChildren(op);
      }
      case IrOp.SetVariable(Variable copy, IrOp.GetVariable(Variable object, var _), var _)
          when copy.sourceName().isEmpty() -> copies.put(copy, object);
      default -> walkChildren(op);
    }
  }

  private boolean isShared(Variable object) {
    return !object.sourceName().isEmpty() && !own.contains(object.toString());
  }

  /// Whether this is the end of a `with`, as of a lock.
  private boolean leavesLock(IrOp finallyBody) {
    var found = new boolean[1];
    new IrWalker() {
      @Override
      public void walk(IrOp op) {
        found[0] |= op instanceof IrOp.Call call
            && module.called(call) instanceof IrFunction function
            && function.origin().contains(".__exit__");
        walkChildren(op);
      }
    }.walk(finallyBody);
    return found[0];
  }
}
