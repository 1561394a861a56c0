package io.codonj.core.passes.fold;

import io.codonj.api.ir.IrOp;
import io.codonj.api.ir.IrType;
import io.codonj.api.ir.Operator;
import io.codonj.api.ir.OperatorTypes;
import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Computes operators over constants exactly as the machine would. Integers are taken as signed numbers of their
/// width and wrapped again; results that are undefined on the machine (division by zero, oversized shifts, floats
/// out of range) are not computed.
final class ConstantArithmetic {
  private ConstantArithmetic() {}

  /// The value of the operation as a constant's value, or null when it is not known.
  static @Nullable Object fold(IrOp.Operate operate) {
    List<IrOp> operands = operate.operands();
    Object first = value(operands.getFirst());
    Object second = operands.size() > 1 ? value(operands.get(1)) : null;
    Operator operator = operate.operator();
    return switch (OperatorTypes.kind(operator)) {
      case INTEGER -> first instanceof BigInteger a && operate.type() instanceof IrType.Int(var bits)
          ? constant(integer(operator, a, second instanceof BigInteger b ? b : null, bits), bits)
          : null;
      case INTEGER_COMPARISON -> first instanceof BigInteger a && second instanceof BigInteger b
          ? truth(compare(operator, a, b, ((IrType.Int) operands.getFirst().type()).bits()))
          : null;
      case FLOAT -> first instanceof Double a
          ? rounded(floating(operator, a, second instanceof Double b ? b : null), operate.type())
          : null;
      case FLOAT_COMPARISON -> first instanceof Double a && second instanceof Double b
          ? truth(compare(operator, a, b))
          : null;
      case CONVERSION -> first == null ? null : convert(operator, first, operands.getFirst().type(), operate.type());
      case SELECT -> null;
    };
  }

  /// A signed BigInteger, a Double, or null for everything else.
  static @Nullable Object value(IrOp op) {
    if (!(op instanceof IrOp.Constant constant)) {
      return null;
    }
    Object value = constant.value() == IrOp.Filler.ZERO ? (Object) 0L : constant.value();
    return switch (constant.type()) {
      case IrType.Int(var bits) -> switch (value) {
        case Long number -> signed(BigInteger.valueOf(number), bits);
        case BigInteger number -> signed(number, bits);
        default -> null;
      };
      case IrType.Float(var bits) when bits == 32 || bits == 64 -> switch (value) {
        case Double number -> number;
        case Long _ -> 0.0;
        default -> null;
      };
      default -> null;
    };
  }

  private static @Nullable BigInteger integer(Operator operator, BigInteger a, @Nullable BigInteger second, int bits) {
    if (operator == Operator.NEG) {
      return a.negate();
    }
    if (operator == Operator.NOT) {
      return a.not();
    }
    if (second == null) {
      return null;
    }
    BigInteger b = second;
    return switch (operator) {
      case ADD -> a.add(b);
      case SUB -> a.subtract(b);
      case MUL -> a.multiply(b);
      case SDIV -> divides(a, b, bits) ? a.divide(b) : null;
      case SREM -> divides(a, b, bits) ? a.remainder(b) : null;
      case UDIV -> b.signum() == 0 ? null : unsigned(a, bits).divide(unsigned(b, bits));
      case UREM -> b.signum() == 0 ? null : unsigned(a, bits).remainder(unsigned(b, bits));
      case SHL -> shifts(b, bits) ? a.shiftLeft(b.intValue()) : null;
      case ASHR -> shifts(b, bits) ? a.shiftRight(b.intValue()) : null;
      case LSHR -> shifts(b, bits) ? unsigned(a, bits).shiftRight(b.intValue()) : null;
      case AND -> a.and(b);
      case OR -> a.or(b);
      case XOR -> a.xor(b);
      default -> null;
    };
  }

  private static boolean divides(BigInteger a, BigInteger b, int bits) {
    boolean overflows = b.equals(BigInteger.ONE.negate()) && a.equals(BigInteger.ONE.shiftLeft(bits - 1).negate());
    return b.signum() != 0 && !overflows;
  }

  private static boolean shifts(BigInteger count, int bits) {
    return count.signum() >= 0 && count.compareTo(BigInteger.valueOf(bits)) < 0;
  }

