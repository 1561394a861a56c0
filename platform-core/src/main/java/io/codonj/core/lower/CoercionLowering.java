package io.codonj.core.lower;

import io.codonj.api.diagnostic.CompilerBug;
import io.codonj.api.ir.IrOp;
import io.codonj.api.ir.IrType;
import io.codonj.api.source.Span;
import io.codonj.api.types.Type;
import io.codonj.core.typed.TypedExpr;

/// Explicit coercions.
///
/// ```
/// T → T | None       the reference itself, or {true, value}
/// T | None → T       the reference itself, or the second field
/// derived ↔ base     the same pointer
/// ```
/// Unions and callables have families of their own.
final class CoercionLowering {
  private final ExpressionLowering expressions;
  private final TypeLowering types;
  private final UnionLowering unions;
  private final ClosureLowering closures;

  CoercionLowering(
      ExpressionLowering expressions, TypeLowering types, UnionLowering unions, ClosureLowering closures) {
    this.expressions = expressions;
    this.types = types;
    this.unions = unions;
    this.closures = closures;
  }

  IrOp lower(TypedExpr.Coerce coercion) {
    Span span = coercion.span();
    Type from = coercion.value().type();
    Type to = coercion.type();
    return switch (coercion.coercion()) {
      case TO_OPTIONAL -> toOptional(expressions.lower(coercion.value()), from, to, span);
      case FROM_OPTIONAL -> fromOptional(expressions.lower(coercion.value()), from, span);
      case UPCAST, DOWNCAST -> samePointer(expressions.lower(coercion.value()), to, span);
      case TO_UNION -> unions.toUnion(expressions.lower(coercion.value()), from, to, span);
      case FROM_UNION -> unions.fromUnion(expressions.lower(coercion.value()), from, to, span);
      case TO_CALLABLE -> closures.toCallable(coercion);
    };
  }

  private IrOp toOptional(IrOp value, Type from, Type to, Span span) {
    boolean isNone = value.type() instanceof IrType.Unit
        && to instanceof Type.OptionalType optional
        && !optional.value().equals(from);
    if (isNone) {
      return Operations.sequence(span, value, Operations.zero(types.lower(to), span));
    }
    return types.isNullable(to)
        ? value
        : Operations.makeStruct(types.struct(to), span, Operations.truth(true, span), value);
  }

  private IrOp fromOptional(IrOp value, Type from, Span span) {
    return types.isNullable(from) ? value : Operations.extract(value, TypeLowering.VALUE, span);
  }

  private IrOp samePointer(IrOp value, Type to, Span span) {
    if (!value.type().equals(types.lower(to))) {
      throw new CompilerBug("cast of " + value.type() + " to " + to, span);
    }
    return value;
  }
}
