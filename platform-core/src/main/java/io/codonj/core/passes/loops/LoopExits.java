package io.codonj.core.passes.loops;

import io.codonj.api.ir.IrOp;
import io.codonj.api.ir.IrRewriter;

/// Turns jumps of a loop's body into exits of the blocks around it.
final class LoopExits extends IrRewriter {
  private final String loop;
  private final String left;
  private final String yielded;

  LoopExits(String loop, String left, String yielded) {
    this.loop = loop;
    this.left = left;
    this.yielded = yielded;
  }

  @Override
  public IrOp rewrite(IrOp op) {
    if (op instanceof IrOp.Jump(String label, IrOp.JumpKind kind, var span) && label.equals(loop)) {
      return new IrOp.Jump(kind == IrOp.JumpKind.BREAK ? left : yielded, IrOp.JumpKind.BREAK, span);
    }
    return rewriteChildren(op);
  }
}