  private static boolean compare(Operator operator, BigInteger a, BigInteger b, int bits) {
    int order = switch (operator) {
      case ULT, ULE, UGT, UGE -> unsigned(a, bits).compareTo(unsigned(b, bits));
      default -> a.compareTo(b);
    };
    return switch (operator) {
      case EQ -> order == 0;
      case NE -> order != 0;
      case SLT, ULT -> order < 0;
      case SLE, ULE -> order <= 0;
      case SGT, UGT -> order > 0;
      default -> order >= 0;
    };
  }

  private static @Nullable Double floating(Operator operator, double a, @Nullable Double b) {
    if (operator == Operator.FNEG) {
      return -a;
    }
    if (b == null) {
      return null;
    }
    return switch (operator) {
      case FADD -> a + b;
      case FSUB -> a - b;
      case FMUL -> a * b;
      case FDIV -> a / b;
      case FREM -> a % b;
      default -> null;
    };
  }

  private static boolean compare(Operator operator, double a, double b) {
    return switch (operator) {
      case FEQ -> a == b;
      case FNE -> a != b;
      case FLT -> a < b;
      case FLE -> a <= b;
      case FGT -> a > b;
      default -> a >= b;
    };
  }

  private static @Nullable Object convert(Operator operator, Object value, IrType from, IrType to) {
    if (value instanceof BigInteger number && from instanceof IrType.Int(var fromBits)) {
      return switch (operator) {
        case SEXT, TRUNC -> to instanceof IrType.Int(var bits) ? constant(number, bits) : null;
        case ZEXT -> to instanceof IrType.Int(var bits) ? constant(unsigned(number, fromBits), bits) : null;
        case SINT_TO_FLOAT -> nearest(number, to);
        case UINT_TO_FLOAT -> nearest(unsigned(number, fromBits), to);
        case BITCAST -> fromBits == 64 && to.equals(IrType.F64) ? Double.longBitsToDouble(number.longValue()) : null;
        default -> null;
      };
    }
    if (value instanceof Double number) {
      return switch (operator) {
        case FLOAT_EXTEND, FLOAT_TRUNC -> rounded(number, to);
        case FLOAT_TO_SINT -> to instanceof IrType.Int(var bits) && Math.abs(number) < Math.scalb(1.0, bits - 1)
            ? constant(new java.math.BigDecimal(number).toBigInteger(), bits)
            : null;
        case BITCAST -> from.equals(IrType.F64) && to.equals(IrType.I64) ? Double.doubleToRawLongBits(number) : null;
        default -> null;
      };
    }
    return null;
  }

  private static @Nullable Double nearest(BigInteger number, IrType type) {
    return switch (type) {
      case IrType.Float(var bits) when bits == 64 -> number.doubleValue();
      case IrType.Float(var bits) when bits == 32 -> (double) number.floatValue();
      default -> null;
    };
  }

  /// Arithmetic of doubles rounded to float is that of floats: a double has more than twice a float's digits.
  private static @Nullable Double rounded(@Nullable Double value, IrType type) {
    return switch (type) {
      case IrType.Float(var bits) when value != null && bits == 64 -> value;
      case IrType.Float(var bits) when value != null && bits == 32 -> (double) value.floatValue();
      default -> null;
    };
  }

  private static long truth(boolean value) {
    return value ? 1 : 0;
  }

  /// The value of a constant of this width: truth values are 0 and 1, other integers signed.
  private static @Nullable Object constant(@Nullable BigInteger value, int bits) {
    if (value == null) {
      return null;
    }
    BigInteger wrapped = bits == 1 ? unsigned(value, 1) : signed(value, bits);
    return bits <= 64 ? (Object) wrapped.longValue() : wrapped;
  }

  private static BigInteger signed(BigInteger value, int bits) {
    BigInteger unsigned = unsigned(value, bits);
    return unsigned.testBit(bits - 1) ? unsigned.subtract(BigInteger.ONE.shiftLeft(bits)) : unsigned;
  }

  private static BigInteger unsigned(BigInteger value, int bits) {
    return value.and(BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE));
  }
}
