package io.codonj.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.codonj.api.diagnostic.Diagnostic;
import io.codonj.core.driver.BuildOptions;
import io.codonj.core.driver.Compilation;
import io.codonj.core.driver.CompileRequest;
import io.codonj.core.driver.CompileResult;
import io.codonj.core.driver.Product;
import io.codonj.core.source.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Compiles every program inside this JVM, runs it, and compares with CPython's results.
///
/// One program: `-Dcodonj.only=strings`.
abstract class ProgramCases {
  private final BuildOptions options;

  @TempDir Path directory;

  ProgramCases(BuildOptions options) {
    this.options = options;
  }

  @TestFactory
  Stream<DynamicTest> programs() throws IOException {
    return ProgramCase.all().stream()
        .map(each -> dynamicTest(each.name(), each.program().toUri(), () -> check(each)));
  }

  private void check(ProgramCase program) throws IOException, InterruptedException {
    Path executable = directory.resolve("program");
    CompileResult result = compile(program, executable);
    String problems = result.diagnostics().stream().map(ProgramCases::line).collect(Collectors.joining("\n"));
    if (program.isRejected()) {
      checkRejected(program, result, problems);
      return;
    }
    assertThat(result.succeeded()).as(problems).isTrue();
    program.lines(".warnings").forEach(text -> assertThat(problems).contains(text));
    var command = new ArrayList<>(List.of(executable.toString()));
    command.addAll(program.lines(".args"));
    Path work = Files.createTempDirectory(directory, "work");
    var run = Processes.run(work, program.text(".in"), Map.of(), command);
    assertThat(run.out()).as("standard output; standard error was: " + run.err()).isEqualTo(program.text(".out"));
    assertThat(run.status()).as("exit status; standard error was: " + run.err()).isEqualTo(program.exitStatus());
    program.lines(".stderr").forEach(text -> assertThat(run.err()).contains(text));
  }

  private CompileResult compile(ProgramCase program, Path executable) {
    // Tracebacks show lines of the source, which the program looks for from its own working directory.
    String source = program.program().toAbsolutePath().toString();
    var request = new CompileRequest(source, Product.EXECUTABLE, executable, options);
    return new Compilation(Installation.ofThisProcess().orElseThrow()).run(request);
  }

  private static void checkRejected(ProgramCase program, CompileResult result, String problems) {
    assertThat(result.succeeded()).as("it compiled, which it must not").isFalse();
    List<String> expected = program.lines(".reject");
    Diagnostic first = result.diagnostics().getFirst();
    assertThat(first.span().line()).as(problems).isEqualTo(Integer.parseInt(expected.getFirst().strip()));
    assertThat(expected.subList(1, expected.size()))
        .as(problems)
        .anyMatch(word -> line(first).toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT)));
  }

  private static String line(Diagnostic diagnostic) {
    return diagnostic.span() + ": " + diagnostic.message() + " [" + diagnostic.code().code() + "]";
  }
}
