package io.codonj.api.ir;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Result types of [Operator]s and what operands they take. Every operator works on vectors lane by lane.
public final class OperatorTypes {
  private OperatorTypes() {}

  /// What an operator does to types.
  public enum Kind { INTEGER, FLOAT, INTEGER_COMPARISON, FLOAT_COMPARISON, SELECT, CONVERSION }

  public static Kind kind(Operator operator) {
    return switch (operator) {
      case ADD, SUB, MUL, SDIV, UDIV, SREM, UREM, SHL, ASHR, LSHR, AND, OR, XOR, NEG, NOT -> Kind.INTEGER;
      case FADD, FSUB, FMUL, FDIV, FREM, FNEG -> Kind.FLOAT;
      case EQ, NE, SLT, SLE, SGT, SGE, ULT, ULE, UGT, UGE -> Kind.INTEGER_COMPARISON;
      case FEQ, FNE, FLT, FLE, FGT, FGE -> Kind.FLOAT_COMPARISON;
      case SELECT -> Kind.SELECT;
      case SEXT, ZEXT, TRUNC, SINT_TO_FLOAT, UINT_TO_FLOAT, FLOAT_TO_SINT, FLOAT_TO_UINT, FLOAT_EXTEND, FLOAT_TRUNC,
          POINTER_TO_INT, INT_TO_POINTER, BITCAST -> Kind.CONVERSION;
    };
  }

  public static int operandCount(Operator operator) {
    return switch (operator) {
      case NEG, NOT, FNEG -> 1;
      case SELECT -> 3;
      default -> kind(operator) == Kind.CONVERSION ? 1 : 2;
    };
  }

  /// The result type that follows from the operands; null for conversions and wrong numbers of operands.
  public static @Nullable IrType implied(Operator operator, List<IrOp> operands) {
    if (operands.size() != operandCount(operator)) {
      return null;
    }
    return switch (kind(operator)) {
      case INTEGER, FLOAT -> typeOf(operands.getFirst());
      case INTEGER_COMPARISON, FLOAT_COMPARISON -> truth(typeOf(operands.getFirst()));
      case SELECT -> typeOf(operands.get(1));
      case CONVERSION -> null;
    };
  }

  /// The type of an operation that may be ill-formed: [IrOp#type()] of an extract from something that is no struct
  /// throws, but broken IR must be printable.
  private static IrType typeOf(IrOp op) {
    return switch (op) {
      case IrOp.Extract(var struct, var index, _) ->
          typeOf(struct) instanceof IrType.Struct(var fields) && index >= 0 && index < fields.size()
              ? fields.get(index)
              : IrType.UNIT;
      case IrOp.Sequence(var operations, _) -> operations.isEmpty() ? IrType.UNIT : typeOf(operations.getLast());
      case IrOp.Region region -> typeOf(region.body());
      default -> op.type();
    };
  }

  private static IrType truth(IrType operand) {
    return operand instanceof IrType.Vector vector ? new IrType.Vector(vector.lanes(), IrType.BOOL) : IrType.BOOL;
  }

  /// What is wrong with the types of an operation, or null.
  static @Nullable String problem(IrOp.Operate operate) {
    Operator operator = operate.operator();
    List<IrOp> operands = operate.operands();
    if (operands.size() != operandCount(operator)) {
      return operator.text() + " takes " + operandCount(operator) + " operands, not " + operands.size();
    }
    IrType first = operands.getFirst().type();
    IrType implied = implied(operator, operands);
    if (implied != null && !implied.equals(operate.type())) {
      return operator.text() + " has type " + implied + ", not " + operate.type();
    }
    return switch (kind(operator)) {
      case INTEGER -> sameOperands(operands) && isInteger(first) ? null : wrong(operator, operands);
      case FLOAT, FLOAT_COMPARISON -> sameOperands(operands) && isFloat(first) ? null : wrong(operator, operands);
      case INTEGER_COMPARISON ->
          sameOperands(operands) && (isInteger(first) || isPointer(first)) ? null : wrong(operator, operands);
      case SELECT -> {
        IrType second = operands.get(1).type();
        boolean fits = first.equals(IrType.BOOL) || first.equals(truth(second));
        yield fits && second.equals(operands.get(2).type()) ? null : wrong(operator, operands);
      }
      case CONVERSION -> converts(operator, lane(first), lane(operate.type()))
          ? null
          : operator.text() + " cannot make " + operate.type() + " of " + first;
    };
  }

  private static boolean converts(Operator operator, IrType from, IrType to) {
    return switch (operator) {
      case SEXT, ZEXT -> bits(from, true) > 0 && bits(to, true) > bits(from, true);
      case TRUNC -> bits(to, true) > 0 && bits(from, true) > bits(to, true);
      case SINT_TO_FLOAT, UINT_TO_FLOAT -> isInteger(from) && isFloat(to);
      case FLOAT_TO_SINT, FLOAT_TO_UINT -> isFloat(from) && isInteger(to);
      case FLOAT_EXTEND -> bits(from, false) > 0 && bits(to, false) > bits(from, false);
      case FLOAT_TRUNC -> bits(to, false) > 0 && bits(from, false) > bits(to, false);
      case POINTER_TO_INT -> isPointer(from) && isInteger(to);
      case INT_TO_POINTER -> isInteger(from) && isPointer(to);
      default -> true;
    };
  }

  private static int bits(IrType type, boolean integer) {
    return switch (type) {
      case IrType.Int(var bits) when integer -> bits;
      case IrType.Float(var bits) when !integer -> bits;
      default -> 0;
    };
  }

  private static boolean sameOperands(List<IrOp> operands) {
    return operands.size() == 1 || operands.getFirst().type().equals(operands.get(1).type());
  }

  private static String wrong(Operator operator, List<IrOp> operands) {
    return operator.text() + " cannot take " + operands.stream().map(op -> op.type().toString()).toList();
  }

  private static IrType lane(IrType type) {
    return type instanceof IrType.Vector vector ? vector.element() : type;
  }

  private static boolean isInteger(IrType type) {
    return lane(type) instanceof IrType.Int;
  }

  private static boolean isFloat(IrType type) {
    return lane(type) instanceof IrType.Float;
  }

  /// Function types are pointers as values.
  private static boolean isPointer(IrType type) {
    return lane(type) instanceof IrType.Pointer || type instanceof IrType.Function;
  }
}
