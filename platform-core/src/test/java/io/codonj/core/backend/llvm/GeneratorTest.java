package io.codonj.core.backend.llvm;

import static org.assertj.core.api.Assertions.assertThat;

import io.codonj.api.ir.Intrinsics;
import io.codonj.api.ir.IrFunction;
import io.codonj.api.ir.IrOp;
import io.codonj.api.ir.IrType;
import io.codonj.api.ir.Variable;
import java.util.List;
import org.junit.jupiter.api.Test;

class GeneratorTest {
  private static final IrFunction.Generator INTS = new IrFunction.Generator(IrType.I64, IrType.UNIT, IrType.UNIT);
  private static final List<IrType> INT_TYPES = List.of(IrType.I64, IrType.UNIT, IrType.UNIT);

  private final Ir ir = new Ir();
  private final String base = ir.type("Base", null);
  private final String key = ir.type("Key", "Base");
  private final Variable n = Ir.parameter("n", IrType.I64);
  private final Variable i = Ir.local("i", IrType.I64);
  private final Variable x = Ir.local("x", IrType.I64);
  private final Variable total = Ir.local("total", IrType.I64);
  private final Variable handle = Ir.local("handle", IrType.PTR);

  private void defineCount(String... attributes) {
    ir.generator(
        "count", INTS, List.of(n),
        ir.sequence(
            ir.set(i, ir.i64(0)),
            ir.whileLoop("w", ir.less(ir.get(i), ir.get(n)), ir.yield(ir.get(i)), ir.set(i, ir.add(ir.get(i), ir.i64(1))))),
        attributes);
  }

  private IrOp generate(String name, IrOp... arguments) {
    return ir.call(name, IrType.PTR, arguments);
  }

  private String output(IrOp... main) {
    var outcome = Programs.run(ir.module(main));
    assertThat(outcome.status()).as(outcome.output()).isZero();
    return outcome.output();
  }

  private void defineSum(boolean owned) {
    ir.define(
        "sum", IrType.I64, List.of(n),
        ir.sequence(
            ir.set(total, ir.i64(0)),
            ir.forEach("f", x, generate("count", ir.get(n)), owned, ir.set(total, ir.add(ir.get(total), ir.get(x)))),
            ir.leave(ir.get(total))),
        "noinline", "export"); // so that LLVM does not know n
  }

  private IrOp resume(List<IrType> types) {
    return ir.intrinsic(Intrinsics.GENERATOR_RESUME, types, IrType.BOOL, ir.get(handle));
  }

  private IrOp value(List<IrType> types) {
    return ir.intrinsic(Intrinsics.GENERATOR_VALUE, types, types.getFirst(), ir.get(handle));
  }

  private IrOp printTruth(IrOp condition) {
    return ir.choose(condition, ir.print("true"), ir.print("false"));
  }

  @Test
  void loopOverOwnedGeneratorNeedsNoFrame() {
    defineCount();
    defineSum(true);
    var module = ir.module(ir.print(ir.call("sum", ir.i64(1000))));
    assertThat(Programs.run(module).output()).isEqualTo("499500\n");
    String text = Programs.optimized(module);
    int start = text.indexOf("@sum(");
    String sum = text.substring(start, text.indexOf("\n}", start));
    assertThat(sum).doesNotContain("alloca").doesNotContain("cj_alloc").doesNotContain("@count").doesNotContain("@twice");
  }

  @Test
  void generatorThatIsNotOwnedLivesOnTheHeap() {
    defineCount("noinline");
    defineSum(false);
    assertThat(output(ir.print(ir.call("sum", ir.i64(1000))))).isEqualTo("499500\n");
  }

  @Test
  void endedGeneratorStaysEnded() {
    defineCount();
    assertThat(
            output(
                ir.set(handle, generate("count", ir.i64(1))),
                printTruth(resume(INT_TYPES)),
                ir.print(value(INT_TYPES)),
                printTruth(resume(INT_TYPES)),
                printTruth(resume(INT_TYPES)),
                printTruth(ir.intrinsic(Intrinsics.GENERATOR_DONE, INT_TYPES, IrType.BOOL, ir.get(handle))),
                ir.forEach("f", x, ir.get(handle), false, ir.print("never"))))
        .isEqualTo("true\n0\nfalse\nfalse\ntrue\n");
  }

