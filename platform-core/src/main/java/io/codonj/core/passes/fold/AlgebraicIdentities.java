package io.codonj.core.passes.fold;

import io.codonj.api.ir.IrModule;
import io.codonj.api.ir.IrOp;
import io.codonj.api.ir.IrType;
import io.codonj.api.ir.Operator;
import io.codonj.api.ir.Purity;
import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Simplifies integer operations of which one operand, or the shape of one, is known. Floats are left alone:
/// `x + 0.0` is not `x` for negative zero.
final class AlgebraicIdentities {
  private AlgebraicIdentities() {}

  static IrOp simplify(IrOp.Operate operate, IrModule module) {
    List<IrOp> operands = operate.operands();
    return switch (operate.operator()) {
      case NOT -> negated(operate, operands.getFirst());
      case NEG -> operands.getFirst() instanceof IrOp.Operate inner && inner.operator() == Operator.NEG
          ? inner.operands().getFirst()
          : operate;
      case SELECT -> select(operate, module);
      case ADD, OR, XOR -> neutral(operate, 0, true);
      case SUB, SHL, ASHR, LSHR -> neutral(operate, 0, false);
      case SDIV, UDIV -> operate.type().equals(IrType.BOOL) ? operate : neutral(operate, 1, false);
      case MUL -> isZeroTimes(operate, module) ? zero(operate) : neutral(operate, 1, true);
      case AND -> isZeroTimes(operate, module) ? zero(operate) : neutral(operate, -1, true);
      default -> operate;
    };
  }

  /// `x op neutral` is `x`, and so is `neutral op x` of commutative operators.
  private static IrOp neutral(IrOp.Operate operate, long neutral, boolean commutative) {
    if (is(operate.operands().get(1), neutral)) {
      return operate.operands().getFirst();
    }
    return commutative && is(operate.operands().getFirst(), neutral) ? operate.operands().get(1) : operate;
  }

  private static boolean isZeroTimes(IrOp.Operate operate, IrModule module) {
    return (is(operate.operands().getFirst(), 0) || is(operate.operands().get(1), 0))
        && Purity.allPure(operate.operands(), module);
  }

  private static IrOp zero(IrOp.Operate operate) {
    return new IrOp.Constant(operate.type(), 0L, operate.span());
  }

  /// All three operands are evaluated, so the one that is dropped must have no effect.
  private static IrOp select(IrOp.Operate operate, IrModule module) {
    IrOp whenTrue = operate.operands().get(1);
    IrOp whenFalse = operate.operands().get(2);
    if (!(operate.operands().getFirst() instanceof IrOp.Constant(_, Long condition, _))
        || !Purity.isPure(condition != 0 ? whenFalse : whenTrue, module)) {
      return operate;
    }
    return condition != 0 ? whenTrue : whenFalse;
  }

  private static IrOp negated(IrOp.Operate operate, IrOp operand) {
    if (!(operand instanceof IrOp.Operate inner)) {
      return operate;
    }
    if (inner.operator() == Operator.NOT) {
      return inner.operands().getFirst();
    }
    Operator opposite = opposite(inner.operator());
    return opposite == null || !operate.type().equals(IrType.BOOL)
        ? operate
        : new IrOp.Operate(opposite, inner.type(), inner.operands(), operate.span());
  }

  /// Comparisons of floats have no opposite: with NaN both `<` and `>=` are false.
  private static @Nullable Operator opposite(Operator comparison) {
    return switch (comparison) {
      case EQ -> Operator.NE;
      case NE -> Operator.EQ;
      case SLT -> Operator.SGE;
      case SGE -> Operator.SLT;
      case SGT -> Operator.SLE;
      case SLE -> Operator.SGT;
      case ULT -> Operator.UGE;
      case UGE -> Operator.ULT;
      case UGT -> Operator.ULE;
      case ULE -> Operator.UGT;
      default -> null;
    };
  }

  private static boolean is(IrOp op, long value) {
    return ConstantArithmetic.value(op) instanceof BigInteger number && number.equals(BigInteger.valueOf(value));
  }
}
