package io.codonj.plugin.openmp;

import io.codonj.api.ir.FreshNames;
import io.codonj.api.ir.IrBuilder;
import io.codonj.api.ir.IrModule;
import io.codonj.api.ir.IrOp;
import io.codonj.api.ir.IrType;
import io.codonj.api.ir.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The loop within a region, and what is to be done before it.
///
/// ```
/// foreach #l %x: T in call @list.__iter__(%values) owned { body }
///   ->  %list = %values
///       %length = length of %list
///       for #l %index in range(0, %length, 1) { %x = element %index of %list  body }
/// ```
/// A parallel loop runs over the elements that the list has at its start.
record LoopShape(List<IrOp> before, IrOp loop) {
  private static final IrType.Struct LIST = IrType.Struct.of(IrType.PTR, IrType.I64, IrType.I64);
  private static final int DATA = 0;
  private static final int LENGTH = 1;

  /// The last operation, if it is a loop over a range, a list, or a generator.
  static Optional<LoopShape> of(IrOp op, IrModule module, FreshNames names) {
    var before = new ArrayList<IrOp>();
    IrOp last = op;
    while (last instanceof IrOp.Sequence sequence && !sequence.operations().isEmpty()) {
      before.addAll(sequence.operations().subList(0, sequence.operations().size() - 1));
      last = sequence.operations().getLast();
    }
    if (last instanceof IrOp.ForEach loop && isList(loop, module)) {
      last = overIndex(loop, before, names);
    }
    return last instanceof IrOp.ForRange || last instanceof IrOp.ForEach
        ? Optional.of(new LoopShape(before, last)) : Optional.empty();
  }

  private static boolean isList(IrOp.ForEach loop, IrModule module) {
    return !(loop.yielded() instanceof IrType.Unit) && module.isCallOf(loop.generator(), "list.__iter__");
  }

  private static IrOp overIndex(IrOp.ForEach loop, List<IrOp> before, FreshNames names) {
    var build = new IrBuilder(loop.span());
    Variable list = names.local("list", IrType.PTR);
    Variable length = names.local("length", IrType.I64);
    Variable index = names.local("index", IrType.I64);
    before.add(build.set(list, ((IrOp.Call) loop.generator()).arguments().getFirst()));
    before.add(build.set(length, build.load(IrType.I64, build.field(build.get(list), LIST, LENGTH))));
    IrOp data = build.load(IrType.PTR, build.field(build.get(list), LIST, DATA));
    IrOp item = build.load(loop.yielded(), build.element(data, loop.yielded(), build.get(index)));
    IrOp body = build.sequence(List.of(build.set(loop.variable(), item)), loop.body());
    return new IrOp.ForRange(
        loop.label(), index, build.constant(0), build.get(length), build.constant(1), body, loop.span());
  }
}
