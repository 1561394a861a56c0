package io.codonj.core.typed;

import io.codonj.api.source.Span;
import io.codonj.api.types.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Expressions after inference: operators are calls of special methods, coercions are explicit, every call names
/// its instance. Operands are evaluated left to right.
public sealed interface TypedExpr {
  Type type();

  Span span();

  /// `value` is a Long or BigInteger (`int`, `Int[N]`), Double, Boolean, String (`str`), [Bytes], or null for `None`.
  record Literal(Type type, @Nullable Object value, Span span) implements TypedExpr {}

  record Bytes(String latin1) {}

  /// A value of this type that nobody looks at (the result of a call that never returns).
  record Undefined(Type type, Span span) implements TypedExpr {}

  /// Reads a variable (through its cell, if it has one; checked, if it may be unbound).
  record Get(TypedVariable variable, Span span) implements TypedExpr {
    @Override
    public Type type() {
      return variable.type();
    }
  }

  /// Direct call of an instance. The callee is looked up in [TypedModule#functions()] by its name.
  record CallFunction(String function, List<TypedExpr> arguments, Type type, Span span) implements TypedExpr {}

  /// Call of a value of [Type.CallableType].
  record CallValue(TypedExpr callee, List<TypedExpr> arguments, Type type, Span span) implements TypedExpr {}

  /// An IR intrinsic, operator or conversion by name: `operator.add`, `operator.sint_to_float`, or a name of
  /// [io.codonj.api.ir.Intrinsics]. `typeArguments` are the semantic types it is parameterised with.
  record CallIntrinsic(String name, List<Type> typeArguments, List<TypedExpr> arguments, Type type, Span span)
      implements TypedExpr {}

  /// Call of a C function with the C types that follow from the semantic types. `library` is the native library that
  /// defines it, empty for the runtime, libc, and what the linker is told by flags.
  record CallForeign(String symbol, String library, List<TypedExpr> arguments, Type type, Span span)
      implements TypedExpr {}

  /// A new object of a class, all fields zero; its constructor is called separately.
  record New(Type type, Span span) implements TypedExpr {}

  /// Field of an object or of a value class; `owner` is the class whose layout has it.
  record GetField(TypedExpr object, Type owner, String field, Type type, Span span) implements TypedExpr {}

  record MakeTuple(Type type, List<TypedExpr> elements, Span span) implements TypedExpr {}

  record GetElement(TypedExpr tuple, int index, Type type, Span span) implements TypedExpr {}

  /// A function value with its captures: by value, or the cell of a variable.
  record MakeClosure(Type.FunctionType type, List<Capture> captures, Span span) implements TypedExpr {}

  /// `cell` captures hand over the cell itself, others the value of the variable at this moment.
  record Capture(TypedExpr value, @Nullable TypedVariable cell) {}

  /// The i-th capture out of a function value (a plain value, never a cell; cells are bound by
  /// [TypedFunction#captures()]).
  record GetCapture(TypedExpr closure, int index, Type type, Span span) implements TypedExpr {}

  enum Coercion {
    /// T → T | None
    TO_OPTIONAL,
    /// T | None → T, known to be present
    FROM_OPTIONAL,
    /// derived → base: same pointer
    UPCAST,
    /// base → derived, known to hold
    DOWNCAST,
    /// member → union
    TO_UNION,
    /// union → member, known to hold
    FROM_UNION,
    /// a particular function → Callable of the wanted signature; `adapter` names the instance to call, whose first
    /// parameters are the captures (flattened) followed by the signature's parameters
    TO_CALLABLE
  }

  record Coerce(Coercion coercion, TypedExpr value, Type type, String adapter, Span span) implements TypedExpr {}

  /// `value is None` for an optional; bool.
  record IsNone(TypedExpr value, Type type, Span span) implements TypedExpr {}

  /// Is the union's value a `member`? bool.
  record IsMember(TypedExpr union, Type member, Type type, Span span) implements TypedExpr {}

  /// Is the object's run-time class `wanted` or derived from it (`exact`: that very class)? bool.
  record IsInstance(TypedExpr object, Type wanted, boolean exact, Type type, Span span) implements TypedExpr {}

  /// Same object? Both references (or optional references); bool.
  record SameObject(TypedExpr left, TypedExpr right, Type type, Span span) implements TypedExpr {}

  record Conditional(TypedExpr condition, TypedExpr whenTrue, TypedExpr whenFalse, Type type, Span span)
      implements TypedExpr {}

  /// Truth negation of a bool.
  record Not(TypedExpr operand, Type type, Span span) implements TypedExpr {}

  /// Runs the statements, then evaluates the value.
  record Block(List<TypedStmt> statements, TypedExpr value, Span span) implements TypedExpr {
    @Override
    public Type type() {
      return value.type();
    }
  }

  /// Suspends the generator; the value is what was sent (type of the function's `received`).
  record Yield(TypedExpr value, Type type, Span span) implements TypedExpr {}

  /// The address of a variable: `__ptr__(x)`.
  record AddressOf(TypedVariable variable, Type type, Span span) implements TypedExpr {}

  /// The source of a pipeline and its stages; see [io.codonj.api.ir.IrOp.Pipeline].
  record Pipeline(TypedExpr source, List<Stage> stages, Type type, Span span) implements TypedExpr {}

  record Stage(TypedVariable variable, TypedExpr body, boolean generator, boolean parallel) {}
}
