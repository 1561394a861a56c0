package io.codonj.core.lower;

import io.codonj.api.source.Span;
import io.codonj.api.types.Type;
import io.codonj.core.typed.TypedExpr;
import io.codonj.core.typed.TypedFunction;
import io.codonj.core.typed.TypedStmt;
import io.codonj.core.typed.TypedVariable;
import java.util.List;

/// Typed expressions and statements without spans.
final class TypedNodes {
  private TypedNodes() {}

  static TypedExpr literal(long value) {
    return new TypedExpr.Literal(TypedProgram.INT, value, Span.NONE);
  }

  static TypedExpr literal(boolean value) {
    return new TypedExpr.Literal(TypedProgram.BOOL, value, Span.NONE);
  }

  static TypedExpr literal(String value) {
    return new TypedExpr.Literal(TypedProgram.STR, value, Span.NONE);
  }

  static TypedExpr none() {
    return new TypedExpr.Literal(TypedProgram.NONE, null, Span.NONE);
  }

  static TypedExpr get(TypedVariable variable) {
    return new TypedExpr.Get(variable, Span.NONE);
  }

  static TypedExpr call(TypedFunction function, TypedExpr... arguments) {
    return new TypedExpr.CallFunction(function.name(), List.of(arguments), function.result(), Span.NONE);
  }

  static TypedExpr foreign(String symbol, Type result, TypedExpr... arguments) {
    return new TypedExpr.CallForeign(symbol, "", List.of(arguments), result, Span.NONE);
  }

  static TypedExpr intrinsic(String name, List<Type> types, Type result, TypedExpr... arguments) {
    return new TypedExpr.CallIntrinsic(name, types, List.of(arguments), result, Span.NONE);
  }

  static TypedExpr add(TypedExpr left, TypedExpr right) {
    return intrinsic("operator.add", List.of(), left.type(), left, right);
  }

  static TypedExpr less(TypedExpr left, TypedExpr right) {
    return intrinsic("operator.slt", List.of(), TypedProgram.BOOL, left, right);
  }

  static TypedExpr coerce(TypedExpr.Coercion coercion, TypedExpr value, Type type) {
    return new TypedExpr.Coerce(coercion, value, type, "", Span.NONE);
  }

  static TypedExpr callable(TypedExpr value, Type type, TypedFunction adapter) {
    return new TypedExpr.Coerce(TypedExpr.Coercion.TO_CALLABLE, value, type, adapter.name(), Span.NONE);
  }

  static TypedExpr isInstance(TypedExpr object, Type wanted) {
    return new TypedExpr.IsInstance(object, wanted, false, TypedProgram.BOOL, Span.NONE);
  }

  static TypedExpr field(TypedExpr object, String name, Type type) {
    return new TypedExpr.GetField(object, object.type(), name, type, Span.NONE);
  }

  static TypedExpr yielding(TypedExpr value) {
    return new TypedExpr.Yield(value, TypedProgram.NONE, Span.NONE);
  }

  static TypedStmt evaluate(TypedExpr value) {
    return new TypedStmt.Evaluate(value, Span.NONE);
  }

  static TypedStmt set(TypedVariable variable, TypedExpr value) {
    return new TypedStmt.Set(variable, value, Span.NONE);
  }

  static TypedStmt setField(TypedExpr object, String name, TypedExpr value) {
    return new TypedStmt.SetField(object, object.type(), name, value, Span.NONE);
  }

  static TypedStmt newCell(TypedVariable variable) {
    return new TypedStmt.NewCell(variable, Span.NONE);
  }

  static TypedStmt unbind(TypedVariable variable) {
    return new TypedStmt.Unbind(variable, Span.NONE);
  }

  static TypedStmt returning(TypedExpr value) {
    return new TypedStmt.Return(value, Span.NONE);
  }

  static TypedStmt when(TypedExpr condition, TypedStmt... body) {
    return new TypedStmt.If(condition, List.of(body), List.of(), Span.NONE);
  }

  static TypedStmt forRange(TypedVariable variable, TypedExpr stop, TypedStmt... body) {
    return new TypedStmt.ForRange(variable, literal(0), stop, literal(1), List.of(body), List.of(), Span.NONE);
  }

  static TypedStmt forEach(TypedVariable variable, TypedExpr generator, TypedStmt... body) {
    return new TypedStmt.ForEach(variable, generator, List.of(body), List.of(), Span.NONE);
  }

  static TypedStmt breaking(String label) {
    return new TypedStmt.Break(label, Span.NONE);
  }

  static TypedStmt continuing() {
    return new TypedStmt.Continue(Span.NONE);
  }

  static TypedStmt print(TypedExpr value) {
    return evaluate(foreign("cj_print_int", TypedProgram.NONE, literal(1), value));
  }
}
