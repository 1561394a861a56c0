package io.codonj.core.passes.loops;

import io.codonj.api.ir.IrFunction;
import io.codonj.api.ir.IrOp;
import io.codonj.api.ir.IrType;
import io.codonj.api.ir.IrWalker;
import org.jspecify.annotations.Nullable;

/// Finds out whether the code of a generator can stand in the place of a loop over it.
final class GeneratorShape extends IrWalker {
  /// Larger generators gain little.
  private static final int LARGEST = 400;

  private int yields;
  private int size;
  private boolean otherwise;

  private GeneratorShape() {}

  /// How often it yields when nobody expects a value back and nothing depends on being suspended, else 0.
  static int yields(IrFunction generator) {
    if (generator.generator() == null || generator.body() == null
        || !(generator.generator().received() instanceof IrType.Unit)) {
      return 0;
    }
    var shape = new GeneratorShape();
    shape.walk(generator.body());
    return !shape.otherwise && shape.size <= LARGEST ? shape.yields : 0;
  }

  static int size(IrOp op) {
    var shape = new GeneratorShape();
    shape.walk(op);
    return shape.size;
  }

  /// What a function returns that does nothing else; null for others.
  static @Nullable IrOp onlyResult(IrFunction function) {
    IrOp body = function.body();
    while (body instanceof IrOp.Sequence sequence && sequence.operations().size() == 1) {
      body = sequence.operations().getFirst();
    }
    return body instanceof IrOp.Return result ? result.value() : null;
  }

  @Override
  public void walk(IrOp op) {
    size++;
    switch (op) {
      case IrOp.Yield _ -> yields++;
      case IrOp.Try _, IrOp.Pipeline _, IrOp.Region _, IrOp.Extension _, IrOp.VariableAddress _ -> otherwise = true;
      default -> {}
    }
    walkChildren(op);
  }
}
