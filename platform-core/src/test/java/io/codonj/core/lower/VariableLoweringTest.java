package io.codonj.core.lower;

import static io.codonj.core.lower.TypedNodes.add;
import static io.codonj.core.lower.TypedNodes.call;
import static io.codonj.core.lower.TypedNodes.evaluate;
import static io.codonj.core.lower.TypedNodes.get;
import static io.codonj.core.lower.TypedNodes.literal;
import static io.codonj.core.lower.TypedNodes.newCell;
import static io.codonj.core.lower.TypedNodes.print;
import static io.codonj.core.lower.TypedNodes.returning;
import static io.codonj.core.lower.TypedNodes.set;
import static io.codonj.core.lower.TypedNodes.unbind;
import static io.codonj.core.lower.TypedNodes.when;
import static io.codonj.core.lower.TypedProgram.BOOL;
import static io.codonj.core.lower.TypedProgram.INT;
import static io.codonj.core.lower.TypedProgram.local;
import static io.codonj.core.lower.TypedProgram.parameter;

import java.util.List;
import org.junit.jupiter.api.Test;

class VariableLoweringTest {
  private final TypedProgram program = new TypedProgram();

  @Test
  void localsThatMayBeUnboundAreChecked() {
    var condition = parameter("condition", BOOL);
    var x = local("x", INT);
    x.markMayBeUnbound();
    var f = program.function("f", List.of(condition), INT, when(get(condition), set(x, literal(1))), returning(get(x)));
    IrSnapshot.check("checked-local", program.lower(print(call(f, literal(true)))));
  }

  @Test
  void deletedParametersAreChecked() {
    var x = parameter("x", INT);
    x.markMayBeUnbound();
    var f = program.function("f", List.of(x), INT, unbind(x), returning(get(x)));
    IrSnapshot.check("checked-parameter", program.lower(print(call(f, literal(1)))));
  }

  @Test
  void globalsThatMayBeUnboundAreChecked() {
    var x = program.global("__main__.x", INT);
    x.markMayBeUnbound();
    IrSnapshot.check("checked-global", program.lower(set(x, literal(1)), unbind(x), print(get(x))));
  }

  @Test
  void capturedParametersAndLocalsMoveToCells() {
    var n = parameter("n", INT);
    n.makeCell();
    var total = local("total", INT);
    total.makeCell();
    total.markMayBeUnbound();
    var inner = program.closure(
        "f.inner", List.of(n, total), List.of(), INT,
        set(total, get(n)), set(n, add(get(n), literal(1))), returning(get(total)));
    var f = program.function(
        "f", List.of(n), INT, newCell(total), evaluate(call(inner, get(n), get(total))), returning(get(total)));
    IrSnapshot.check("cells", program.lower(print(call(f, literal(1)))));
  }
}
