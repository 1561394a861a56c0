package io.codonj.core.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.codonj.api.ir.IrModule;
import io.codonj.api.ir.IrParser;
import io.codonj.api.ir.IrPrinter;
import io.codonj.api.ir.IrVerifier;
import io.codonj.core.pipeline.LibraryRealizer;
import io.codonj.core.pipeline.PassManager;
import io.codonj.core.pipeline.PassOptions;
import io.codonj.core.pipeline.PipelineContext;
import io.codonj.core.pipeline.StandardPipeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// What lowering writes can be read back, and survives both pipelines.
class LoweredTextTest {
  private static final Path ROOT = Path.of("src/test/resources/snapshots/lower");

  @TestFactory
  Stream<DynamicTest> loweredModules() throws IOException {
    try (Stream<Path> files = Files.list(ROOT)) {
      return files
          .filter(file -> file.toString().endsWith(".ir"))
          .sorted()
          .toList()
          .stream()
          .map(file -> dynamicTest(file.getFileName().toString(), file.toUri(), () -> check(file)));
    }
  }

  private static void check(Path file) throws IOException {
    String text = Files.readString(file);
    IrModule module = IrParser.parse(text);
    assertThat(IrPrinter.print(module).strip()).isEqualTo(text.strip());
    assertThat(IrVerifier.verify(module)).isEmpty();
    for (boolean debug : new boolean[] {false, true}) {
      var context = new PipelineContext(LibraryRealizer.NONE, problem -> {
        throw new AssertionError(problem);
      });
      var passes = debug ? StandardPipeline.debugPasses() : StandardPipeline.passes();
      IrModule result = new PassManager(passes, PassOptions.VERIFYING).run(module, context);
      String printed = IrPrinter.print(result);
      assertThat(IrPrinter.print(IrParser.parse(printed))).isEqualTo(printed);
    }
  }
}
