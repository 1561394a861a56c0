package io.codonj.core.lower;

import io.codonj.api.diagnostic.CompilerBug;
import io.codonj.api.ir.IrOp;
import io.codonj.api.ir.IrType;
import io.codonj.api.ir.Operator;
import io.codonj.api.ir.Variable;
import io.codonj.api.source.Span;
import io.codonj.api.types.Type;
import io.codonj.core.typed.TypedExpr;
import java.util.List;
import java.util.Locale;

/// Calls by name: machine operators, memory access, and what the back end knows.
final class IntrinsicLowering {
  private static final String OPERATOR = "operator.";

  private final FunctionLowering function;
  private final ExpressionLowering expressions;
  private final TypeLowering types;
  private final IdentityLowering identities;

  IntrinsicLowering(FunctionLowering function, ExpressionLowering expressions) {
    this.function = function;
    this.expressions = expressions;
    types = function.types();
    identities = new IdentityLowering(function, expressions);
  }

  IrOp lower(TypedExpr.CallIntrinsic call) {
    Span span = call.span();
    IrType type = types.lower(call.type());
    if (call.name().startsWith(OPERATOR)) {
      return new IrOp.Operate(operator(call), type, expressions.lowerAll(call.arguments()), span);
    }
    return switch (call.name()) {
      case "pointer.load" -> Operations.load(type, argument(call, 0), span);
      case "pointer.store" -> Operations.store(argument(call, 0), argument(call, 1), span);
      case "pointer.offset" -> offset(call);
      case "make_value" -> new IrOp.MakeStruct(types.struct(call.type()), expressions.lowerAll(call.arguments()), span);
      case "type_of" -> call.arguments().size() > 1 ? argument(call, 1) : Operations.sequence(
          span, argument(call, 0), new IrOp.Constant(IrType.UNIT, IrOp.Filler.ZERO, span));
      case "class_name" -> identities.className(call.arguments().getFirst(), span);
      case "address_of_object" -> Operations.operate(Operator.POINTER_TO_INT, type, span, argument(call, 0));
      case "reinterpret" -> reinterpret(argument(call, 0), type, span);
      default ->
          new IrOp.Intrinsic(
              call.name(), types.lowerAll(call.typeArguments()), type, expressions.lowerAll(call.arguments()), span);
    };
  }

  private IrOp argument(TypedExpr.CallIntrinsic call, int index) {
    return expressions.lower(call.arguments().get(index));
  }

  private static Operator operator(TypedExpr.CallIntrinsic call) {
    String name = call.name().substring(OPERATOR.length()).toUpperCase(Locale.ROOT);
    try {
      return Operator.valueOf(name);
    } catch (IllegalArgumentException unknown) {
      throw new CompilerBug("unknown intrinsic " + call.name(), call.span());
    }
  }

  private IrOp offset(TypedExpr.CallIntrinsic call) {
    Span span = call.span();
    IrType pointee = types.lower(pointee(call));
    IrOp base = argument(call, 0);
    IrOp count = argument(call, 1);
    return pointee instanceof IrType.Unit
        ? Operations.sequence(span, count, base)
        : new IrOp.Address(base, pointee, List.of(count), span);
  }

  private static Type pointee(TypedExpr.CallIntrinsic call) {
    if (!call.typeArguments().isEmpty()) {
      return call.typeArguments().getFirst();
    }
    if (call.arguments().getFirst().type() instanceof Type.ClassType pointer && pointer.arguments().size() == 1) {
      return pointer.arguments().getFirst();
    }
    throw new CompilerBug("no element type in " + call.name(), call.span());
  }

  /// The same bits under another type: directly where the machine can, else through memory.
  private IrOp reinterpret(IrOp value, IrType type, Span span) {
    IrType from = value.type();
    if (from.equals(type)) {
      return value;
    }
    if (from instanceof IrType.Pointer && type instanceof IrType.Int) {
      return Operations.operate(Operator.POINTER_TO_INT, type, span, value);
    }
    if (from instanceof IrType.Int && type instanceof IrType.Pointer) {
      return Operations.operate(Operator.INT_TO_POINTER, type, span, value);
    }
    if (isNumber(from) && isNumber(type)) {
      return Operations.operate(Operator.BITCAST, type, span, value);
    }
    boolean isLarger = MemoryLayout.size(type) > MemoryLayout.size(from);
    Variable memory = function.temporary(isLarger ? type : from);
    IrOp address = new IrOp.VariableAddress(memory, span);
    return isLarger
        ? Operations.sequence(
            span,
            Operations.set(memory, Operations.zero(type, span), span),
            Operations.store(address, value, span),
            Operations.get(memory, span))
        : Operations.sequence(span, Operations.set(memory, value, span), Operations.load(type, address, span));
  }

  private static boolean isNumber(IrType type) {
    return type instanceof IrType.Int || type instanceof IrType.Float || type instanceof IrType.Vector;
  }
}
