package io.codonj.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.codonj.api.ir.IrFunction;
import io.codonj.api.ir.IrModule;
import io.codonj.api.ir.IrOp;
import io.codonj.api.ir.IrParser;
import io.codonj.api.ir.IrPrinter;
import io.codonj.api.ir.IrVerifier;
import io.codonj.api.ir.IrWalker;
import io.codonj.api.pass.OutlinedRegion;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RegionOutlinerTest {

  private static Optional<OutlinedRegion> outline(String body) {
    IrModule module = IrParser.parse("""
        module m entry @main
        global @total: i64
        function @main() -> unit {}
        function @f(%n: i64, %p: ptr) -> unit {
          local %i: i64
          local %sum: i64
          local %own: i64
          %sum = %i
          block #outer { region "par"() { BODY } }
          call @f(%sum, %p) -> unit
        }
        """.replace("BODY", body));
    IrFunction function = module.functions().get("f");
    var region = new IrOp[1];
    new IrWalker() {
      @Override
      public void walk(IrOp op) {
        if (op instanceof IrOp.Region) {
          region[0] = op;
        }
        walkChildren(op);
      }
    }.walk(java.util.Objects.requireNonNull(function.body()));
    var context = new PipelineContext(LibraryRealizer.NONE, _ -> {});
    Optional<OutlinedRegion> result = context.outline(function, region[0], "par");
    result.ifPresent(outlined -> {
      var functions = new LinkedHashMap<>(module.functions());
      functions.put(outlined.function().name(), outlined.function());
      assertThat(IrVerifier.verify(new IrModule("m", module.globals(), functions, "main"))).isEmpty();
    });
    return result;
  }

  @Test
  void readVariablesAreCapturedByValueAndWrittenOnesByReference() {
    OutlinedRegion outlined =
        outline("for #l %i in range(i64 0, %n, i64 1) { %own = %i %sum = add(%sum, %own) @total = %sum }").orElseThrow();
    assertThat(IrPrinter.print(outlined.function())).isEqualTo("""
        function @f.par.0(%n: i64, %i: ptr, %sum: ptr) -> unit display "f" origin "f.<region>" {
          local %i.inner: i64
          local %own: i64
          region "par"() {
            for #l %i.inner in range(i64 0, %n, i64 1) {
              store(%i, %i.inner)
              %own = load[i64](%i)
              store(%sum, add(load[i64](%sum), %own))
              @total = load[i64](%sum)
            }
          }
        }
        """);
    assertThat(outlined.captures()).extracting(capture -> capture.variable().name() + " " + capture.byReference())
        .containsExactly("n false", "i true", "sum true");
  }

  @Test
  void aRegionWithAValueReturnsIt() {
    OutlinedRegion outlined = outline("add(%n, i64 1)").orElseThrow();
    assertThat(outlined.function().result()).hasToString("i64");
    assertThat(IrPrinter.print(outlined.function())).contains("return region \"par\"()");
  }

  @Test
  void jumpsAndReturnsOutOfTheRegionPreventOutlining() {
    assertThat(outline("break #outer")).isEmpty();
    assertThat(outline("return")).isEmpty();
    assertThat(outline("block #inner { break #inner }")).isPresent();
  }
}
