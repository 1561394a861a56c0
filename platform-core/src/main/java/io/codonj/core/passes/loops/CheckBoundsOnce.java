package io.codonj.core.passes.loops;

import io.codonj.api.ir.Intrinsics;
import io.codonj.api.ir.IrBuilder;
import io.codonj.api.ir.IrFunction;
import io.codonj.api.ir.IrModule;
import io.codonj.api.ir.IrOp;
import io.codonj.api.ir.IrRewriter;
import io.codonj.api.ir.IrType;
import io.codonj.api.ir.Variable;
import io.codonj.api.pass.IrPass;
import io.codonj.api.pass.PassContext;
import java.util.List;
import java.util.Set;

/// Innermost loops that index lists by their counter check the bounds once, before the loop.
///
/// ```
/// for #l %i in range(a, b, 1) { %s = add(%s, list.__getitem__(%x, %i)) }
///   ->  %ok = every index of the loop lies within its list
///       if %ok { for #l %i in range(a, b, 1) { %s = add(%s, load(%data + %i)) } }
///       else { the loop as it was }
/// ```
///
/// The loop as it was raises where CPython raises and understands negative indices. The other one reads the place
/// and the length of each list only once, and LLVM can vectorize it. It is sound where nothing in the body changes
/// the length of a list, which [LoopFacts] finds out.
public final class CheckBoundsOnce implements IrPass {
  @Override
  public String id() {
    return "check-bounds-once";
  }

  @Override
  public IrModule run(IrModule module, PassContext context) {
    return new Rewriter(module).rewriteModule(module);
  }

  private static final class Rewriter extends IrRewriter {
    private final IrModule module;
    private final QuietCode quiet;
    private Set<String> addressTaken = Set.of();

    Rewriter(IrModule module) {
      this.module = module;
      this.quiet = new QuietCode(module);
    }

    @Override
    public IrFunction rewriteFunction(IrFunction function) {
      addressTaken = LoopFacts.addressTaken(function);
      return super.rewriteFunction(function);
    }

    @Override
    public IrOp rewrite(IrOp op) {
      IrOp rewritten = rewriteChildren(op);
      return rewritten instanceof IrOp.ForRange loop && hasUnitStep(loop) ? versioned(loop) : rewritten;
    }

    private static boolean hasUnitStep(IrOp.ForRange loop) {
      return loop.step() instanceof IrOp.Constant(var _, Long step, var _)
          && (step == 1 || step == -1)
          && loop.variable().type().equals(IrType.I64);
    }

    private IrOp versioned(IrOp.ForRange loop) {
      var facts = new LoopFacts(module, quiet, addressTaken, loop);
      if (!facts.listsStay()) {
        return loop;
      }
      var accesses = ListAccesses.find(facts, loop);
      if (accesses.isEmpty()) {
        return loop;
      }
      var build = new IrBuilder(loop.span());
      Variable start = names().local("start", IrType.I64);
      Variable stop = names().local("stop", IrType.I64);
      var check = new BoundsCheck(names(), build, start, stop, loop);
      accesses.values().forEach(check::add);
      IrOp fast = ListAccesses.unchecked(facts, loop, accesses, check::data);
      IrOp likely =
          new IrOp.Intrinsic(
              Intrinsics.EXPECT, List.of(), IrType.BOOL, List.of(build.get(check.result()), build.constant(true)),
              loop.span());
      return build.sequence(
          build.set(start, loop.start()),
          build.set(stop, loop.stop()),
          check.code(),
          build.when(likely, loop(loop, start, stop, fast), loop(loop, start, stop, loop.body())));
    }

    private static IrOp loop(IrOp.ForRange loop, Variable start, Variable stop, IrOp body) {
      var build = new IrBuilder(loop.span());
      return new IrOp.ForRange(
          loop.label(), loop.variable(), build.get(start), build.get(stop), loop.step(), body, loop.span());
    }
  }
}
