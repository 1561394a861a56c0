package org.example.demo;

import io.codonj.api.ir.IrBuilder;
import io.codonj.api.ir.IrOp;
import io.codonj.api.ir.IrType;
import io.codonj.api.ir.Operator;
import io.codonj.api.source.Span;
import java.util.List;

/// `demo.add_one(operand: i64) -> i64`.
record AddOne(IrOp operand, Span span) implements IrOp.Extension {
  static final String NAME = "demo.add_one";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public IrType type() {
    return IrType.I64;
  }

  @Override
  public List<IrOp> operands() {
    return List.of(operand);
  }

  @Override
  public IrOp.Extension withOperands(List<IrOp> operands) {
    return new AddOne(operands.getFirst(), span);
  }

  @Override
  public IrOp lower() {
    var build = new IrBuilder(span);
    return build.operate(Operator.ADD, operand, build.constant(1));
  }
}
