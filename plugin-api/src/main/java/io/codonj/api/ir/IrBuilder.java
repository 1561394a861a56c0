package io.codonj.api.ir;

import io.codonj.api.source.Span;
import java.util.ArrayList;
import java.util.List;

/// Short ways to make operations that all have one span.
public record IrBuilder(Span span) {

  public IrOp.Constant constant(long value) {
    return new IrOp.Constant(IrType.I64, value, span);
  }

  public IrOp.Constant constant(IrType type, long value) {
    return new IrOp.Constant(type, value, span);
  }

  public IrOp.Constant constant(boolean value) {
    return new IrOp.Constant(IrType.BOOL, value ? 1L : 0L, span);
  }

  public IrOp.Constant constant(double value) {
    return new IrOp.Constant(IrType.F64, value, span);
  }

  public IrOp.Constant zero(IrType type) {
    return new IrOp.Constant(type, IrOp.Filler.ZERO, span);
  }

  public IrOp.Constant undefined(IrType type) {
    return new IrOp.Constant(type, IrOp.Filler.UNDEFINED, span);
  }

  public IrOp.Constant symbol(String name) {
    return new IrOp.Constant(IrType.PTR, new IrOp.Symbol(name), span);
  }

  public IrOp get(Variable variable) {
    return new IrOp.GetVariable(variable, span);
  }

  public IrOp set(Variable variable, IrOp value) {
    return new IrOp.SetVariable(variable, value, span);
  }

  public IrOp load(IrType type, IrOp address) {
    return new IrOp.Load(type, address, span);
  }

  public IrOp store(IrOp address, IrOp value) {
    return new IrOp.Store(address, value, span);
  }

  /// The address of field `index` of the struct at `base`.
  public IrOp field(IrOp base, IrType.Struct struct, int index) {
    return new IrOp.Address(base, struct, List.of(constant(0), constant(IrType.I32, index)), span);
  }

  /// The address of element `index` of the array at `base`.
  public IrOp element(IrOp base, IrType element, IrOp index) {
    return new IrOp.Address(base, element, List.of(index), span);
  }

  public IrOp extract(IrOp struct, int index) {
    return new IrOp.Extract(struct, index, span);
  }

  /// An operation whose type follows from its operands; for conversions use [#convert].
  public IrOp operate(Operator operator, IrOp... operands) {
    List<IrOp> list = List.of(operands);
    IrType type = OperatorTypes.implied(operator, list);
    if (type == null) {
      throw new IllegalArgumentException(operator + " with " + operands.length + " operands");
    }
    return new IrOp.Operate(operator, type, list, span);
  }

  public IrOp convert(Operator operator, IrType type, IrOp operand) {
    return new IrOp.Operate(operator, type, List.of(operand), span);
  }

  /// A direct call.
  public IrOp call(IrFunction function, IrOp... arguments) {
    return new IrOp.Call(symbol(function.name()), function.signature(), List.of(arguments), span);
  }

  public IrOp sequence(IrOp... operations) {
    return new IrOp.Sequence(List.of(operations), span);
  }

  /// Both in turn, without nesting sequences.
  public IrOp sequence(List<IrOp> first, IrOp last) {
    List<IrOp> operations = new ArrayList<>(first);
    if (last instanceof IrOp.Sequence sequence) {
      operations.addAll(sequence.operations());
    } else {
      operations.add(last);
    }
    return new IrOp.Sequence(operations, span);
  }

  public IrOp nothing() {
    return new IrOp.Sequence(List.of(), span);
  }

  public IrOp when(IrOp condition, IrOp whenTrue, IrOp whenFalse) {
    return new IrOp.If(condition, whenTrue, whenFalse, whenTrue.type(), span);
  }
}
