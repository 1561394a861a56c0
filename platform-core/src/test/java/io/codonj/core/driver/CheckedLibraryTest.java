package io.codonj.core.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.codonj.api.ir.IrBuilder;
import io.codonj.api.ir.IrFunction;
import io.codonj.api.ir.IrModule;
import io.codonj.api.ir.IrOp;
import io.codonj.api.ir.IrPrinter;
import io.codonj.api.ir.IrType;
import io.codonj.api.pass.IrPass;
import io.codonj.api.pass.PassContext;
import io.codonj.api.source.SourceFile;
import io.codonj.api.source.Span;
import io.codonj.api.types.Type;
import io.codonj.api.types.Type.ClassType;
import io.codonj.core.backend.llvm.Output;
import io.codonj.core.pipeline.PassManager;
import io.codonj.core.pipeline.PassOptions;
import io.codonj.core.pipeline.PipelineContext;
import io.codonj.core.source.InputRecord;
import io.codonj.core.source.Installation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Passes may ask for library code that the program itself does not use.
final class CheckedLibraryTest {
  private static final Type INT = ClassType.of("int");
  private static final Type STR = ClassType.of("str");
  private static final String PRINT = "builtins._print_value";

  @TempDir Path directory;

  private final CollectedDiagnostics problems = new CollectedDiagnostics();
  private final Compiler compiler = new Compiler(
      Installation.ofThisProcess().orElseThrow(), BuildOptions.DEBUG, new InputRecord(), problems);

  private IrModule lowered(String program) {
    var file = new SourceFile(directory.resolve("main.py").toString(), program);
    return compiler.lower(compiler.infer(compiler.parse(file).orElseThrow()).orElseThrow());
  }

  private PipelineContext context() {
    return new PipelineContext(compiler.realizer(), problems);
  }

  /// Has the entry end with a call.
  private record Ending(String function, List<Type> types, IrOp... arguments) implements IrPass {
    @Override
    public String id() {
      return "ending";
    }

    @Override
    public IrModule run(IrModule module, PassContext context) {
      IrFunction entry = module.functions().get(module.entry());
      var build = new IrBuilder(Span.NONE);
      IrOp call = build.call(context.realize(function, types).orElseThrow(), arguments);
      var functions = new LinkedHashMap<>(module.functions());
      functions.put(entry.name(), entry.withBody(build.sequence(entry.body(), call)));
      return new IrModule(module.name(), module.globals(), functions, module.entry());
    }
  }

  @Test
  void realizedCodeRuns() throws IOException, InterruptedException {
    var build = new IrBuilder(Span.NONE);
    IrModule program = lowered("value = 1\n");
    IrModule result = new PassManager(
        List.of(new Ending(PRINT, List.of(INT), build.constant(42))), PassOptions.VERIFYING).run(program, context());
    Path executable = directory.resolve("program");
    byte[] object = compiler.emit(result, Output.OBJECT).output().orElseThrow();
    assertThat(compiler.link(object, result, executable)).isTrue();
    Process run = new ProcessBuilder(executable.toString()).start();
    assertThat(new String(run.getInputStream().readAllBytes())).isEqualTo("42");
    assertThat(run.waitFor()).isZero();
  }

  /// Looking up a key may raise `KeyError`, of which the program made no objects before: the virtual calls of
  /// exceptions come to know it.
  @Test
  void virtualCallsLearnFurtherClasses() {
    IrModule program = lowered("value = 1\n");
    Type table = ClassType.of("dict", INT, INT);
    var build = new IrBuilder(Span.NONE);
    var pass = new Ending("dict.__getitem__", List.of(table, INT), build.undefined(IrType.PTR), build.constant(1));
    IrModule result = new PassManager(List.of(pass), PassOptions.VERIFYING).run(program, context());
    String text = IrPrinter.print(result);
    assertThat(IrPrinter.print(program)).doesNotContain("KeyError.__str__");
    assertThat(text).contains("KeyError.__str__");
  }

  @Test
  void whatTheCheckerKnowsOfAnInstance() {
    IrModule program = lowered("def double(x):\n    return x * 2\nprint(double(4))\n");
    String name = program.functions().keySet().stream().filter(n -> n.contains("double")).findFirst().orElseThrow();
    var known = context().instance(name).orElseThrow();
    assertThat(known.function()).isEqualTo("__main__.double");
    assertThat(known.argumentTypes()).containsExactly(INT);
    assertThat(known.result()).isEqualTo(INT);
    assertThat(context().instance("nothing")).isEmpty();
  }

  @Test
  void whatTheLibraryHasNotOrDoesNotTakeIsRefused() {
    lowered("value = 1\n");
    assertThat(context().realize("builtins.nothing_of_that_name", List.of())).isEmpty();
    assertThat(context().realize(PRINT, List.of(INT, INT))).isEmpty();
    assertThat(context().realize("str.upper", List.of(INT))).isEqualTo(Optional.empty());
    assertThat(context().realize("str.upper", List.of(STR))).isPresent();
    assertThat(problems.inSourceOrder()).isEmpty();
  }
}
