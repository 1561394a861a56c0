package io.codonj.core.passes.loops;

import io.codonj.api.ir.FreshNames;
import io.codonj.api.ir.IrBuilder;
import io.codonj.api.ir.IrFunction;
import io.codonj.api.ir.IrModule;
import io.codonj.api.ir.IrOp;
import io.codonj.api.ir.IrType;
import io.codonj.api.ir.IrWalker;
import io.codonj.api.ir.Operator;
import io.codonj.api.ir.Variable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Knows before a loop how many rounds it will have.
final class LoopLength {
  private static final String LIST_LOOP = "list.__iter__";
  private static final String TEXT_LOOP = "str.__iter__";
  private static final String ENUMERATE = "builtins.enumerate";
  private static final IrType.Struct LIST = IrType.Struct.of(IrType.PTR, IrType.I64, IrType.I64);
  private static final int LENGTH = 1;

  /// Of the second word of a text, the bits below its length.
  private static final int KIND_BITS = 2;

  /// The loop with its bounds or source kept in variables that `before` sets, and the number of rounds.
  record Measured(List<IrOp> before, IrOp count, IrOp loop) {}

  private final IrModule module;

  LoopLength(IrModule module) {
    this.module = module;
  }

  @Nullable Measured measure(IrOp op, FreshNames names, IrBuilder build) {
    return switch (op) {
      case IrOp.ForRange loop
          when loop.step() instanceof IrOp.Constant(var _, Long step, var _)
              && step == 1
              && loop.variable().type().equals(IrType.I64) ->
          overRange(loop, names, build);
      case IrOp.ForEach loop when loop.generator() instanceof IrOp.Call call && !call.arguments().isEmpty() ->
          overSource(loop, call, names, build);
      default -> null;
    };
  }

  private static Measured overRange(IrOp.ForRange loop, FreshNames names, IrBuilder build) {
    Variable start = names.local("start", IrType.I64);
    Variable stop = names.local("stop", IrType.I64);
    return new Measured(
        List.of(build.set(start, loop.start()), build.set(stop, loop.stop())),
        build.operate(Operator.SUB, build.get(stop), build.get(start)),
        new IrOp.ForRange(
            loop.label(), loop.variable(), build.get(start), build.get(stop), loop.step(), loop.body(), loop.span()));
  }

  private @Nullable Measured overSource(IrOp.ForEach loop, IrOp.Call call, FreshNames names, IrBuilder build) {
    IrOp source = call.arguments().getFirst();
    Variable kept = names.local("source", source.type());
    IrOp count;
    if (iterates(call, LIST_LOOP)) {
      count = build.load(IrType.I64, build.field(build.get(kept), LIST, LENGTH));
    } else if (iterates(call, TEXT_LOOP)) {
      count = build.operate(Operator.LSHR, build.extract(build.get(kept), LENGTH), build.constant(KIND_BITS));
    } else {
      return null;
    }
    List<IrOp> arguments = new ArrayList<>(call.arguments());
    arguments.set(0, build.get(kept));
    IrOp generator = new IrOp.Call(call.callee(), call.signature(), arguments, call.span());
    return new Measured(
        List.of(build.set(kept, source)),
        count,
        new IrOp.ForEach(
            loop.label(), loop.variable(), loop.yielded(), generator, loop.owned(), loop.body(), loop.span()));
  }

  /// A call of the generator, or of `enumerate` for what the generator goes through.
  private boolean iterates(IrOp.Call call, String definition) {
    if (module.isCallOf(call, definition)) {
      return true;
    }
    IrFunction function = module.called(call);
    if (function == null || function.body() == null || !function.isInstanceOf(ENUMERATE)) {
      return false;
    }
    var found = new boolean[1];
    new IrWalker() {
      @Override
      public void walk(IrOp op) {
        found[0] |= op instanceof IrOp.ForEach loop && module.isCallOf(loop.generator(), definition);
        walkChildren(op);
      }
    }.walk(function.body());
    return found[0];
  }
}
