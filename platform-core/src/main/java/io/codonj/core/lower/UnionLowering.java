package io.codonj.core.lower;

import io.codonj.api.diagnostic.CompilerBug;
import io.codonj.api.ir.Intrinsics;
import io.codonj.api.ir.IrOp;
import io.codonj.api.ir.IrType;
import io.codonj.api.ir.Operator;
import io.codonj.api.ir.Variable;
import io.codonj.api.source.Span;
import io.codonj.api.types.Type;
import java.util.ArrayList;
import java.util.List;

/// Unions: a tag, which is the member's place in the union's sorted list, and the member's bits.
///
/// The payload goes through memory, which the optimizer removes:
/// ```
/// int → int | str    %u = zero; store 0 → &%u.0; store value → &%u.1; %u
/// ```
final class UnionLowering {
  private static final long WORD = 8;

  private final FunctionLowering function;
  private final TypeLowering types;

  UnionLowering(FunctionLowering function) {
    this.function = function;
    types = function.types();
  }

  IrOp toUnion(IrOp value, Type from, Type to, Span span) {
    return from instanceof Type.UnionType smaller
        ? convert(value, smaller, union(to, span), span)
        : wrap(value, from, union(to, span), span);
  }

  IrOp fromUnion(IrOp value, Type from, Type to, Span span) {
    return to instanceof Type.UnionType smaller
        ? convert(value, union(from, span), smaller, span)
        : unwrap(value, union(from, span), to, span);
  }

  IrOp isMember(IrOp value, Type type, Type member, Span span) {
    Type.UnionType union = union(type, span);
    List<Type> wanted = member instanceof Type.UnionType several ? several.members() : List.of(member);
    Variable tag = function.temporary(IrType.I64);
    IrOp answer = Operations.truth(false, span);
    boolean first = true;
    for (Type candidate : wanted) {
      int index = union.members().indexOf(candidate);
      if (index >= 0) {
        IrOp same = Operations.equal(Operations.get(tag, span), Operations.integer(IrType.I64, index, span), span);
        answer = first ? same : Operations.operate(Operator.OR, IrType.BOOL, span, answer, same);
        first = false;
      }
    }
    IrOp read = Operations.set(tag, Operations.extract(value, TypeLowering.TAG, span), span);
    return Operations.sequence(span, read, answer);
  }

  private IrOp wrap(IrOp value, Type member, Type.UnionType union, Span span) {
    IrType.Struct layout = types.struct(union);
    Variable result = function.temporary(layout);
    var operations = new ArrayList<IrOp>();
    operations.add(Operations.set(result, Operations.zero(layout, span), span));
    operations.add(
        Operations.store(
            part(result, layout, TypeLowering.TAG, span),
            Operations.integer(IrType.I64, index(union, member, span), span),
            span));
    IrOp payload = part(result, layout, TypeLowering.PAYLOAD, span);
    if (value.type() instanceof IrType.Unit) {
      operations.add(value);
    } else if (MemoryLayout.alignment(value.type()) > WORD) {
      Variable aligned = function.temporary(value.type());
      operations.add(Operations.set(aligned, value, span));
      operations.add(copy(payload, new IrOp.VariableAddress(aligned, span), MemoryLayout.size(value.type()), span));
    } else {
      operations.add(Operations.store(payload, value, span));
    }
    operations.add(Operations.get(result, span));
    return new IrOp.Sequence(operations, span);
  }

  private IrOp unwrap(IrOp value, Type.UnionType union, Type member, Span span) {
    index(union, member, span);
    IrType.Struct layout = types.struct(union);
    IrType type = types.lower(member);
    Variable source = function.temporary(layout);
    IrOp save = Operations.set(source, value, span);
    IrOp payload = part(source, layout, TypeLowering.PAYLOAD, span);
    if (MemoryLayout.alignment(type) > WORD) {
      Variable aligned = function.temporary(type);
      IrOp target = new IrOp.VariableAddress(aligned, span);
      IrOp copy = copy(target, payload, MemoryLayout.size(type), span);
      return Operations.sequence(span, save, copy, Operations.get(aligned, span));
    }
    return Operations.sequence(span, save, Operations.load(type, payload, span));
  }

  /// Between two unions: the payload stays, the tag is looked up. Members that `to` lacks do not occur.
  private IrOp convert(IrOp value, Type.UnionType from, Type.UnionType to, Span span) {
    IrType.Struct source = types.struct(from);
    IrType.Struct target = types.struct(to);
    Variable old = function.temporary(source);
    Variable result = function.temporary(target);
    IrOp tag = Operations.integer(IrType.I64, 0, span);
    for (int i = 0; i < from.members().size(); i++) {
      int index = to.members().indexOf(from.members().get(i));
      if (index > 0) {
        IrOp oldTag = Operations.extract(Operations.get(old, span), TypeLowering.TAG, span);
        IrOp same = Operations.equal(oldTag, Operations.integer(IrType.I64, i, span), span);
        tag = Operations.operate(
            Operator.SELECT, IrType.I64, span, same, Operations.integer(IrType.I64, index, span), tag);
      }
    }
    long bytes = Math.min(MemoryLayout.size(source), MemoryLayout.size(target)) - WORD;
    return Operations.sequence(
        span,
        Operations.set(old, value, span),
        Operations.set(result, Operations.zero(target, span), span),
        Operations.store(part(result, target, TypeLowering.TAG, span), tag, span),
        copy(
            part(result, target, TypeLowering.PAYLOAD, span),
            part(old, source, TypeLowering.PAYLOAD, span),
            bytes,
            span),
        Operations.get(result, span));
  }

  private static IrOp part(Variable variable, IrType.Struct layout, int index, Span span) {
    return Operations.fieldAddress(new IrOp.VariableAddress(variable, span), layout, index, span);
  }

  private static IrOp copy(IrOp to, IrOp from, long bytes, Span span) {
    IrOp count = Operations.integer(IrType.I64, bytes, span);
    return Operations.intrinsic(Intrinsics.COPY_MEMORY, IrType.UNIT, span, to, from, count);
  }

  private static Type.UnionType union(Type type, Span span) {
    if (type instanceof Type.UnionType union) {
      return union;
    }
    throw new CompilerBug(type + " is no union", span);
  }

  private static int index(Type.UnionType union, Type member, Span span) {
    int index = union.members().indexOf(member);
    if (index < 0) {
      throw new CompilerBug(member + " is no member of " + union, span);
    }
    return index;
  }
}
