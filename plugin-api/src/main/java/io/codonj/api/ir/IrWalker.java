package io.codonj.api.ir;

import io.codonj.api.ir.IrOp.Handler;
import io.codonj.api.ir.IrOp.Stage;
import java.util.List;

/// Visits a tree of operations in the order in which they are written.
///
/// Override [#walk] to look at operations; call [#walkChildren] to go on below one. [#variable] sees each mention
/// of a variable.
public abstract class IrWalker {

  public void walk(IrOp op) {
    walkChildren(op);
  }

  /// A mention of a variable: read, written, address taken, or bound by a loop, handler or stage.
  protected void variable(Variable variable) {}

  protected final void walkAll(List<? extends IrOp> operations) {
    for (int i = 0; i < operations.size(); i++) {
      walk(operations.get(i));
    }
  }

  protected final void walkChildren(IrOp op) {
    switch (op) {
      case IrOp.Constant _, IrOp.Jump _ -> {}
      case IrOp.GetVariable get -> variable(get.variable());
      case IrOp.SetVariable set -> {
        walk(set.value());
        variable(set.variable());
      }
      case IrOp.VariableAddress address -> variable(address.variable());
      case IrOp.Load load -> walk(load.address());
      case IrOp.Store store -> {
        walk(store.address());
        walk(store.value());
      }
      case IrOp.Address address -> {
        walk(address.base());
        walkAll(address.path());
      }
      case IrOp.MakeStruct make -> walkAll(make.fields());
      case IrOp.Extract extract -> walk(extract.struct());
      case IrOp.Operate operate -> walkAll(operate.operands());
      case IrOp.Call call -> {
        walk(call.callee());
        walkAll(call.arguments());
      }
      case IrOp.Intrinsic intrinsic -> walkAll(intrinsic.arguments());
      case IrOp.Sequence sequence -> walkAll(sequence.operations());
      case IrOp.If branch -> {
        walk(branch.condition());
        walk(branch.whenTrue());
        walk(branch.whenFalse());
      }
      case IrOp.While loop -> {
        walk(loop.condition());
        walk(loop.body());
      }
      case IrOp.ForEach loop -> {
        walk(loop.generator());
        variable(loop.variable());
        walk(loop.body());
      }
      case IrOp.ForRange loop -> {
        walk(loop.start());
        walk(loop.stop());
        walk(loop.step());
        variable(loop.variable());
        walk(loop.body());
      }
      case IrOp.Block block -> walk(block.body());
      case IrOp.Return result -> {
        if (result.value() != null) {
          walk(result.value());
        }
      }
      case IrOp.Try attempt -> walkTry(attempt);
      case IrOp.Yield yield -> walk(yield.value());
      case IrOp.Pipeline pipeline -> {
        walk(pipeline.source());
        for (Stage stage : pipeline.stages()) {
          variable(stage.variable());
          walk(stage.body());
        }
      }
      case IrOp.Region region -> {
        walkAll(region.arguments());
        walk(region.body());
      }
      case IrOp.Extension extension -> walkAll(extension.operands());
    }
  }

  private void walkTry(IrOp.Try attempt) {
    walk(attempt.body());
    for (Handler handler : attempt.handlers()) {
      variable(handler.variable());
      walk(handler.body());
    }
    if (attempt.finallyBody() != null) {
      walk(attempt.finallyBody());
    }
  }
}
