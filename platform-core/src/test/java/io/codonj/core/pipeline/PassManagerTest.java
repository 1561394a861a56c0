package io.codonj.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.codonj.api.diagnostic.CompilerBug;
import io.codonj.api.ir.IrModule;
import io.codonj.api.ir.IrParser;
import io.codonj.api.pass.AnalysisKey;
import io.codonj.api.pass.IrPass;
import io.codonj.api.pass.PassContext;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PassManagerTest {
  private static final IrModule GOOD = IrParser.parse("module m entry @main function @main() -> unit {}");
  private static final IrModule BAD =
      IrParser.parse("module m entry @main function @main() -> unit { break #nowhere }");

  private static PipelineContext context() {
    return new PipelineContext(LibraryRealizer.NONE, problem -> {
      throw new AssertionError(problem);
    });
  }

  private record Replacing(String id, IrModule replacement) implements IrPass {
    @Override
    public IrModule run(IrModule module, PassContext context) {
      return replacement;
    }
  }

  @Test
  void brokenIrNamesThePassAndShowsTheModule() {
    var manager = new PassManager(List.of(new Replacing("break-things", BAD)), PassOptions.VERIFYING);
    assertThatThrownBy(() -> manager.run(GOOD, context()))
        .isInstanceOf(CompilerBug.class)
        .hasMessageContaining("invalid IR after break-things")
        .hasMessageContaining("function @main: no enclosing loop or block has the label: break #nowhere")
        .hasMessageContaining("module m entry @main");
  }

  @Test
  void disabledPassesDoNotRun() {
    var options = new PassOptions(true, Set.of("break-things"), PassObserver.NONE);
    assertThat(new PassManager(List.of(new Replacing("break-things", BAD)), options).run(GOOD, context()))
        .isSameAs(GOOD);
  }

  @Test
  void timingsHaveOneLinePerPass() {
    var timings = new PassTimings();
    var passes = List.<IrPass>of(new Replacing("one", GOOD), new Replacing("two", GOOD), new Replacing("one", GOOD));
    new PassManager(passes, new PassOptions(false, Set.of(), timings)).run(GOOD, context());
    assertThat(timings.nanoseconds().keySet()).containsExactly("one", "two");
    assertThat(timings.report().lines()).hasSize(2);
  }

  @Test
  void analysesAreComputedOncePerModule() {
    var runs = new AtomicInteger();
    var count = new AnalysisKey<Integer>("count", module -> module.functions().size() + 10 * runs.incrementAndGet());
    var context = context();
    assertThat(context.analysis(count, GOOD)).isEqualTo(11);
    assertThat(context.analysis(count, GOOD)).isEqualTo(11);
    assertThat(context.analysis(count, BAD)).isEqualTo(21);
  }

  @Test
  void functionsThatAPassAddsJoinTheModule() {
    IrModule other = IrParser.parse("module o entry @made function @made() -> unit {}");
    IrPass adding = new IrPass() {
      @Override
      public String id() {
        return "add";
      }

      @Override
      public IrModule run(IrModule module, PassContext context) {
        context.add(other.functions().get("made"));
        return module;
      }
    };
    IrModule result = new PassManager(List.of(adding), PassOptions.VERIFYING).run(GOOD, context());
    assertThat(result.functions().keySet()).containsExactly("main", "made");
  }
}
