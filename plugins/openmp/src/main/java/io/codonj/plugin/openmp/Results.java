package io.codonj.plugin.openmp;

import io.codonj.api.ir.FreshNames;
import io.codonj.api.ir.Intrinsics;
import io.codonj.api.ir.IrBuilder;
import io.codonj.api.ir.IrOp;
import io.codonj.api.ir.IrType;
import io.codonj.api.ir.Operator;
import io.codonj.api.ir.Variable;
import java.util.ArrayList;
import java.util.List;

/// What threads hand over at the end: a record for each of them, which the thread that started the loop goes through
/// in order. So sums of floats come out the same for the same number of threads and a static schedule.
///
/// ```
/// {rounds, value and, where there is one, mark of each kept variable}
/// ```
/// `rounds` is the last round that the thread ran, from 1; 0 means none.
final class Results {
  private final List<KeptVariable> kept;
  private final IrType.Struct record;
  private final Variable slots;
  private final Variable limit;
  private final FreshNames names;

  Results(List<KeptVariable> kept, FreshNames names) {
    this.kept = kept;
    this.names = names;
    var fields = new ArrayList<IrType>();
    fields.add(IrType.I64);
    for (KeptVariable variable : kept) {
      fields.add(variable.own().type());
      variable.mark().ifPresent(mark -> fields.add(mark.type()));
    }
    record = new IrType.Struct(fields);
    slots = names.local("slots", IrType.PTR);
    limit = names.local("limit", IrType.I64);
  }

  boolean areEmpty() {
    return kept.isEmpty();
  }

  /// Makes room for `threads` records, or the default number if that is 0.
  IrOp prepare(IrOp threads, RuntimeFunctions runtime, IrBuilder build) {
    IrOp size = new IrOp.Intrinsic(
        Intrinsics.SIZE_OF, List.of(record), IrType.I64, List.of(), build.span());
    return build.sequence(
        build.set(limit, build.call(runtime.limit(), threads)),
        build.set(slots, build.call(runtime.slots(), build.get(limit), size)));
  }

  /// What the thread's own variables hold before its first round.
  List<IrOp> begin(IrBuilder build) {
    var operations = new ArrayList<IrOp>();
    for (KeptVariable variable : kept) {
      variable.reduction().flatMap(Reduction::identity)
          .ifPresent(identity -> operations.add(build.set(variable.own(), identity)));
      if (variable.begins()) {
        operations.add(build.set(variable.own(), build.get(variable.outer())));
      }
      variable.mark().ifPresent(mark -> operations.add(build.set(mark, build.zero(mark.type()))));
    }
    return operations;
  }

  /// Fills the thread's record; a thread does this once.
  IrOp handOver(IrOp number, IrOp rounds, IrBuilder build) {
    var fields = new ArrayList<IrOp>();
    fields.add(rounds);
    for (KeptVariable variable : kept) {
      fields.add(build.get(variable.own()));
      variable.mark().ifPresent(mark -> fields.add(build.get(mark)));
    }
    return build.store(slot(number, build), new IrOp.MakeStruct(record, fields, build.span()));
  }