  @Test
  void sendAndReturnedValue() {
    var types = new IrFunction.Generator(IrType.I64, IrType.I64, IrType.I64);
    var list = List.<IrType>of(IrType.I64, IrType.I64, IrType.I64);
    ir.generator(
        "echo", types, List.of(),
        ir.sequence(
            ir.set(x, new IrOp.Yield(ir.i64(1), IrType.I64, ir.span())),
            ir.set(x, new IrOp.Yield(ir.add(ir.get(x), ir.i64(1)), IrType.I64, ir.span())),
            ir.leave(ir.add(ir.get(x), ir.i64(100)))));
    assertThat(
            output(
                ir.set(handle, generate("echo")),
                printTruth(ir.intrinsic(Intrinsics.GENERATOR_STARTED, list, IrType.BOOL, ir.get(handle))),
                printTruth(resume(list)),
                printTruth(ir.intrinsic(Intrinsics.GENERATOR_STARTED, list, IrType.BOOL, ir.get(handle))),
                ir.print(value(list)),
                ir.intrinsic(Intrinsics.GENERATOR_SEND, list, IrType.UNIT, ir.get(handle), ir.i64(10)),
                printTruth(resume(list)),
                ir.print(value(list)),
                printTruth(resume(list)),
                ir.print(ir.intrinsic(Intrinsics.GENERATOR_RESULT, list, IrType.I64, ir.get(handle)))))
        .isEqualTo("false\ntrue\ntrue\n1\ntrue\n11\nfalse\n100\n");
  }

  @Test
  void throwIntoGeneratorIsCaughtAtTheYield() {
    ir.generator(
        "g", INTS, List.of(),
        ir.sequence(
            ir.attempt(ir.yield(ir.i64(1)), ir.handler(List.of(base), ir.print("caught"), ir.yield(ir.i64(2))))));
    assertThat(
            output(
                ir.set(handle, generate("g")),
                printTruth(resume(INT_TYPES)),
                throwInto(),
                printTruth(resume(INT_TYPES)),
                ir.print(value(INT_TYPES)),
                printTruth(resume(INT_TYPES))))
        .isEqualTo("true\ncaught\ntrue\n2\nfalse\n");
  }

  private IrOp throwInto() {
    var object = Ir.local("thrown", IrType.PTR);
    return ir.sequence(
        ir.set(object, ir.allocate(IrType.Struct.of(IrType.PTR))),
        ir.store(ir.get(object), ir.symbol(key)),
        ir.intrinsic(Intrinsics.GENERATOR_THROW, INT_TYPES, IrType.UNIT, ir.get(handle), ir.get(object)));
  }

  @Test
  void exceptionOfTheBodyEndsTheGeneratorAndReachesTheCaller() {
    for (boolean infinite : new boolean[] {false, true}) {
      ir.generator(
          "g" + infinite, INTS, List.of(),
          ir.sequence(
              ir.set(i, ir.i64(0)),
              ir.whileLoop(
                  "w", infinite ? ir.truth(true) : ir.less(ir.get(i), ir.i64(10)),
                  ir.attemptFinally(
                      ir.sequence(ir.yield(ir.get(i)), ir.choose(ir.equal(ir.get(i), ir.i64(2)), ir.raise(key))),
                      ir.print("finally")),
                  ir.set(i, ir.add(ir.get(i), ir.i64(1))))));
    }
    IrOp use = ir.sequence();
    for (String name : List.of("gfalse", "gtrue")) {
      use =
          ir.sequence(
              use,
              ir.set(handle, generate(name)),
              ir.attempt(
                  ir.forEach("f", x, ir.get(handle), false, ir.print(ir.get(x))),
                  ir.handler(List.of(key), ir.print("key"))),
              printTruth(ir.intrinsic(Intrinsics.GENERATOR_DONE, INT_TYPES, IrType.BOOL, ir.get(handle))),
              printTruth(resume(INT_TYPES)),
              ir.intrinsic(Intrinsics.GENERATOR_DESTROY, List.of(), IrType.UNIT, ir.get(handle)),
              ir.attempt(
                  ir.forEach("f", x, generate(name), true, ir.print(ir.get(x))),
                  ir.handler(List.of(key), ir.print("key"))));
    }
    String once = "0\nfinally\n1\nfinally\n2\nfinally\nkey\n";
    assertThat(output(use)).isEqualTo((once + "true\nfalse\n" + once).repeat(2));
  }

