package io.codonj.plugin.openmp;

import io.codonj.api.ir.IrFunction;
import io.codonj.api.ir.IrModule;
import io.codonj.api.ir.IrOp;
import io.codonj.api.ir.IrWalker;
import io.codonj.api.pass.IrPass;
import io.codonj.api.pass.PassContext;
import io.codonj.api.pass.PassSlot;
import java.util.LinkedHashMap;
import java.util.Optional;

/// Marked loops and pipelines become functions that teams of threads run.
///
/// ```
/// region "par static"() { for #l %i in range(0, %n, 1) { %sum = add(%sum, %i) } }
///   ->  %slots = memory for what each thread finds
///       %data = struct(%slots)
///       call @cj_omp_loop(@f.parallel.0.member, &%data, %n, ...)
///       for #threads %thread in range(0, %limit, 1) { %sum = add(%sum, what the thread found) }
/// ```
///
/// Loops within loops are turned first.
public final class RunLoopsInParallel implements IrPass {
  @Override
  public String id() {
    return "run-loops-in-parallel";
  }

  @Override
  public PassSlot slot() {
    return PassSlot.BEFORE_PARALLEL;
  }

  @Override
  public IrModule run(IrModule module, PassContext context) {
    var changed = new LinkedHashMap<String, IrFunction>();
    for (IrFunction function : module.functions().values()) {
      IrFunction current = function;
      for (Optional<IrOp.Region> next = innermost(current); next.isPresent(); next = innermost(current)) {
        IrOp.Region region = next.get();
        current = Clauses.isMark(region.annotation())
            ? new TeamBuilder(module, current, region, context).build()
            : new PipelineBuilder(current, region, context).build();
      }
      if (current != function) {
        changed.put(function.name(), current);
      }
    }
    if (changed.isEmpty()) {
      return module;
    }
    var functions = new LinkedHashMap<>(module.functions());
    functions.putAll(changed);
    return new IrModule(module.name(), module.globals(), functions, module.entry());
  }

  private static boolean isMark(String annotation) {
    return Clauses.isMark(annotation) || annotation.equals(PipelineBuilder.TASKS);
  }

  /// The first mark that has no other within it.
  private static Optional<IrOp.Region> innermost(IrFunction function) {
    if (function.body() == null) {
      return Optional.empty();
    }
    var finder = new Finder();
    finder.walk(function.body());
    return finder.found;
  }

  private static final class Finder extends IrWalker {
    Optional<IrOp.Region> found = Optional.empty();

    @Override
    public void walk(IrOp op) {
      if (found.isEmpty()) {
        walkChildren(op);
        if (found.isEmpty() && op instanceof IrOp.Region region && isMark(region.annotation())) {
          found = Optional.of(region);
        }
      }
    }
  }
}