  /// Adds to the thread's record, which other tasks on the same thread may have filled.
  IrOp addTo(IrOp number, Variable round, IrBuilder build) {
    Variable mine = names.local("slot", IrType.PTR);
    var operations = new ArrayList<IrOp>();
    int field = 1;
    for (KeptVariable variable : kept) {
      IrOp target = build.field(build.get(mine), record, field);
      IrOp held = build.load(variable.own().type(), target);
      IrOp value = build.get(variable.own());
      if (variable.mark().isPresent()) {
        Variable mark = variable.mark().get();
        IrOp markTarget = build.field(build.get(mine), record, field + 1);
        IrOp heldMark = build.load(mark.type(), markTarget);
        IrOp store = build.sequence(build.store(target, value), build.store(markTarget, build.get(mark)));
        operations.add(
            variable.isMarkedReduction()
                ? build.when(
                    build.get(mark),
                    build.when(heldMark, build.store(target, combine(variable, held, value, build)), store),
                    build.nothing())
                : build.when(build.operate(Operator.SGT, build.get(mark), heldMark), store, build.nothing()));
      } else if (variable.reduction().isPresent()) {
        operations.add(build.store(target, combine(variable, held, value, build)));
      } else {
        IrOp later = build.operate(Operator.SGT, build.get(round), build.load(IrType.I64, build.get(mine)));
        operations.add(build.when(later, build.store(target, value), build.nothing()));
      }
      field += variable.mark().isPresent() ? 2 : 1;
    }
    IrOp done = build.load(IrType.I64, build.get(mine));
    operations.add(
        build.when(
            build.operate(Operator.SGT, build.get(round), done), build.store(build.get(mine), build.get(round)),
            build.nothing()));
    IrOp first = handOver(number, build.get(round), build);
    return build.sequence(
        build.set(mine, slot(number, build)),
        build.when(
            build.operate(Operator.EQ, build.load(IrType.I64, build.get(mine)), build.constant(0)), first,
            new IrOp.Sequence(operations, build.span())));
  }

  /// Brings the records together in the variables of the surroundings.
  IrOp collect(IrBuilder build) {
    Variable number = names.local("thread", IrType.I64);
    Variable mine = names.local("slot", IrType.PTR);
    Variable latest = names.local("latest", IrType.I64);
    var before = new ArrayList<IrOp>();
    before.add(build.set(latest, build.constant(0)));
    var operations = new ArrayList<IrOp>();
    IrOp rounds = build.load(IrType.I64, build.get(mine));
    int field = 1;
    for (KeptVariable variable : kept) {
      IrOp value = build.load(variable.own().type(), build.field(build.get(mine), record, field));
      IrOp take = build.set(variable.outer(), value);
      if (variable.reduction().isPresent()) {
        IrOp combined =
            build.set(variable.outer(), combine(variable, build.get(variable.outer()), value, build));
        operations.add(
            variable.mark().isPresent() ? build.when(mark(mine, field, variable, build), combined, build.nothing()) : combined);
      } else if (variable.mark().isPresent()) {
        Variable last = names.local("last", IrType.I64);
        before.add(build.set(last, build.constant(0)));
        IrOp later = build.operate(Operator.SGT, mark(mine, field, variable, build), build.get(last));
        operations.add(
            build.when(
                later, build.sequence(take, build.set(last, mark(mine, field, variable, build))), build.nothing()));
      } else {
        operations.add(build.when(build.operate(Operator.SGT, rounds, build.get(latest)), take, build.nothing()));
      }
      field += variable.mark().isPresent() ? 2 : 1;
    }
    operations.add(
        build.when(
            build.operate(Operator.SGT, rounds, build.get(latest)), build.set(latest, rounds), build.nothing()));
    IrOp some = build.operate(Operator.NE, rounds, build.constant(0));
    IrOp body = build.sequence(
        build.set(mine, slot(build.get(number), build)),
        build.when(some, new IrOp.Sequence(operations, build.span()), build.nothing()));
    return build.sequence(
        before,
        new IrOp.ForRange(
            names.label("threads"), number, build.constant(0), build.get(limit), build.constant(1), body, build.span()));
  }

  private IrOp mark(Variable slot, int field, KeptVariable variable, IrBuilder build) {
    return build.load(variable.mark().orElseThrow().type(), build.field(build.get(slot), record, field + 1));
  }

  private static IrOp combine(KeptVariable variable, IrOp left, IrOp right, IrBuilder build) {
    return variable.reduction().orElseThrow().combination().of(build, left, right);
  }

  private IrOp slot(IrOp number, IrBuilder build) {
    return build.element(build.get(slots), record, number);
  }
}