  @Test
  void leavingTheLoopDestroysTheGeneratorAndRunsItsFinally() {
    ir.generator(
        "g", INTS, List.of(n),
        ir.attemptFinally(
            ir.sequence(ir.yield(ir.i64(1)), ir.yield(ir.i64(2))), ir.print("closed")));
    ir.generator(
        "outer", INTS, List.of(n),
        ir.sequence(ir.forEach("o", x, generate("g", ir.get(n)), true, ir.yield(ir.get(x)))));
    ir.define(
        "first", IrType.I64, List.of(n),
        ir.sequence(ir.forEach("f", x, generate("outer", ir.get(n)), true, ir.leave(ir.get(x))), ir.leave(ir.i64(-1))));
    assertThat(
            output(
                ir.forEach("f", x, generate("g", ir.i64(0)), true, ir.print(ir.get(x)), ir.breakFrom("f")),
                ir.print(ir.call("first", ir.i64(0))),
                ir.attempt(
                    ir.forEach("f", x, generate("g", ir.i64(0)), true, ir.raise(key)),
                    ir.handler(List.of(), ir.print("raised")))))
        .isEqualTo("1\nclosed\nclosed\n1\nclosed\nraised\n");
  }

  @Test
  void generatorNeverStartedRunsNothingWhenDestroyed() {
    ir.generator("g", INTS, List.of(n), ir.attemptFinally(ir.yield(ir.i64(1)), ir.print("closed")));
    assertThat(
            output(
                ir.set(handle, generate("g", ir.i64(0))),
                ir.intrinsic(Intrinsics.GENERATOR_DESTROY, List.of(), IrType.UNIT, ir.get(handle)),
                ir.print("end")))
        .isEqualTo("end\n");
  }

  @Test
  void truthsStructsAndUnitsAreYielded() {
    var pair = IrType.Struct.of(IrType.BOOL, IrType.I64);
    var p = Ir.local("p", pair);
    ir.generator(
        "pairs", new IrFunction.Generator(pair, IrType.UNIT, IrType.UNIT), List.of(),
        ir.sequence(
            ir.yield(ir.struct(pair, ir.truth(true), ir.i64(7))), ir.yield(ir.struct(pair, ir.truth(false), ir.i64(8)))));
    var u = Ir.local("u", IrType.UNIT);
    ir.generator(
        "units", new IrFunction.Generator(IrType.UNIT, IrType.UNIT, IrType.UNIT), List.of(),
        ir.sequence(ir.yield(ir.sequence()), ir.yield(ir.sequence())));
    assertThat(
            output(
                ir.forEach(
                    "f", p, generate("pairs"), true, printTruth(ir.extract(ir.get(p), 0)), ir.print(ir.extract(ir.get(p), 1))),
                ir.forEach("f", u, generate("units"), false, ir.print("unit"))))
        .isEqualTo("true\n7\nfalse\n8\nunit\nunit\n");
  }

  @Test
  void nestedGeneratorsBecomeOneLoop() {
    defineCount();
    ir.generator(
        "twice", INTS, List.of(n),
        ir.forEach("o", x, generate("count", ir.get(n)), true, ir.yield(ir.multiply(ir.get(x), ir.i64(2)))));
    ir.define(
        "sum", IrType.I64, List.of(n),
        ir.sequence(
            ir.set(total, ir.i64(0)),
            ir.forEach("f", x, generate("twice", ir.get(n)), true, ir.set(total, ir.add(ir.get(total), ir.get(x)))),
            ir.leave(ir.get(total))),
        "noinline", "export");
    var module = ir.module(ir.print(ir.call("sum", ir.i64(1000))));
    assertThat(Programs.run(module).output()).isEqualTo("999000\n");
    String text = Programs.optimized(module);
    int start = text.indexOf("@sum(");
    assertThat(text.substring(start, text.indexOf("\n}", start)))
        .doesNotContain("alloca").doesNotContain("cj_alloc").doesNotContain("@count").doesNotContain("@twice");
  }
}
