package io.codonj.core.passes.loops;

import io.codonj.api.ir.Intrinsics;
import io.codonj.api.ir.IrFunction;
import io.codonj.api.ir.IrModule;
import io.codonj.api.ir.IrOp;
import io.codonj.api.ir.Variable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Tells code that changes no memory and no global variable. It may read, raise, and not come back.
final class QuietCode {
  private static final Set<String> INTRINSICS =
      Set.of(Intrinsics.SIZE_OF, Intrinsics.EXPECT, Intrinsics.THROW, Intrinsics.UNREACHABLE);

  private final IrModule module;
  private final Map<String, Boolean> functions = new HashMap<>();

  QuietCode(IrModule module) {
    this.module = module;
  }

  boolean isQuietCall(IrOp.Call call) {
    IrFunction function = module.called(call);
    return function != null && isQuiet(function);
  }

  private boolean isQuiet(IrFunction function) {
    if (function.attributes().contains("noreturn")) {
      return true; // what it does before it raises nobody in the loop sees
    }
    if (function.body() == null) {
      return function.attributes().contains("pure");
    }
    if (function.generator() != null) {
      return false;
    }
    Boolean known = functions.get(function.name());
    if (known == null) {
      functions.put(function.name(), true); // recursion adds nothing
      known = isQuiet(function.body());
      functions.put(function.name(), known);
    }
    return known;
  }

  private boolean areQuiet(List<IrOp> operations) {
    return operations.stream().allMatch(this::isQuiet);
  }

  private boolean isQuiet(IrOp op) {
    return switch (op) {
      case IrOp.Constant _, IrOp.GetVariable _, IrOp.Jump _ -> true;
      case IrOp.SetVariable set -> set.variable().scope() != Variable.Scope.GLOBAL && isQuiet(set.value());
      case IrOp.Load load -> isQuiet(load.address());
      case IrOp.Address address -> isQuiet(address.base()) && areQuiet(address.path());
      case IrOp.MakeStruct make -> areQuiet(make.fields());
      case IrOp.Extract extract -> isQuiet(extract.struct());
      case IrOp.Operate operate -> areQuiet(operate.operands());
      case IrOp.Sequence sequence -> areQuiet(sequence.operations());
      case IrOp.If branch ->
          isQuiet(branch.condition()) && isQuiet(branch.whenTrue()) && isQuiet(branch.whenFalse());
      case IrOp.While loop -> isQuiet(loop.condition()) && isQuiet(loop.body());
      case IrOp.ForRange loop ->
          isQuiet(loop.start()) && isQuiet(loop.stop()) && isQuiet(loop.step()) && isQuiet(loop.body());
      case IrOp.Block block -> isQuiet(block.body());
      case IrOp.Return leave -> leave.value() == null || isQuiet(leave.value());
      case IrOp.Call call -> isQuietCall(call) && areQuiet(call.arguments());
      case IrOp.Intrinsic intrinsic -> isQuietIntrinsic(intrinsic.name()) && areQuiet(intrinsic.arguments());
      case IrOp.VariableAddress _, IrOp.Store _, IrOp.ForEach _, IrOp.Try _, IrOp.Yield _, IrOp.Pipeline _,
          IrOp.Region _, IrOp.Extension _ -> false;
    };
  }

  static boolean isQuietIntrinsic(String name) {
    boolean arithmetic =
        name.startsWith(Intrinsics.LLVM_PREFIX) && !name.startsWith("llvm.mem") && !name.contains("store");
    return arithmetic || INTRINSICS.contains(name);
  }
}
