package io.codonj.core.passes.loops;

import io.codonj.api.ir.IrOp;
import io.codonj.api.ir.IrRewriter;
import java.util.List;

/// Adds a loop's body to the block that stands where a generator yielded.
final class BodyInPlace extends IrRewriter {
  private final String yielded;
  private final IrOp body;

  BodyInPlace(String yielded, IrOp body) {
    this.yielded = yielded;
    this.body = body;
  }

  @Override
  public IrOp rewrite(IrOp op) {
    if (op instanceof IrOp.Block(String label, IrOp value, var span) && label.equals(yielded)) {
      return new IrOp.Block(label, new IrOp.Sequence(List.of(value, body), span), span);
    }
    return rewriteChildren(op);
  }
}
