package io.codonj.api.ir;

/// Pure machine operations of [IrOp.Operate]. Integer operations wrap; shifts by the width or more are undefined.
public enum Operator {
  ADD, SUB, MUL, SDIV, UDIV, SREM, UREM, SHL, ASHR, LSHR, AND, OR, XOR, NEG, NOT,
  FADD, FSUB, FMUL, FDIV, FREM, FNEG,
  EQ, NE, SLT, SLE, SGT, SGE, ULT, ULE, UGT, UGE,
  FEQ, FNE, FLT, FLE, FGT, FGE,
  /// `select condition whenTrue whenFalse`, all evaluated.
  SELECT,
  /// Conversions to the type of the operation.
  SEXT, ZEXT, TRUNC, SINT_TO_FLOAT, UINT_TO_FLOAT, FLOAT_TO_SINT, FLOAT_TO_UINT, FLOAT_EXTEND, FLOAT_TRUNC,
  POINTER_TO_INT, INT_TO_POINTER, BITCAST;

  /// The word of the textual form.
  public String text() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
