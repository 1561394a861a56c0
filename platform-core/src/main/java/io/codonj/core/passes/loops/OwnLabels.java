package io.codonj.core.passes.loops;

import io.codonj.api.ir.FreshNames;
import io.codonj.api.ir.IrOp;
import io.codonj.api.ir.IrRewriter;
import java.util.HashMap;
import java.util.Map;

/// Gives the loops and blocks within copied code labels of their own.
final class OwnLabels extends IrRewriter {
  private final FreshNames names;
  private final Map<String, String> labels = new HashMap<>();

  OwnLabels(FreshNames names) {
    this.names = names;
  }

  /// The new labels by the old ones.
  Map<String, String> renamed() {
    return labels;
  }

  @Override
  public IrOp rewrite(IrOp op) {
    return switch (op) {
      case IrOp.While loop ->
          new IrOp.While(label(loop.label()), rewrite(loop.condition()), rewrite(loop.body()), loop.span());
      case IrOp.ForEach loop ->
          new IrOp.ForEach(
              label(loop.label()), loop.variable(), loop.yielded(), rewrite(loop.generator()), loop.owned(),
              rewrite(loop.body()), loop.span());
      case IrOp.ForRange loop ->
          new IrOp.ForRange(
              label(loop.label()), loop.variable(), rewrite(loop.start()), rewrite(loop.stop()), rewrite(loop.step()),
              rewrite(loop.body()), loop.span());
      case IrOp.Block block -> new IrOp.Block(label(block.label()), rewrite(block.body()), block.span());
      case IrOp.Jump jump -> new IrOp.Jump(labels.getOrDefault(jump.label(), jump.label()), jump.kind(), jump.span());
      case IrOp other -> rewriteChildren(other);
    };
  }

  private String label(String old) {
    return labels.computeIfAbsent(old, names::label);
  }
}
