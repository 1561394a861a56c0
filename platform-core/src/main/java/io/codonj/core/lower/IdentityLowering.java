package io.codonj.core.lower;

import io.codonj.api.diagnostic.CompilerBug;
import io.codonj.api.ir.IrOp;
import io.codonj.api.ir.IrType;
import io.codonj.api.ir.Operator;
import io.codonj.api.ir.Variable;
import io.codonj.api.source.Span;
import io.codonj.api.types.Type;
import io.codonj.core.typed.TypedClass;
import io.codonj.core.typed.TypedExpr;

/// Questions about what a value is: `is None`, `isinstance`, `is`, the name of its class.
final class IdentityLowering {
  private final FunctionLowering function;
  private final ExpressionLowering expressions;
  private final TypeLowering types;

  IdentityLowering(FunctionLowering function, ExpressionLowering expressions) {
    this.function = function;
    this.expressions = expressions;
    types = function.types();
  }

  IrOp isNone(TypedExpr.IsNone test) {
    Span span = test.span();
    Type type = test.value().type();
    IrOp value = expressions.lower(test.value());
    if (types.isNullable(type)) {
      return Operations.isNull(value, span);
    }
    if (type instanceof Type.OptionalType) {
      return Operations.not(Operations.extract(value, TypeLowering.PRESENT, span), span);
    }
    return Operations.sequence(span, value, Operations.truth(value.type() instanceof IrType.Unit, span));
  }

  IrOp isInstance(TypedExpr.IsInstance test) {
    IrOp object = expressions.lower(test.object());
    boolean mayBeNull = test.object().type() instanceof Type.OptionalType;
    return function.program().classes()
        .isInstance(function, object, mayBeNull, test.wanted(), test.exact(), test.span());
  }

  IrOp same(TypedExpr.SameObject test) {
    Span span = test.span();
    Variable left = function.temporary(types.lower(test.left().type()));
    Variable right = function.temporary(types.lower(test.right().type()));
    return Operations.sequence(
        span,
        Operations.set(left, expressions.lower(test.left()), span),
        Operations.set(right, expressions.lower(test.right()), span),
        sameBits(Operations.get(left, span), Operations.get(right, span), span));
  }

  /// The name of the value's class, known only at run time for objects with a header.
  IrOp className(TypedExpr value, Span span) {
    Type type = value.type();
    IrOp operand = expressions.lower(value);
    if (type instanceof Type.OptionalType optional && types.hasHeader(optional.value())) {
      Variable reference = function.temporary(IrType.PTR);
      return Operations.sequence(
          span,
          Operations.set(reference, operand, span),
          new IrOp.If(
              Operations.isNull(Operations.get(reference, span), span),
              LiteralLowering.string("NoneType", span),
              function.program().classes().nameOfObject(Operations.get(reference, span), span),
              TypeLowering.STR,
              span));
    }
    if (types.hasHeader(type)) {
      return function.program().classes().nameOfObject(operand, span);
    }
    return Operations.sequence(span, operand, LiteralLowering.string(staticName(type, span), span));
  }

  private String staticName(Type type, Span span) {
    return switch (type) {
      case Type.ClassType named -> {
        TypedClass known = types.classIfKnown(named);
        yield known == null ? named.shortName() : known.displayName();
      }
      case Type.TupleType ignored -> "tuple";
      case Type.FunctionType ignored -> "function";
      case Type.CallableType ignored -> "function";
      case Type.MetaType ignored -> "type";
      case Type.ModuleType ignored -> "module";
      case Type.OptionalType ignored -> throw new CompilerBug("class_name of " + type, span);
      case Type.UnionType ignored -> throw new CompilerBug("class_name of " + type, span);
      case Type.LiteralType ignored -> throw new CompilerBug("class_name of " + type, span);
    };
  }

  private static IrOp sameBits(IrOp left, IrOp right, Span span) {
    if (!left.type().equals(right.type())) {
      return Operations.truth(false, span);
    }
    return switch (left.type()) {
      case IrType.Pointer ignored -> Operations.equal(left, right, span);
      case IrType.Int ignored -> Operations.equal(left, right, span);
      case IrType.Float ignored -> Operations.operate(Operator.FEQ, IrType.BOOL, span, left, right);
      case IrType.Unit ignored -> Operations.truth(true, span);
      case IrType.Struct struct -> {
        IrOp same = Operations.truth(true, span);
        for (int i = 0; i < struct.fields().size(); i++) {
          IrOp field = sameBits(Operations.extract(left, i, span), Operations.extract(right, i, span), span);
          same = i == 0 ? field : Operations.operate(Operator.AND, IrType.BOOL, span, same, field);
        }
        yield same;
      }
      case IrType.Array ignored -> throw new CompilerBug("identity of " + ignored, span);
      case IrType.Vector ignored -> throw new CompilerBug("identity of " + ignored, span);
      case IrType.Function ignored -> throw new CompilerBug("identity of " + ignored, span);
    };
  }
}
