package io.codonj.core.backend.llvm;

import static org.assertj.core.api.Assertions.assertThat;

import io.codonj.api.ir.IrOp;
import io.codonj.api.ir.IrType;
import io.codonj.api.ir.Operator;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForeignTest {
  private static final IrType.Struct TEXT = IrType.Struct.of(IrType.PTR, IrType.I64);

  private final Ir ir = new Ir();

  private String output(IrOp... main) {
    var outcome = Programs.run(ir.module(main));
    assertThat(outcome.status()).as(outcome.output()).isZero();
    return outcome.output();
  }

  @Test
  void twoWordStructsArePassedAsScalarsAndReturnedAsStructs() {
    ir.declare("cj_str_concat", TEXT, List.of(TEXT, TEXT));
    ir.declare("cj_print_str", IrType.UNIT, List.of(IrType.I64, TEXT));
    ir.declare("cj_print_flush", IrType.UNIT, List.of(IrType.I64));
    assertThat(
            output(
                ir.call(
                    "cj_print_str",
                    ir.i64(1),
                    ir.call("cj_str_concat", text("hello "), text("world"))),
                ir.call("cj_print_flush", ir.i64(1))))
        .isEqualTo("hello world");
  }

  private IrOp text(String text) {
    return ir.struct(TEXT, ir.data(text), ir.i64((long) text.length() << 2));
  }

  @Test
  void structsOfTheCLibrary() {
    var two = IrType.Struct.of(IrType.I32, IrType.I32);
    var four = IrType.Struct.of(IrType.I64, IrType.I64);
    ir.declare("div", two, List.of(IrType.I32, IrType.I32), "nounwind");
    ir.declare("ldiv", four, List.of(IrType.I64, IrType.I64), "nounwind");
    var small = ir.call("div", ir.i32(17), ir.i32(5));
    assertThat(
            output(
                ir.print(ir.operate(Operator.SEXT, IrType.I64, ir.extract(small, 0))),
                ir.print(ir.operate(Operator.SEXT, IrType.I64, ir.extract(small, 1))),
                ir.print(ir.extract(ir.call("ldiv", ir.i64(-7), ir.i64(2)), 1))))
        .isEqualTo("3\n2\n-1\n");
  }

  @Test
  void truthValuesCrossAsBytesOrAsTheRuntimeDeclaresThem() {
    String base = ir.type("Base", null);
    String derived = ir.type("Derived", "Base");
    ir.declare("cj_type_is", IrType.BOOL, List.of(IrType.PTR, IrType.PTR));
    ir.declare("cj_collector_enable", IrType.UNIT, List.of(IrType.BOOL));
    ir.define(
        "is", IrType.I64, List.of(),
        ir.sequence(
            ir.call("cj_collector_enable", ir.truth(true)),
            ir.choose(ir.call("cj_type_is", ir.symbol(derived), ir.symbol(base)), ir.leave(ir.i64(1))),
            ir.leave(ir.i64(0))));
    assertThat(output(ir.print(ir.call("is")))).isEqualTo("1\n");
  }

  @Test
  void unitParametersAndResultsDisappear() {
    var unit = Ir.parameter("u", IrType.UNIT);
    var x = Ir.parameter("x", IrType.I64);
    ir.define("f", IrType.UNIT, List.of(unit, x), ir.print(ir.get(x)));
    assertThat(output(ir.call("f", ir.sequence(), ir.i64(4)))).isEqualTo("4\n");
  }

  @Test
  void callbacksAndIndirectCalls() {
    var data = Ir.parameter("data", IrType.PTR);
    var other = Ir.parameter("other", IrType.PTR);
    ir.define(
        "compare", IrType.I32, List.of(data, other),
        ir.leave(
            ir.operate(
                Operator.TRUNC, IrType.I32,
                ir.subtract(ir.load(IrType.I64, ir.get(data)), ir.load(IrType.I64, ir.get(other))))));
    ir.declare("qsort", IrType.UNIT, List.of(IrType.PTR, IrType.I64, IrType.I64, IrType.PTR));
    var array = Ir.local("array", IrType.PTR);
    var code = Ir.local("code", IrType.PTR);
    var signature = new IrType.Function(List.of(IrType.PTR, IrType.PTR), IrType.I32);
    assertThat(
            output(
                ir.set(array, ir.intrinsic("allocate_array", List.of(IrType.I64), IrType.PTR, ir.i64(3))),
                ir.store(ir.element(ir.get(array), IrType.I64, ir.i64(0)), ir.i64(5)),
                ir.store(ir.element(ir.get(array), IrType.I64, ir.i64(1)), ir.i64(9)),
                ir.store(ir.element(ir.get(array), IrType.I64, ir.i64(2)), ir.i64(2)),
                ir.call("qsort", ir.get(array), ir.i64(3), ir.i64(8), ir.symbol("compare")),
                ir.print(ir.load(IrType.I64, ir.get(array))),
                ir.set(code, ir.symbol("compare")),
                ir.print(
                    ir.operate(
                        Operator.SEXT, IrType.I64,
                        new IrOp.Call(
                            ir.get(code), signature,
                            List.of(ir.get(array), ir.element(ir.get(array), IrType.I64, ir.i64(1))), ir.span())))))
        .isEqualTo("2\n-3\n");
  }
}
