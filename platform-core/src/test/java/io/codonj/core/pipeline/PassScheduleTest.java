package io.codonj.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.codonj.api.diagnostic.Diagnostic;
import io.codonj.api.ir.IrModule;
import io.codonj.api.pass.IrPass;
import io.codonj.api.pass.PassContext;
import io.codonj.api.pass.PassSlot;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PassScheduleTest {
  private final List<Diagnostic> problems = new ArrayList<>();

  private record Contributed(String id, PassSlot slot, List<String> before, List<String> after) implements IrPass {
    @Override
    public IrModule run(IrModule module, PassContext context) {
      return module;
    }
  }

  private List<String> order(Contributed... contributed) {
    return StandardPipeline.passes(false, List.of(contributed), problems::add).stream().map(IrPass::id).toList();
  }

  @Test
  void slotsDecideWithoutFurtherDemands() {
    List<String> order = order(
        new Contributed("last", PassSlot.BEFORE_EMIT, List.of(), List.of()),
        new Contributed("first", PassSlot.AFTER_LOWERING, List.of(), List.of()));
    assertThat(order.getFirst()).isEqualTo("first");
    assertThat(order.getLast()).isEqualTo("last");
    assertThat(problems).isEmpty();
  }

  @Test
  void demandsMovePassesOutOfTheirSlots() {
    List<String> order = order(
        new Contributed("b", PassSlot.AFTER_LOWERING, List.of(), List.of("a")),
        new Contributed("a", PassSlot.AFTER_LOWERING, List.of(), List.of("lower-range-loops")));
    assertThat(order.indexOf("a")).isGreaterThan(order.indexOf("lower-range-loops"));
    assertThat(order.indexOf("b")).isGreaterThan(order.indexOf("a"));
    assertThat(problems).isEmpty();
  }

  @Test
  void passesMayComeBeforeBuiltInOnes() {
    List<String> order = order(new Contributed("early", PassSlot.BEFORE_EMIT, List.of("fold-constants"), List.of()));
    assertThat(order.indexOf("early")).isLessThan(order.indexOf("fold-constants"));
  }

  @Test
  void unknownPassesAreReported() {
    order(new Contributed("a", PassSlot.BEFORE_EMIT, List.of("nothing"), List.of()));
    assertThat(problems).extracting(problem -> problem.code().code(), Diagnostic::message)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(
            "CJ0401", "pass 'a' refers to an unknown pass 'nothing'"));
  }

  @Test
  void circlesAreReported() {
    List<String> order = order(
        new Contributed("a", PassSlot.BEFORE_EMIT, List.of("b"), List.of()),
        new Contributed("b", PassSlot.BEFORE_EMIT, List.of("a"), List.of()));
    assertThat(problems).extracting(problem -> problem.code().code(), Diagnostic::message)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(
            "CJ0402", "the order demanded by these passes is circular: a, b"));
    assertThat(order).contains("a", "b", "fold-constants");
  }
}
