package @package@;

import io.codonj.api.ir.IrBuilder;
import io.codonj.api.ir.IrModule;
import io.codonj.api.ir.IrOp;
import io.codonj.api.ir.IrRewriter;
import io.codonj.api.ir.IrType;
import io.codonj.api.ir.Operator;
import io.codonj.api.pass.IrPass;
import io.codonj.api.pass.PassContext;
import java.util.List;

/// Multiplies integers by two with a shift.
///
/// ```
/// mul(%x, i64 2)   ->   shl(%x, i64 1)
/// ```
/// It does not fire for other factors or types.
final class DoubleByShift implements IrPass {
  @Override
  public String id() {
    return "double-by-shift";
  }

  @Override
  public IrModule run(IrModule module, PassContext context) {
    return new IrRewriter() {
      @Override
      public IrOp rewrite(IrOp op) {
        return switch (rewriteChildren(op)) {
          case IrOp.Operate product when isDoubling(product) -> doubled(product);
          case IrOp other -> other;
        };
      }
    }.rewriteModule(module);
  }

  private static boolean isDoubling(IrOp.Operate op) {
    return op.operator() == Operator.MUL && op.type().equals(IrType.I64)
        && op.operands().get(1) instanceof IrOp.Constant factor && factor.value().equals(2L);
  }

  private static IrOp doubled(IrOp.Operate product) {
    IrOp one = new IrBuilder(product.span()).constant(1);
    return new IrOp.Operate(Operator.SHL, IrType.I64, List.of(product.operands().getFirst(), one), product.span());
  }
}
