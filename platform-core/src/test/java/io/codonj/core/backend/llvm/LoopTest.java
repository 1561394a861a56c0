package io.codonj.core.backend.llvm;

import static org.assertj.core.api.Assertions.assertThat;

import io.codonj.api.ir.IrOp;
import io.codonj.api.ir.IrType;
import io.codonj.api.ir.Operator;
import io.codonj.api.ir.Variable;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoopTest {
  private final Ir ir = new Ir();
  private final Variable i = Ir.local("i", IrType.I64);

  private String output(IrOp... main) {
    return Programs.run(ir.module(main)).output();
  }

  private String range(long start, long stop, long step) {
    return output(ir.forRange("r", i, ir.i64(start), ir.i64(stop), ir.i64(step), ir.print(ir.get(i))));
  }

  @Test
  void ranges() {
    assertThat(range(0, 3, 1)).isEqualTo("0\n1\n2\n");
    assertThat(range(3, 0, -1)).isEqualTo("3\n2\n1\n");
    assertThat(range(0, 0, 1)).isEmpty();
    assertThat(range(5, 0, 1)).isEmpty();
    assertThat(range(0, 7, 3)).isEqualTo("0\n3\n6\n");
    assertThat(range(7, 0, -3)).isEqualTo("7\n4\n1\n");
    assertThat(range(0, 6, 3)).isEqualTo("0\n3\n");
  }

  @Test
  void rangesAtTheEndOfTheIntegers() {
    long max = Long.MAX_VALUE;
    assertThat(range(max - 3, max, 2)).isEqualTo((max - 3) + "\n" + (max - 1) + "\n");
    assertThat(range(max - 1, max, 1)).isEqualTo((max - 1) + "\n");
    assertThat(range(Long.MIN_VALUE, max, max)).isEqualTo(Long.MIN_VALUE + "\n-1\n" + (max - 1) + "\n");
  }

  @Test
  void stepKnownOnlyAtRunTime() {
    var step = Ir.parameter("step", IrType.I64);
    ir.define(
        "f", IrType.UNIT, List.of(step),
        ir.sequence(ir.forRange("r", i, ir.i64(4), ir.i64(0), ir.get(step), ir.print(ir.get(i))), ir.print(ir.get(i))),
        "noinline");
    assertThat(output(ir.call("f", ir.i64(-2)))).isEqualTo("4\n2\n2\n");
  }

  @Test
  void breakAndContinueOfNestedLoops() {
    var j = Ir.local("j", IrType.I64);
    assertThat(
            output(
                ir.forRange(
                    "outer", i, ir.i64(0), ir.i64(3), ir.i64(1),
                    ir.set(j, ir.i64(0)),
                    ir.whileLoop(
                        "inner", ir.truth(true),
                        ir.choose(ir.equal(ir.get(j), ir.i64(2)), ir.continueWith("outer")),
                        ir.choose(ir.equal(ir.get(i), ir.i64(2)), ir.breakFrom("outer")),
                        ir.print(ir.add(ir.multiply(ir.get(i), ir.i64(10)), ir.get(j))),
                        ir.set(j, ir.add(ir.get(j), ir.i64(1)))))))
        .isEqualTo("0\n1\n10\n11\n");
  }

  @Test
  void blocksAreLeftByBreak() {
    assertThat(
            output(
                new IrOp.Block(
                    "b", ir.sequence(ir.print("in"), ir.choose(ir.truth(true), ir.breakFrom("b")), ir.print("never")), ir.span()),
                ir.print("after")))
        .isEqualTo("in\nafter\n");
  }

  /// Storing floats must not make the loop read the list's address again.
  @Test
  void floatStoresDoNotDisturbListHeaders() {
    var list = IrType.Struct.of(IrType.PTR, IrType.I64, IrType.I64);
    var a = Ir.parameter("a", IrType.PTR);
    var b = Ir.parameter("b", IrType.PTR);
    var body = new ArrayList<IrOp>();
    body.add(
        ir.store(
            ir.element(ir.load(IrType.PTR, ir.field(ir.get(a), list, 0)), IrType.F64, ir.get(i)),
            ir.operate(
                Operator.FMUL, IrType.F64, ir.f64(2),
                ir.load(IrType.F64, ir.element(ir.load(IrType.PTR, ir.field(ir.get(b), list, 0)), IrType.F64, ir.get(i))))));
    ir.define(
        "scale", IrType.UNIT, List.of(a, b),
        ir.forRange(
            "r", i, ir.i64(0), ir.load(IrType.I64, ir.field(ir.get(a), list, 1)), ir.i64(1),
            body.toArray(IrOp[]::new)),
        "noinline", "export");
    String text = Programs.optimized(ir.module(ir.call("scale", ir.zero(IrType.PTR), ir.zero(IrType.PTR))));
    int start = text.indexOf("@scale(");
    assertThat(text.substring(start, text.indexOf("\n}", start))).contains(" x double>");
  }
}
