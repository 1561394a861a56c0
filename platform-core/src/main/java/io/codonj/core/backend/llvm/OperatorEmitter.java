package io.codonj.core.backend.llvm;

import static org.bytedeco.llvm.global.LLVM.*;

import io.codonj.api.ir.IrOp;
import io.codonj.api.ir.IrType;
import io.codonj.api.ir.Operator;
import org.bytedeco.llvm.LLVM.LLVMTypeRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

/// Arithmetic, comparisons and conversions.
final class OperatorEmitter {
  /// What `-ffast-math` allows here; NaN and infinity keep their meaning, since programs test for them.
  private static final int FAST =
      LLVMFastMathAllowReassoc
          | LLVMFastMathNoSignedZeros
          | LLVMFastMathAllowReciprocal
          | LLVMFastMathAllowContract
          | LLVMFastMathApproxFunc;

  private final FunctionEmitter function;
  private final Builder builder;
  private final boolean fast;

  OperatorEmitter(FunctionEmitter function) {
    this.function = function;
    this.builder = function.builder;
    this.fast = function.module.options.fastMath();
  }

  LLVMValueRef emit(IrOp.Operate operate) {
    LLVMValueRef[] operands = function.emitAll(operate.operands());
    if (!builder.reachable()) {
      return function.constants.poison(operate.type());
    }
    function.at(operate.span());
    return apply(operate.operator(), operate.type(), operands);
  }

  private LLVMValueRef apply(Operator operator, IrType type, LLVMValueRef[] x) {
    return switch (operator) {
      case ADD -> builder.binary(LLVMAdd, x[0], x[1]);
      case SUB -> builder.binary(LLVMSub, x[0], x[1]);
      case MUL -> builder.binary(LLVMMul, x[0], x[1]);
      case SDIV -> builder.binary(LLVMSDiv, x[0], x[1]);
      case UDIV -> builder.binary(LLVMUDiv, x[0], x[1]);
      case SREM -> builder.binary(LLVMSRem, x[0], x[1]);
      case UREM -> builder.binary(LLVMURem, x[0], x[1]);
      case SHL -> builder.binary(LLVMShl, x[0], x[1]);
      case ASHR -> builder.binary(LLVMAShr, x[0], x[1]);
      case LSHR -> builder.binary(LLVMLShr, x[0], x[1]);
      case AND -> builder.binary(LLVMAnd, x[0], x[1]);
      case OR -> builder.binary(LLVMOr, x[0], x[1]);
      case XOR -> builder.binary(LLVMXor, x[0], x[1]);
      case NEG -> LLVMBuildNeg(builder.handle, x[0], "");
      case NOT -> LLVMBuildNot(builder.handle, x[0], "");
      case FADD -> fast(builder.binary(LLVMFAdd, x[0], x[1]));
      case FSUB -> fast(builder.binary(LLVMFSub, x[0], x[1]));
      case FMUL -> fast(builder.binary(LLVMFMul, x[0], x[1]));
      case FDIV -> fast(builder.binary(LLVMFDiv, x[0], x[1]));
      case FREM -> fast(builder.binary(LLVMFRem, x[0], x[1]));
      case FNEG -> fast(LLVMBuildFNeg(builder.handle, x[0], ""));
      case EQ, NE, SLT, SLE, SGT, SGE, ULT, ULE, UGT, UGE -> builder.compare(predicate(operator), x[0], x[1]);
      case FEQ, FNE, FLT, FLE, FGT, FGE -> builder.compareFloats(floatPredicate(operator), x[0], x[1]);
      case SELECT -> TypeEmitter.isUnit(type) ? function.constants.unit() : builder.select(x[0], x[1], x[2]);
      case SEXT, ZEXT, TRUNC -> resize(operator, x[0], function.types.type(type));
      case SINT_TO_FLOAT -> builder.cast(LLVMSIToFP, x[0], function.types.type(type));
      case UINT_TO_FLOAT -> builder.cast(LLVMUIToFP, x[0], function.types.type(type));
      case FLOAT_TO_SINT -> builder.cast(LLVMFPToSI, x[0], function.types.type(type));
      case FLOAT_TO_UINT -> builder.cast(LLVMFPToUI, x[0], function.types.type(type));
      case FLOAT_EXTEND -> convert(LLVMFPExt, x[0], function.types.type(type));
      case FLOAT_TRUNC -> convert(LLVMFPTrunc, x[0], function.types.type(type));
      case POINTER_TO_INT -> builder.cast(LLVMPtrToInt, x[0], function.types.type(type));
      case INT_TO_POINTER -> builder.cast(LLVMIntToPtr, x[0], function.types.type(type));
      case BITCAST -> convert(LLVMBitCast, x[0], function.types.type(type));
    };
  }

  private LLVMValueRef fast(LLVMValueRef result) {
    if (fast && LLVMCanValueUseFastMathFlags(result) != 0) {
      LLVMSetFastMathFlags(result, FAST);
    }
    return result;
  }

  private LLVMValueRef resize(Operator operator, LLVMValueRef value, LLVMTypeRef type) {
    return convert(
        switch (operator) {
          case SEXT -> LLVMSExt;
          case ZEXT -> LLVMZExt;
          default -> LLVMTrunc;
        },
        value,
        type);
  }

  /// LLVM rejects conversions that change nothing; generic library code writes them.
  private LLVMValueRef convert(int opcode, LLVMValueRef value, LLVMTypeRef type) {
    return LLVMTypeOf(value).equals(type) ? value : builder.cast(opcode, value, type);
  }

  private static int predicate(Operator operator) {
    return switch (operator) {
      case EQ -> LLVMIntEQ;
      case NE -> LLVMIntNE;
      case SLT -> LLVMIntSLT;
      case SLE -> LLVMIntSLE;
      case SGT -> LLVMIntSGT;
      case SGE -> LLVMIntSGE;
      case ULT -> LLVMIntULT;
      case ULE -> LLVMIntULE;
      case UGT -> LLVMIntUGT;
      default -> LLVMIntUGE;
    };
  }

  /// Comparisons with NaN are false, but "not equal" is true.
  private static int floatPredicate(Operator operator) {
    return switch (operator) {
      case FEQ -> LLVMRealOEQ;
      case FNE -> LLVMRealUNE;
      case FLT -> LLVMRealOLT;
      case FLE -> LLVMRealOLE;
      case FGT -> LLVMRealOGT;
      default -> LLVMRealOGE;
    };
  }
}
