package io.codonj.core.passes.loops;

import io.codonj.api.ir.FreshNames;
import io.codonj.api.ir.IrBuilder;
import io.codonj.api.ir.IrOp;
import io.codonj.api.ir.IrType;
import io.codonj.api.ir.Operator;
import io.codonj.api.ir.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The check before a loop: code that leaves in a variable whether every access lies within its list, and in others
/// where the items of each list are.
///
/// Each list is looked at only while everything was right so far, so nothing is read through a null or out of range.
final class BoundsCheck {
  private static final IrType.Struct LIST = IrType.Struct.of(IrType.PTR, IrType.I64, IrType.I64);
  private static final int DATA = 0;
  private static final int LENGTH = 1;

  /// Counters and distances beyond this are left to the other loop, so that their sums cannot overflow.
  private static final long LARGEST = 1L << 60;

  /// What is known of one list.
  private record Known(Variable data, Variable length) {}

  private final FreshNames names;
  private final IrBuilder build;
  private final Variable result;
  private final IrOp lowest;
  private final IrOp highest;
  private final List<IrOp> before = new ArrayList<>();
  private final List<IrOp> code = new ArrayList<>();
  private final Map<String, Known> lists = new HashMap<>();

  BoundsCheck(FreshNames names, IrBuilder build, Variable start, Variable stop, IrOp.ForRange loop) {
    this.names = names;
    this.build = build;
    this.result = names.local("within", IrType.BOOL);
    boolean up = loop.step() instanceof IrOp.Constant(var _, Long step, var _) && step > 0;
    this.lowest = up ? build.get(start) : build.operate(Operator.ADD, build.get(stop), build.constant(1));
    this.highest = up ? build.operate(Operator.SUB, build.get(stop), build.constant(1)) : build.get(start);
    before.add(build.set(result, build.operate(Operator.SLE, lowest, highest)));
    before.add(build.set(result, both(build.get(result), isModerate(lowest))));
    before.add(build.set(result, both(build.get(result), isModerate(highest))));
  }

  Variable result() {
    return result;
  }

  Variable data(ListPlace list) {
    return known(list).data();
  }

  IrOp code() {
    var all = new ArrayList<>(before);
    all.addAll(code);
    return new IrOp.Sequence(all, build.span());
  }

  void add(ListAccesses.Access access) {
    Known list = known(access.list());
    IrOp distance = access.distance();
    IrOp first = distance == null ? lowest : build.operate(Operator.ADD, lowest, distance);
    IrOp last = distance == null ? highest : build.operate(Operator.ADD, highest, distance);
    IrOp within =
        both(
            build.operate(Operator.SGE, first, build.constant(0)),
            build.operate(Operator.SLT, last, build.get(list.length())));
    code.add(require(distance == null ? within : both(isModerate(distance), within)));
  }

  private Known known(ListPlace list) {
    Known known = lists.get(list.key());
    if (known == null) {
      known = new Known(names.local("items", IrType.PTR), names.local("length", IrType.I64));
      lists.put(list.key(), known);
      before.add(build.set(known.data(), build.zero(IrType.PTR)));
      before.add(build.set(known.length(), build.constant(0)));
      find(list, known);
    }
    return known;
  }

  private void find(ListPlace list, Known known) {
    switch (list) {
      case ListPlace.InVariable(Variable variable) -> code.add(whileRight(read(build.get(variable), known)));
      case ListPlace.InField(Variable object, IrOp.Load load) -> {
        Variable field = names.local("list", IrType.PTR);
        code.add(require(notNull(build.get(object))));
        code.add(whileRight(build.sequence(build.set(field, load), read(build.get(field), known))));
      }
      case ListPlace.InList(ListPlace outer, IrOp index) -> {
        Known around = known(outer);
        Variable item = names.local("list", IrType.PTR);
        code.add(
            require(
                both(
                    build.operate(Operator.SGE, index, build.constant(0)),
                    build.operate(Operator.SLT, index, build.get(around.length())))));
        IrOp load = build.load(IrType.PTR, build.element(build.get(around.data()), IrType.PTR, index));
        code.add(whileRight(build.sequence(build.set(item, load), read(build.get(item), known))));
      }
    }
  }

  /// Reads the header of a list unless it is null, as optional lists may be.
  private IrOp read(IrOp list, Known known) {
    IrOp header =
        build.sequence(
            build.set(known.data(), build.load(IrType.PTR, build.field(list, LIST, DATA))),
            build.set(known.length(), build.load(IrType.I64, build.field(list, LIST, LENGTH))));
    return build.when(notNull(list), header, build.set(result, build.constant(false)));
  }

  private IrOp notNull(IrOp pointer) {
    return build.operate(Operator.NE, pointer, build.zero(IrType.PTR));
  }

  private IrOp whileRight(IrOp work) {
    return build.when(build.get(result), work, build.nothing());
  }

  private IrOp require(IrOp condition) {
    return build.set(result, both(build.get(result), condition));
  }

  private IrOp isModerate(IrOp number) {
    return both(
        build.operate(Operator.SGT, number, build.constant(-LARGEST)),
        build.operate(Operator.SLT, number, build.constant(LARGEST)));
  }

  private IrOp both(IrOp left, IrOp right) {
    return build.operate(Operator.AND, left, right);
  }
}
