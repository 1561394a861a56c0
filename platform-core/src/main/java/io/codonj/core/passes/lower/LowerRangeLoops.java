package io.codonj.core.passes.lower;

import io.codonj.api.ir.IrBuilder;
import io.codonj.api.ir.IrModule;
import io.codonj.api.ir.IrOp;
import io.codonj.api.ir.IrRewriter;
import io.codonj.api.ir.IrType;
import io.codonj.api.ir.Operator;
import io.codonj.api.ir.Variable;
import io.codonj.api.pass.IrPass;
import io.codonj.api.pass.PassContext;
import java.util.ArrayList;
import java.util.List;

/// Loops over ranges become counting loops.
///
/// ```
/// for #l %i in range(a, b, 1) { body }
///   ->  %counter = a
///       %stop = b
///       while #l slt(%counter, %stop) {
///         %i = %counter
///         %counter = add(%counter, 1)
///         body
///       }
/// ```
///
/// Counting before the body lets `continue` stay a `continue`; a counter of its own lets the body assign to `%i`,
/// which keeps its last value after the loop. With steps other than 1 and -1 the counter could pass the largest
/// integer, so the number of rounds is computed first, as CPython does:
///
/// ```
/// for #l %i in range(a, b, s) { body }
///   ->  %counter = a
///       %rounds = a < b ? (b - a - 1) / s + 1 : 0             for s > 0, with unsigned division
///       while #l ne(%rounds, 0) {
///         %i = %counter
///         %counter = add(%counter, s)
///         %rounds = sub(%rounds, 1)
///         body
///       }
/// ```
public final class LowerRangeLoops implements IrPass {

  @Override
  public String id() {
    return "lower-range-loops";
  }

  @Override
  public IrModule run(IrModule module, PassContext context) {
    return new Rewriter().rewriteModule(module);
  }

  private static final class Rewriter extends IrRewriter {
    @Override
    public IrOp rewrite(IrOp op) {
      IrOp rewritten = rewriteChildren(op);
      return rewritten instanceof IrOp.ForRange loop ? lower(loop) : rewritten;
    }

    private IrOp lower(IrOp.ForRange loop) {
      var build = new IrBuilder(loop.span());
      IrType type = loop.variable().type();
      Variable counter = names().local("counter", type);
      Variable stop = names().local("stop", type);
      IrOp start = build.set(counter, loop.start());
      IrOp end = build.set(stop, loop.stop());
      if (loop.step() instanceof IrOp.Constant constant && constant.value() instanceof Long step
          && (step == 1 || step == -1)) {
        Operator comparison = step > 0 ? Operator.SLT : Operator.SGT;
        IrOp condition = build.operate(comparison, build.get(counter), build.get(stop));
        return build.sequence(start, end, counting(loop, condition, counter, constant, List.of(), build));
      }
      Variable step = names().local("step", type);
      Variable rounds = names().local("rounds", type);
      IrOp.Constant zero = build.constant(type, 0);
      IrOp stepValue = loop.step() instanceof IrOp.Constant ? loop.step() : build.get(step);
      IrOp condition = build.operate(Operator.NE, build.get(rounds), zero);
      IrOp fewer = build.set(rounds, build.operate(Operator.SUB, build.get(rounds), build.constant(type, 1)));
      List<IrOp> operations = new ArrayList<>(List.of(start, end));
      if (!(loop.step() instanceof IrOp.Constant)) {
        operations.add(build.set(step, loop.step()));
      }
      operations.add(build.set(rounds, rounds(build.get(counter), build.get(stop), stepValue, build)));
      operations.add(counting(loop, condition, counter, stepValue, List.of(fewer), build));
      return new IrOp.Sequence(operations, loop.span());
    }

    private static IrOp counting(
        IrOp.ForRange loop, IrOp condition, Variable counter, IrOp step, List<IrOp> further, IrBuilder build) {
      List<IrOp> before = new ArrayList<>();
      before.add(build.set(loop.variable(), build.get(counter)));
      before.add(build.set(counter, build.operate(Operator.ADD, build.get(counter), step)));
      before.addAll(further);
      return new IrOp.While(loop.label(), condition, build.sequence(before, loop.body()), loop.span());
    }

    /// How often the body runs. Differences of two integers fit the unsigned reading of their type.
    private static IrOp rounds(IrOp start, IrOp stop, IrOp step, IrBuilder build) {
      IrType type = start.type();
      IrOp.Constant zero = build.constant(type, 0);
      IrOp.Constant one = build.constant(type, 1);
      IrOp low;
      IrOp high;
      IrOp size;
      if (step instanceof IrOp.Constant constant && constant.value() instanceof Long value) {
        low = value > 0 ? start : stop;
        high = value > 0 ? stop : start;
        size = value > 0 ? step : build.constant(type, -value);
      } else {
        IrOp upwards = build.operate(Operator.SGT, step, zero);
        low = build.operate(Operator.SELECT, upwards, start, stop);
        high = build.operate(Operator.SELECT, upwards, stop, start);
        size = build.operate(Operator.SELECT, upwards, step, build.operate(Operator.NEG, step));
      }
      IrOp last = build.operate(Operator.SUB, build.operate(Operator.SUB, high, low), one);
      IrOp count = build.operate(Operator.ADD, build.operate(Operator.UDIV, last, size), one);
      return build.operate(Operator.SELECT, build.operate(Operator.SLT, low, high), count, zero);
    }
  }
}
