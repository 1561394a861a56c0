package io.codonj.plugin.openmp;

import io.codonj.api.ir.IrBuilder;
import io.codonj.api.ir.IrOp;
import java.util.Optional;

/// How the values that threads found for one variable become one.
///
/// @param group updates of different groups do not go together: `add`, or the symbol of a method
/// @param identity what a thread begins with; empty when it begins with the first operand
record Reduction(String group, Optional<IrOp> identity, Combination combination) {

  /// One of the operands is what earlier rounds left, the other comes after it.
  interface Combination {
    IrOp of(IrBuilder build, IrOp left, IrOp right);
  }
}
