package io.codonj.core.lower;

import io.codonj.api.diagnostic.CompilerBug;
import io.codonj.api.ir.IrOp;
import io.codonj.api.ir.IrType;
import io.codonj.api.ir.Variable;
import io.codonj.api.source.Span;
import io.codonj.api.types.Type;
import io.codonj.core.typed.TypedExpr;
import java.util.ArrayList;

/// Function values and callables.
///
/// ```
/// function value   {captures…}                        cells as pointers
/// callable         {@adapter:…, heap copy of it}      made by [AdapterLowering]
/// ```
final class ClosureLowering {
  private final FunctionLowering function;
  private final ExpressionLowering expressions;
  private final TypeLowering types;

  ClosureLowering(FunctionLowering function, ExpressionLowering expressions) {
    this.function = function;
    this.expressions = expressions;
    types = function.types();
  }

  IrOp make(TypedExpr.MakeClosure closure) {
    Span span = closure.span();
    IrType.Struct layout = types.struct(closure.type());
    var fields = new ArrayList<IrOp>(closure.captures().size());
    for (TypedExpr.Capture capture : closure.captures()) {
      IrType field = layout.fields().get(fields.size());
      fields.add(capture.cell() == null ? expressions.lower(capture.value()) : cell(capture, field, span));
    }
    return new IrOp.MakeStruct(layout, fields, span);
  }

  IrOp capture(TypedExpr.GetCapture access) {
    return Operations.extract(expressions.lower(access.closure()), access.index(), access.span());
  }

  IrOp toCallable(TypedExpr.Coerce coercion) {
    Span span = coercion.span();
    if (!(coercion.type() instanceof Type.CallableType callable)) {
      throw new CompilerBug(coercion.type() + " is no callable", span);
    }
    IrOp value = expressions.lower(coercion.value());
    if (coercion.value().type() instanceof Type.CallableType) {
      return value;
    }
    IrType.Struct captures = AdapterLowering.captures(coercion.value().type(), value.type());
    String adapter = function.program().adapters().adapter(coercion.adapter(), captures, callable, span);
    return Operations.makeStruct(
        TypeLowering.CALLABLE, span, Operations.symbol(adapter, span), environment(value, captures, span));
  }

  /// What the adapter will be handed: null without captures, a single pointer itself, otherwise a copy.
  private IrOp environment(IrOp value, IrType.Struct captures, Span span) {
    if (captures.fields().isEmpty()) {
      boolean isEmptyStruct = value instanceof IrOp.MakeStruct;
      return isEmptyStruct ? Operations.nullPointer(span) : Operations.sequence(span, value, Operations.nullPointer(span));
    }
    if (AdapterLowering.isSinglePointer(captures)) {
      return value.type().equals(captures) ? Operations.extract(value, 0, span) : value;
    }
    Variable copy = function.temporary(IrType.PTR);
    IrOp content = value.type().equals(captures) ? value : Operations.makeStruct(captures, span, value);
    return Operations.sequence(
        span,
        Operations.set(copy, Operations.allocate(captures, span), span),
        Operations.store(Operations.get(copy, span), content, span),
        Operations.get(copy, span));
  }

  private IrOp cell(TypedExpr.Capture capture, IrType field, Span span) {
    IrOp cell = function.variables().cell(capture.cell(), span);
    return field.equals(IrType.PTR) ? cell : Operations.undefined(field, span);
  }
}
