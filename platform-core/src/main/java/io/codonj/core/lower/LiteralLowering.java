package io.codonj.core.lower;

import io.codonj.api.diagnostic.CompilerBug;
import io.codonj.api.ir.IrOp;
import io.codonj.api.ir.IrType;
import io.codonj.api.source.Span;
import io.codonj.core.typed.TypedExpr;

/// Literals → constants.
///
/// ```
/// 'añ'  →  {data "a\xf1", 2 << 2 | 0}
/// 'a€'  →  {data "a\x00\xac\x20", 2 << 2 | 1}
/// ```
final class LiteralLowering {
  private final TypeLowering types;

  LiteralLowering(TypeLowering types) {
    this.types = types;
  }

  IrOp lower(TypedExpr.Literal literal) {
    IrType type = types.lower(literal.type());
    Span span = literal.span();
    Object value = literal.value();
    if (value == null || type instanceof IrType.Unit) {
      return Operations.zero(type, span);
    }
    return switch (value) {
      case Boolean truth when type instanceof IrType.Int -> Operations.integer(type, truth ? 1 : 0, span);
      case Number number when type instanceof IrType.Float -> new IrOp.Constant(type, number.doubleValue(), span);
      case Number number when type instanceof IrType.Int -> new IrOp.Constant(type, number, span);
      case String text -> string(text, span);
      case TypedExpr.Bytes bytes -> bytes(bytes.latin1(), span);
      default -> throw new CompilerBug("literal " + value + " of type " + literal.type(), span);
    };
  }

  /// A `str` constant in the narrowest kind that holds all its code points.
  static IrOp string(String text, Span span) {
    int kind = kind(text);
    long length = text.codePointCount(0, text.length());
    var data = new StringBuilder(text.length() << kind);
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      for (int shift = 0; shift < 8 << kind; shift += 8) {
        data.append((char) (codePoint >> shift & 0xff));
      }
      i += Character.charCount(codePoint);
    }
    return Operations.makeStruct(
        TypeLowering.STR,
        span,
        Operations.data(data.toString(), span),
        Operations.integer(IrType.I64, length << 2 | kind, span));
  }

  static IrOp bytes(String latin1, Span span) {
    return Operations.makeStruct(
        TypeLowering.BYTES, span, Operations.data(latin1, span), Operations.integer(IrType.I64, latin1.length(), span));
  }

  private static int kind(String text) {
    int kind = 0;
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      if (codePoint > 0xffff) {
        return 2;
      }
      if (codePoint > 0xff) {
        kind = 1;
      }
      i++;
    }
    return kind;
  }
}
