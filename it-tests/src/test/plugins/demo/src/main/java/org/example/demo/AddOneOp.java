package org.example.demo;

import io.codonj.api.ir.IrOp;
import io.codonj.api.ir.IrType;
import io.codonj.api.plugin.ExtensionOp;
import java.util.List;

/// Reads [AddOne] from the text of the IR.
final class AddOneOp implements ExtensionOp {
  @Override
  public String name() {
    return AddOne.NAME;
  }

  @Override
  public IrOp.Extension make(List<IrOp> operands, IrType type) {
    return new AddOne(operands.getFirst(), operands.getFirst().span());
  }
}
