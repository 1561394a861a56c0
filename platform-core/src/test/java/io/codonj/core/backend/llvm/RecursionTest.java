package io.codonj.core.backend.llvm;

import static org.assertj.core.api.Assertions.assertThat;

import io.codonj.api.ir.IrFunction;
import io.codonj.api.ir.IrModule;
import io.codonj.api.ir.IrOp;
import io.codonj.api.ir.IrType;
import io.codonj.api.ir.Variable;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecursionTest {
  private final Ir ir = new Ir();
  private final Variable n = Ir.parameter("n", IrType.I64);

  private IrFunction define(String name, IrOp... body) {
    return ir.define(name, IrType.I64, List.of(n), ir.sequence(body));
  }

  private IrOp call(String name) {
    return ir.call(name, IrType.I64, ir.subtract(ir.get(n), ir.i64(1)));
  }

  private IrOp stop() {
    return ir.choose(ir.less(ir.get(n), ir.i64(1)), ir.leave(ir.get(n)));
  }

  @Test
  void cyclesAreFound() {
    var self = define("self", stop(), ir.leave(call("self")));
    var even = define("even", stop(), ir.leave(call("odd")));
    var odd = define("odd", stop(), ir.leave(call("even")));
    var plain = define("plain", ir.leave(ir.add(call("self"), call("even"))));
    var recursion = Recursion.of(ir.module());
    assertThat(List.of(self, even, odd)).allMatch(recursion::isRecursive);
    assertThat(recursion.isRecursive(plain)).isFalse();
  }

  @Test
  void callsOnOneWayCount() {
    var once = define("once", stop(), ir.leave(ir.add(ir.i64(1), call("once"))));
    var either =
        define("either", stop(), ir.choose(ir.less(ir.get(n), ir.i64(5)), ir.leave(call("either"))), ir.leave(call("either")));
    var twice = define("twice", stop(), ir.leave(ir.add(call("twice"), call("twice"))));
    var looped = define("looped", ir.whileLoop("w", ir.less(ir.get(n), ir.i64(5)), ir.print(call("looped"))), ir.leave(ir.i64(0)));
    var recursion = Recursion.of(ir.module());
    assertThat(recursion.callsTwice(once)).isFalse();
    assertThat(recursion.callsTwice(either)).isFalse();
    assertThat(recursion.callsTwice(twice)).isTrue();
    assertThat(recursion.callsTwice(looped)).isTrue();
  }

  @Test
  void recursionWithoutEndIsReported() {
    define("f", ir.leave(ir.add(ir.i64(1), call("f"))));
    IrModule module = ir.module(ir.print(ir.call("f", ir.i64(0))));
    for (BackendOptions options : List.of(Programs.release(), Programs.debug())) {
      var outcome = Programs.run(module, options);
      assertThat(outcome.status()).isEqualTo(1);
      assertThat(outcome.output()).contains("RecursionError");
    }
  }

  @Test
  void endOfTheStackCanBeCaught() {
    // The library raises an instance of RecursionError; any class will do here.
    String error = ir.type("RecursionError", null);
    ir.define("cj_raise_recursion_error", IrType.UNIT, List.of(), ir.raise(error), "export");
    define("f", ir.leave(ir.add(ir.i64(1), call("f"))));
    ir.define(
        "g", IrType.I64, List.of(),
        ir.sequence(
            ir.attempt(ir.leave(ir.call("f", ir.i64(0))), ir.handler(List.of(error), ir.leave(ir.i64(7))))));
    assertThat(Programs.run(ir.module(ir.print(ir.call("g")))).output()).isEqualTo("7\n");
  }
}
