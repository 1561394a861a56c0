package io.codonj.core.lower;

import static io.codonj.core.lower.TypedNodes.add;
import static io.codonj.core.lower.TypedNodes.breaking;
import static io.codonj.core.lower.TypedNodes.call;
import static io.codonj.core.lower.TypedNodes.continuing;
import static io.codonj.core.lower.TypedNodes.evaluate;
import static io.codonj.core.lower.TypedNodes.forEach;
import static io.codonj.core.lower.TypedNodes.forRange;
import static io.codonj.core.lower.TypedNodes.get;
import static io.codonj.core.lower.TypedNodes.less;
import static io.codonj.core.lower.TypedNodes.literal;
import static io.codonj.core.lower.TypedNodes.print;
import static io.codonj.core.lower.TypedNodes.set;
import static io.codonj.core.lower.TypedNodes.when;
import static io.codonj.core.lower.TypedNodes.yielding;
import static io.codonj.core.lower.TypedProgram.BOOL;
import static io.codonj.core.lower.TypedProgram.INT;
import static io.codonj.core.lower.TypedProgram.generator;
import static io.codonj.core.lower.TypedProgram.local;
import static io.codonj.core.lower.TypedProgram.parameter;

import io.codonj.api.source.Span;
import io.codonj.api.types.Type;
import io.codonj.core.typed.TypedExpr;
import io.codonj.core.typed.TypedStmt;
import io.codonj.core.typed.TypedVariable;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatementLoweringTest {
  private final TypedProgram program = new TypedProgram();
  private final TypedVariable i = local("i", INT);

  @Test
  void breakSkipsTheElsePartOfALoop() {
    var loop = new TypedStmt.While(
        less(get(i), literal(9)),
        List.of(set(i, add(get(i), literal(1))), when(less(literal(5), get(i)), breaking("")), continuing()),
        List.of(print(get(i))),
        Span.NONE);
    IrSnapshot.check("while-else", program.lower(set(i, literal(0)), loop));
  }

  @Test
  void breakInAnElsePartLeavesTheLoopAround() {
    var inner = new TypedStmt.ForRange(
        i, literal(0), literal(3), literal(1), List.of(print(get(i))), List.of(breaking("")), Span.NONE);
    IrSnapshot.check("for-else", program.lower(new TypedStmt.While(literal(true), List.of(inner), List.of(), Span.NONE)));
  }

  @Test
  void labelledStatementsAreLeftByName() {
    var body = forRange(i, literal(3), when(less(literal(1), get(i)), breaking("done")), print(get(i)));
    IrSnapshot.check("labelled", program.lower(new TypedStmt.Labelled("done", List.of(body), Span.NONE)));
  }

  @Test
  void loopVariablesThatAreGlobalsAreSetFromTemporaries() {
    var index = program.global("__main__.index", INT);
    IrSnapshot.check("loop-global", program.lower(forRange(index, literal(3), print(get(index)))));
  }

  @Test
  void generatorsMadeForALoopAreOwnedByIt() {
    var n = parameter("n", INT);
    var count = program.generator("count", List.of(n), INT, forRange(local("j", INT), get(n), evaluate(yielding(get(n)))));
    var saved = local("saved", generator(INT));
    IrSnapshot.check(
        "generators",
        program.lower(
            forEach(i, call(count, literal(3)), print(get(i))),
            set(saved, call(count, literal(4))),
            forEach(i, get(saved), print(get(i)))));
  }

  @Test
  void handlersNameTypeInformation() {
    Type error = program.header("ValueError", List.of());
    var caught = local("caught", error);
    var raise = new TypedStmt.Throw(new TypedExpr.New(error, Span.NONE), Span.NONE);
    var handler = new TypedStmt.Handler(List.of(error), caught, List.of(print(literal(2))), Span.NONE);
    var other = new TypedStmt.Handler(
        List.of(), program.global("__main__.e", error), List.of(print(literal(3))), Span.NONE);
    IrSnapshot.check(
        "try",
        program.lower(
            new TypedStmt.Try(
                List.of(raise, print(literal(1))), List.of(handler, other), List.of(print(literal(4))), Span.NONE)));
  }

  @Test
  void regionsKeepTheirArguments() {
    IrSnapshot.check(
        "region",
        program.lower(new TypedStmt.Region("par", List.of(literal(4)), List.of(print(literal(1))), Span.NONE)));
  }

  @Test
  void pipelinesKeepTheirStages() {
    var n = parameter("n", INT);
    var count = program.generator("count", List.of(n), INT, evaluate(yielding(get(n))));
    var first = local("$first", INT);
    var second = local("$second", INT);
    var pipeline = new TypedExpr.Pipeline(
        literal(3),
        List.of(
            new TypedExpr.Stage(first, call(count, get(first)), true, false),
            new TypedExpr.Stage(second, add(get(second), literal(1)), false, true)),
        TypedProgram.NONE,
        Span.NONE);
    IrSnapshot.check("pipeline", program.lower(evaluate(pipeline)));
  }

  @Test
  void expressionsWithControlFlow() {
    var x = local("x", INT);
    var block = new TypedExpr.Block(List.of(set(x, literal(1))), get(x), Span.NONE);
    var choice = new TypedExpr.Conditional(
        new TypedExpr.Not(new TypedExpr.Literal(BOOL, false, Span.NONE), BOOL, Span.NONE), block, literal(2), INT,
        Span.NONE);
    IrSnapshot.check("conditional", program.lower(print(choice)));
  }
}
