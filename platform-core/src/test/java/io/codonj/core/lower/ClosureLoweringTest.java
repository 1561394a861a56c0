package io.codonj.core.lower;

import static io.codonj.core.lower.TypedNodes.add;
import static io.codonj.core.lower.TypedNodes.call;
import static io.codonj.core.lower.TypedNodes.callable;
import static io.codonj.core.lower.TypedNodes.get;
import static io.codonj.core.lower.TypedNodes.literal;
import static io.codonj.core.lower.TypedNodes.newCell;
import static io.codonj.core.lower.TypedNodes.print;
import static io.codonj.core.lower.TypedNodes.returning;
import static io.codonj.core.lower.TypedNodes.set;
import static io.codonj.core.lower.TypedProgram.INT;
import static io.codonj.core.lower.TypedProgram.local;
import static io.codonj.core.lower.TypedProgram.parameter;

import io.codonj.api.source.Span;
import io.codonj.api.types.Type;
import io.codonj.core.typed.TypedExpr;
import io.codonj.core.typed.TypedFunction;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClosureLoweringTest {
  private static final Type.CallableType UNARY = new Type.CallableType(List.of(INT), INT);

  private final TypedProgram program = new TypedProgram();

  private static TypedExpr callValue(TypedExpr callee, TypedExpr... arguments) {
    return new TypedExpr.CallValue(callee, List.of(arguments), INT, Span.NONE);
  }

  private static TypedExpr.Capture capture(TypedExpr value) {
    return new TypedExpr.Capture(value, null);
  }

  private TypedFunction apply() {
    var f = parameter("f", UNARY);
    return program.function("apply", List.of(f), INT, returning(callValue(get(f), literal(3))));
  }

  @Test
  void functionsWithoutCapturesHaveNoEnvironment() {
    var x = parameter("x", INT);
    var increment = program.function("increment", List.of(x), INT, returning(add(get(x), literal(1))));
    var value = new TypedExpr.MakeClosure(new Type.FunctionType("increment", List.of()), List.of(), Span.NONE);
    IrSnapshot.check("callable-plain", program.lower(print(call(apply(), callable(value, UNARY, increment)))));
  }

  @Test
  void capturedValuesAreCopiedToTheHeap() {
    var a = parameter("a", INT);
    var b = parameter("b", INT);
    var x = parameter("x", INT);
    var sum = program.closure(
        "sum", List.of(a, b), List.of(x), INT, returning(add(get(a), add(get(b), get(x)))));
    var type = new Type.FunctionType("sum", List.of(INT, INT));
    var value = new TypedExpr.MakeClosure(type, List.of(capture(literal(1)), capture(literal(2))), Span.NONE);
    IrSnapshot.check("callable-captures", program.lower(print(call(apply(), callable(value, UNARY, sum)))));
  }

  @Test
  void theCellOfASingleVariableIsTheEnvironment() {
    var count = local("count", INT);
    count.makeCell();
    var x = parameter("x", INT);
    var next = program.closure(
        "next", List.of(count), List.of(x), INT, set(count, add(get(count), get(x))), returning(get(count)));
    var type = new Type.FunctionType("next", List.of(INT));
    var value = new TypedExpr.MakeClosure(
        type, List.of(new TypedExpr.Capture(get(count), count)), Span.NONE);
    IrSnapshot.check(
        "callable-cell",
        program.lower(newCell(count), set(count, literal(0)), print(call(apply(), callable(value, UNARY, next)))));
  }

  @Test
  void capturesAreTakenOutOfFunctionValues() {
    var count = local("count", INT);
    count.makeCell();
    var scale = parameter("scale", INT);
    var next = program.closure(
        "next", List.of(count, scale), List.of(), INT, returning(add(get(count), get(scale))));
    var type = new Type.FunctionType("next", List.of(INT, INT));
    var f = local("f", type);
    var value = new TypedExpr.MakeClosure(
        type, List.of(new TypedExpr.Capture(get(count), count), capture(literal(2))), Span.NONE);
    IrSnapshot.check(
        "function-value",
        program.lower(
            newCell(count),
            set(count, literal(0)),
            set(f, value),
            print(
                call(
                    next,
                    new TypedExpr.GetCapture(get(f), 0, INT, Span.NONE),
                    new TypedExpr.GetCapture(get(f), 1, INT, Span.NONE)))));
  }
}
