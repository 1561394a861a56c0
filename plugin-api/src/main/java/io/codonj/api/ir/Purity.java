package io.codonj.api.ir;

import java.util.List;
import java.util.Set;

/// Tells operations that only compute: no writes, calls, jumps, exceptions or allocations that anyone can see, so
/// they may be dropped when their value is not used. They may read variables and memory.
public final class Purity {
  private static final Set<String> PURE_INTRINSICS = Set.of(
      Intrinsics.ALLOCATE, Intrinsics.SIZE_OF, Intrinsics.EXPECT, Intrinsics.GENERATOR_VALUE,
      Intrinsics.GENERATOR_RESULT, Intrinsics.GENERATOR_DONE, Intrinsics.GENERATOR_STARTED);

  private Purity() {}

  public static boolean isPure(IrOp op, IrModule module) {
    return switch (op) {
      case IrOp.Constant _, IrOp.GetVariable _, IrOp.VariableAddress _ -> true;
      case IrOp.Load load -> isPure(load.address(), module);
      case IrOp.Address address -> isPure(address.base(), module) && allPure(address.path(), module);
      case IrOp.MakeStruct make -> allPure(make.fields(), module);
      case IrOp.Extract extract -> isPure(extract.struct(), module);
      case IrOp.Operate operate -> allPure(operate.operands(), module);
      case IrOp.Intrinsic intrinsic ->
          PURE_INTRINSICS.contains(intrinsic.name()) && allPure(intrinsic.arguments(), module);
      case IrOp.Call call ->
          module.called(call) instanceof IrFunction function
              && function.attributes().contains("pure")
              && function.attributes().contains("nounwind")
              && allPure(call.arguments(), module);
      case IrOp.Sequence sequence -> allPure(sequence.operations(), module);
      case IrOp.If branch ->
          isPure(branch.condition(), module)
              && isPure(branch.whenTrue(), module)
              && isPure(branch.whenFalse(), module);
      default -> false;
    };
  }

  public static boolean allPure(List<IrOp> operations, IrModule module) {
    for (IrOp operation : operations) {
      if (!isPure(operation, module)) {
        return false;
      }
    }
    return true;
  }
}
