package io.codonj.core.lower;

import io.codonj.api.ir.Intrinsics;
import io.codonj.api.ir.IrOp;
import io.codonj.api.ir.IrType;
import io.codonj.api.ir.Operator;
import io.codonj.api.ir.Variable;
import io.codonj.api.source.Span;
import java.util.List;

/// Short forms for the operations that every family builds.
///
/// The value of type unit is the empty sequence, and memory never holds it: loads and stores of unit only
/// evaluate their operands.
final class Operations {
  private Operations() {}

  static IrOp unit(Span span) {
    return new IrOp.Sequence(List.of(), span);
  }

  static IrOp integer(IrType type, long value, Span span) {
    return new IrOp.Constant(type, value, span);
  }

  static IrOp truth(boolean value, Span span) {
    return new IrOp.Constant(IrType.BOOL, value ? 1L : 0L, span);
  }

  static IrOp zero(IrType type, Span span) {
    return type instanceof IrType.Unit ? unit(span) : new IrOp.Constant(type, IrOp.Filler.ZERO, span);
  }

  static IrOp undefined(IrType type, Span span) {
    return type instanceof IrType.Unit ? unit(span) : new IrOp.Constant(type, IrOp.Filler.UNDEFINED, span);
  }

  static IrOp nullPointer(Span span) {
    return new IrOp.Constant(IrType.PTR, IrOp.Filler.ZERO, span);
  }

  static IrOp symbol(String name, Span span) {
    return new IrOp.Constant(IrType.PTR, new IrOp.Symbol(name), span);
  }

  static IrOp data(String latin1, Span span) {
    return new IrOp.Constant(IrType.PTR, new IrOp.Data(latin1), span);
  }

  static IrOp sequence(Span span, IrOp... operations) {
    return new IrOp.Sequence(List.of(operations), span);
  }

  static IrOp get(Variable variable, Span span) {
    return new IrOp.GetVariable(variable, span);
  }

  static IrOp set(Variable variable, IrOp value, Span span) {
    return new IrOp.SetVariable(variable, value, span);
  }

  static IrOp load(IrType type, IrOp address, Span span) {
    return type instanceof IrType.Unit
        ? sequence(span, address, unit(span))
        : new IrOp.Load(type, address, span);
  }

  static IrOp store(IrOp address, IrOp value, Span span) {
    return value.type() instanceof IrType.Unit
        ? sequence(span, address, value)
        : new IrOp.Store(address, value, span);
  }

  /// Address of a field of the struct at `base`.
  static IrOp fieldAddress(IrOp base, IrType.Struct layout, int index, Span span) {
    var path = List.of(integer(IrType.I32, 0, span), integer(IrType.I32, index, span));
    return new IrOp.Address(base, layout, path, span);
  }

  static IrOp extract(IrOp struct, int index, Span span) {
    return new IrOp.Extract(struct, index, span);
  }

  static IrOp makeStruct(IrType.Struct type, Span span, IrOp... fields) {
    return new IrOp.MakeStruct(type, List.of(fields), span);
  }

  static IrOp operate(Operator operator, IrType type, Span span, IrOp... operands) {
    return new IrOp.Operate(operator, type, List.of(operands), span);
  }

  static IrOp equal(IrOp left, IrOp right, Span span) {
    return operate(Operator.EQ, IrType.BOOL, span, left, right);
  }

  static IrOp not(IrOp condition, Span span) {
    return operate(Operator.XOR, IrType.BOOL, span, condition, truth(true, span));
  }

  static IrOp isNull(IrOp pointer, Span span) {
    return equal(pointer, nullPointer(span), span);
  }

  static IrOp call(String function, IrType.Function signature, List<IrOp> arguments, Span span) {
    return new IrOp.Call(symbol(function, span), signature, arguments, span);
  }

  static IrOp intrinsic(String name, IrType type, Span span, IrOp... arguments) {
    return new IrOp.Intrinsic(name, List.of(), type, List.of(arguments), span);
  }

  /// A zeroed, collected object.
  static IrOp allocate(IrType layout, Span span) {
    return new IrOp.Intrinsic(Intrinsics.ALLOCATE, List.of(layout), IrType.PTR, List.of(), span);
  }

  /// Does control never reach what follows `operation`?
  static boolean leaves(IrOp operation) {
    return switch (operation) {
      case IrOp.Return ignored -> true;
      case IrOp.Jump ignored -> true;
      case IrOp.Intrinsic call -> call.name().equals(Intrinsics.THROW) || call.name().equals(Intrinsics.UNREACHABLE);
      case IrOp.Sequence sequence -> !sequence.operations().isEmpty() && leaves(sequence.operations().getLast());
      case IrOp.If choice -> leaves(choice.whenTrue()) && leaves(choice.whenFalse());
      default -> false;
    };
  }
}
