package io.codonj.core.passes.loops;

import io.codonj.api.ir.IrFunction;
import io.codonj.api.ir.IrModule;
import io.codonj.api.ir.IrOp;
import io.codonj.api.ir.IrType;
import io.codonj.api.ir.IrWalker;
import io.codonj.api.ir.Operator;
import io.codonj.api.ir.Variable;
import java.util.HashSet;
import java.util.Set;

/// What is known of the body of an innermost loop: whether lists keep their length and place while it runs, and
/// which values stay the same in all of its rounds.
final class LoopFacts extends IrWalker {
  static final String GET_ITEM = "list.__getitem__";
  static final String SET_ITEM = "list.__setitem__";

  /// Bodies are doubled; larger ones are left alone.
  private static final int LARGEST_BODY = 300;

  private final IrModule module;
  private final QuietCode quiet;
  private final Set<String> assigned = new HashSet<>();
  private final Set<String> addressTaken;
  private boolean disturbsLists;
  private boolean storesPointers;
  private int size;

  LoopFacts(IrModule module, QuietCode quiet, Set<String> addressTaken, IrOp.ForRange loop) {
    this.module = module;
    this.quiet = quiet;
    this.addressTaken = addressTaken;
    assigned.add(loop.variable().name());
    walk(loop.body());
  }

  /// The variables of a function whose address is taken, so that anything may write them.
  static Set<String> addressTaken(IrFunction function) {
    var found = new HashSet<String>();
    if (function.body() != null) {
      new IrWalker() {
        @Override
        public void walk(IrOp op) {
          if (op instanceof IrOp.VariableAddress address) {
            found.add(address.variable().name());
          }
          walkChildren(op);
        }
      }.walk(function.body());
    }
    return found;
  }

  boolean listsStay() {
    return !disturbsLists && size <= LARGEST_BODY;
  }

  /// May items or fields that hold references change?
  boolean storesPointers() {
    return storesPointers;
  }

  @Override
  public void walk(IrOp op) {
    size++;
    switch (op) {
      case IrOp.Constant _, IrOp.GetVariable _, IrOp.Load _, IrOp.Address _, IrOp.MakeStruct _, IrOp.Extract _,
          IrOp.Operate _, IrOp.Sequence _, IrOp.If _, IrOp.Block _, IrOp.Jump _, IrOp.Return _ -> {}
      case IrOp.SetVariable set -> {
        disturbsLists |= set.variable().scope() == Variable.Scope.GLOBAL;
        assigned.add(set.variable().name());
      }
      case IrOp.Intrinsic intrinsic -> disturbsLists |= !QuietCode.isQuietIntrinsic(intrinsic.name());
      case IrOp.Call call -> {
        if (isSetItem(call)) {
          storesPointers |= holdsPointers(call.arguments().get(2).type());
        } else {
          disturbsLists |= !isGetItem(call) && !quiet.isQuietCall(call);
        }
      }
      case IrOp.VariableAddress _, IrOp.Store _, IrOp.While _, IrOp.ForEach _, IrOp.ForRange _, IrOp.Try _,
          IrOp.Yield _, IrOp.Pipeline _, IrOp.Region _, IrOp.Extension _ -> disturbsLists = true;
    }
    if (!disturbsLists) {
      walkChildren(op);
    }
  }

  private static boolean holdsPointers(IrType type) {
    return switch (type) {
      case IrType.Int _, IrType.Float _, IrType.Unit _ -> false;
      case IrType.Struct struct -> struct.fields().stream().anyMatch(LoopFacts::holdsPointers);
      case IrType.Vector vector -> holdsPointers(vector.element());
      case IrType.Pointer _, IrType.Function _, IrType.Array _ -> true;
    };
  }

  /// `list.__getitem__(list, index)`.
  boolean isGetItem(IrOp.Call call) {
    return module.isCallOf(call, GET_ITEM)
        && call.arguments().size() == 2
        && call.arguments().get(1).type().equals(IrType.I64)
        && !(call.type() instanceof IrType.Unit);
  }

  /// `list.__setitem__(list, index, item)`.
  boolean isSetItem(IrOp.Call call) {
    return module.isCallOf(call, SET_ITEM)
        && call.arguments().size() == 3
        && call.arguments().get(1).type().equals(IrType.I64)
        && !(call.arguments().get(2).type() instanceof IrType.Unit);
  }

  boolean isInvariant(Variable variable) {
    return !assigned.contains(variable.name()) && !addressTaken.contains(variable.name());
  }

  /// An integer that is the same in all rounds and can be computed before the loop without harm.
  boolean isInvariantInteger(IrOp op) {
    return switch (op) {
      case IrOp.Constant(var _, Long _, var _) -> true;
      case IrOp.GetVariable(Variable variable, var _) -> variable.type().equals(IrType.I64) && isInvariant(variable);
      case IrOp.Operate operate ->
          (operate.operator() == Operator.ADD || operate.operator() == Operator.SUB || operate.operator() == Operator.MUL)
              && operate.operands().stream().allMatch(this::isInvariantInteger);
      default -> false;
    };
  }
}
