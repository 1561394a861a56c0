package io.codonj.core.backend.llvm;

import static org.assertj.core.api.Assertions.assertThat;

import io.codonj.api.ir.IrOp;
import io.codonj.api.ir.IrType;
import io.codonj.api.ir.Variable;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExceptionTest {
  private final Ir ir = new Ir();
  private final String base = ir.type("Base", null);
  private final String key = ir.type("Key", "Base");
  private final String index = ir.type("Index", "Base");
  private final Variable n = Ir.parameter("n", IrType.I64);

  private void define(String name, IrOp... body) {
    ir.define(name, IrType.I64, List.of(n), ir.sequence(body));
  }

  private String output(IrOp... main) {
    var outcome = Programs.run(ir.module(main));
    assertThat(outcome.status()).isZero();
    return outcome.output();
  }

  /// `raiser(1)` raises Key, `raiser(2)` Index, others return n.
  private void defineRaiser() {
    ir.define(
        "raiser",
        IrType.I64,
        List.of(n),
        ir.sequence(
            ir.choose(ir.equal(ir.get(n), ir.i64(1)), ir.raise(key)),
            ir.choose(ir.equal(ir.get(n), ir.i64(2)), ir.raise(index)),
            ir.leave(ir.get(n))),
        "noinline");
  }

  @Test
  void firstHandlerThatTakesTheClassWins() {
    defineRaiser();
    define(
        "f",
        ir.attempt(
            ir.leave(ir.call("raiser", ir.get(n))),
            ir.handler(List.of(key), ir.leave(ir.i64(10))),
            ir.handler(List.of(base), ir.leave(ir.i64(20)))));
    assertThat(
            output(
                ir.print(ir.call("f", ir.i64(1))),
                ir.print(ir.call("f", ir.i64(2))),
                ir.print(ir.call("f", ir.i64(3)))))
        .isEqualTo("10\n20\n3\n");
  }

  @Test
  void handlerWithSeveralClassesAndCatchAll() {
    defineRaiser();
    define(
        "f",
        ir.attempt(ir.leave(ir.call("raiser", ir.get(n))), ir.handler(List.of(key, index), ir.leave(ir.i64(5)))));
    define(
        "g", ir.attempt(ir.leave(ir.call("raiser", ir.get(n))), ir.handler(List.of(), ir.leave(ir.i64(6)))));
    assertThat(
            output(
                ir.print(ir.call("f", ir.i64(1))),
                ir.print(ir.call("f", ir.i64(2))),
                ir.print(ir.call("g", ir.i64(2)))))
        .isEqualTo("5\n5\n6\n");
  }

  @Test
  void unmatchedExceptionPassesThroughFinally() {
    defineRaiser();
    define(
        "inner",
        ir.attemptFinally(
            ir.leave(ir.call("raiser", ir.get(n))),
            ir.print("finally"),
            ir.handler(List.of(key), ir.print("key"), ir.leave(ir.i64(1)))));
    define(
        "outer",
        ir.attempt(ir.leave(ir.call("inner", ir.get(n))), ir.handler(List.of(index), ir.leave(ir.i64(99)))));
    assertThat(output(ir.print(ir.call("outer", ir.i64(1))), ir.print(ir.call("outer", ir.i64(2))), ir.print(ir.call("outer", ir.i64(7)))))
        .isEqualTo("key\nfinally\n1\nfinally\n99\nfinally\n7\n");
  }

  @Test
  void returnInFinallyOverridesExceptionAndReturn() {
    defineRaiser();
    define("f", ir.attemptFinally(ir.leave(ir.call("raiser", ir.get(n))), ir.leave(ir.i64(42))));
    assertThat(output(ir.print(ir.call("f", ir.i64(1))), ir.print(ir.call("f", ir.i64(3))))).isEqualTo("42\n42\n");
  }

  @Test
  void breakAndContinueRunFinally() {
    var i = Ir.local("i", IrType.I64);
    define(
        "f",
        ir.forRange(
            "loop", i, ir.i64(0), ir.i64(5), ir.i64(1),
            ir.attemptFinally(
                ir.sequence(
                    ir.choose(ir.equal(ir.get(i), ir.i64(1)), ir.continueWith("loop")),
                    ir.choose(ir.equal(ir.get(i), ir.i64(3)), ir.breakFrom("loop")),
                    ir.print(ir.get(i))),
                ir.print("finally"))),
        ir.leave(ir.get(i)));
    assertThat(output(ir.print(ir.call("f", ir.i64(0)))))
        .isEqualTo("0\nfinally\nfinally\n2\nfinally\nfinally\n3\n");
  }

  @Test
  void breakInFinallySwallowsTheException() {
    defineRaiser();
    define(
        "f",
        ir.whileLoop(
            "loop", ir.truth(true),
            ir.attemptFinally(ir.print(ir.call("raiser", ir.get(n))), ir.breakFrom("loop"))),
        ir.leave(ir.i64(8)));
    assertThat(output(ir.print(ir.call("f", ir.i64(1))))).isEqualTo("8\n");
  }

  @Test
  void nestedFinallyRunsInsideOut() {
    defineRaiser();
    define(
        "f",
        ir.attemptFinally(
            ir.attemptFinally(
                ir.attemptFinally(ir.leave(ir.call("raiser", ir.get(n))), ir.print("a")), ir.print("b")),
            ir.print("c")));
    define("g", ir.attempt(ir.leave(ir.call("f", ir.get(n))), ir.handler(List.of(base), ir.leave(ir.i64(-1)))));
    assertThat(output(ir.print(ir.call("g", ir.i64(1))), ir.print(ir.call("g", ir.i64(0)))))
        .isEqualTo("a\nb\nc\n-1\na\nb\nc\n0\n");
  }

  @Test
  void tryInsideFinallyKeepsTheExceptionOnItsWay() {
    defineRaiser();
    define(
        "f",
        ir.attemptFinally(
            ir.leave(ir.call("raiser", ir.get(n))),
            ir.attempt(ir.print(ir.call("raiser", ir.i64(2))), ir.handler(List.of(index), ir.print("inner")))));
    define(
        "g",
        ir.attempt(
            ir.leave(ir.call("f", ir.get(n))),
            ir.handler(List.of(index), ir.leave(ir.i64(2))),
            ir.handler(List.of(key), ir.leave(ir.i64(1)))));
    assertThat(output(ir.print(ir.call("g", ir.i64(1))))).isEqualTo("inner\n1\n");
  }

  @Test
  void exceptionInHandlerAndInFinallyReplacesTheFirst() {
    defineRaiser();
    define(
        "inHandler",
        ir.attempt(
            ir.leave(ir.call("raiser", ir.get(n))),
            ir.handler(List.of(key), ir.leave(ir.call("raiser", ir.i64(2))))));
    define(
        "inFinally",
        ir.attemptFinally(ir.leave(ir.call("raiser", ir.get(n))), ir.print(ir.call("raiser", ir.i64(2)))));
    for (String each : List.of("inHandler", "inFinally")) {
      define(
          "catch" + each,
          ir.attempt(
              ir.leave(ir.call(each, ir.get(n))),
              ir.handler(List.of(key), ir.leave(ir.i64(1))),
              ir.handler(List.of(index), ir.leave(ir.i64(2)))));
    }
    assertThat(output(ir.print(ir.call("catchinHandler", ir.i64(1))), ir.print(ir.call("catchinFinally", ir.i64(1)))))
        .isEqualTo("2\n2\n");
  }

  @Test
  void handlerRaisesTheSameObjectAgain() {
    defineRaiser();
    var caught = Ir.local("caught", IrType.PTR);
    define(
        "f",
        ir.attempt(
            ir.leave(ir.call("raiser", ir.get(n))),
            ir.handler(
                List.of(base),
                ir.print("again"),
                ir.intrinsic("throw", List.of(), IrType.UNIT, ir.get(caught)))));
    define("g", ir.attempt(ir.leave(ir.call("f", ir.get(n))), ir.handler(List.of(key), ir.leave(ir.i64(77)))));
    assertThat(output(ir.print(ir.call("g", ir.i64(1))))).isEqualTo("again\n77\n");
  }

  @Test
  void raiseInTheSameFunctionIsCaughtThere() {
    define(
        "f",
        ir.attempt(ir.raise(key), ir.handler(List.of(index), ir.leave(ir.i64(1))), ir.handler(List.of(key), ir.leave(ir.i64(2)))),
        ir.leave(ir.i64(3)));
    assertThat(output(ir.print(ir.call("f", ir.i64(0))))).isEqualTo("2\n");
  }

  @Test
  void uncaughtExceptionRunsFinallyAndFails() {
    defineRaiser();
    define("f", ir.attemptFinally(ir.leave(ir.call("raiser", ir.get(n))), ir.print("finally")));
    var outcome = Programs.run(ir.module(ir.print(ir.call("f", ir.i64(1)))), Programs.release());
    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.output()).startsWith("finally\n").contains("Key").contains("in raiser");
  }
}
