package io.codonj.it.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.codonj.api.diagnostic.CompilerBug;
import io.codonj.core.driver.BuildOptions;
import io.codonj.core.driver.Compilation;
import io.codonj.core.driver.CompileRequest;
import io.codonj.core.driver.CompileResult;
import io.codonj.core.driver.Product;
import io.codonj.core.source.Installation;
import io.codonj.it.Processes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/// Whatever the input, the compiler ends soon, with a product or with diagnostics that have a place.
///
/// `-Dcodonj.fuzz=50000` sets how many inputs are checked, `-Dcodonj.fuzz.run=1000` how many are built and compared with
/// CPython, `-Dcodonj.fuzz.seed=N` where the numbers begin. Inputs that fail are kept in `target/fuzz`.
final class FuzzIT {
  private static final int INPUTS = Integer.getInteger("codonj.fuzz", 2000);
  private static final int RUNS = Integer.getInteger("codonj.fuzz.run", 25);
  private static final long SEED = Long.getLong("codonj.fuzz.seed", 1);
  private static final long LIMIT_SECONDS = 30;
  private static final Path CASES = Path.of("src/test/resources/cases");
  private static final Path FAILED = Path.of("target/fuzz");
  private static final String PYTHON = "python3.11";

  private final List<String> failures = new ArrayList<>();

  @TempDir Path directory;

  static boolean hasPython() {
    return Stream.of(System.getenv("PATH").split(":")).anyMatch(each -> Files.isExecutable(Path.of(each, PYTHON)));
  }

  @Test
  void anyInputEndsInAProductOrInDiagnostics() throws IOException {
    var mutator = new ProgramMutator(sources());
    for (int i = 0; i < INPUTS; i++) {
      var random = new Random(SEED + i);
      boolean valid = i % 5 == 0;
      String program = valid ? ProgramGenerator.program(random) : mutator.mutant(random);
      Path file = directory.resolve("input.py");
      Files.writeString(file, program);
      examine(program, i, file, valid);
    }
    assertThat(failures).as("programs are kept in " + FAILED.toAbsolutePath()).isEmpty();
  }

  @Test
  @EnabledIf("hasPython")
  void generatedProgramsAgreeWithCPython() throws IOException, InterruptedException {
    Path executable = directory.resolve("program");
    for (int i = 0; i < RUNS; i++) {
      String program = ProgramGenerator.program(new Random(SEED * 1_000_003 + i));
      Path file = directory.resolve("generated.py");
      Files.writeString(file, program);
      var result = compile(file, Product.EXECUTABLE, executable);
      if (!result.succeeded()) {
        fail(program, i, "does not compile: " + problems(result));
        continue;
      }
      var ours = Processes.run(directory, "", Map.of(), List.of(executable.toString()));
      var expected = Processes.run(directory, "", Map.of(), List.of(PYTHON, file.toString()));
      if (!ours.out().equals(expected.out()) || ours.status() != expected.status()) {
        fail(program, i, "prints something else than CPython");
      }
    }
    assertThat(failures).as("programs are kept in " + FAILED.toAbsolutePath()).isEmpty();
  }

  private void examine(String program, int number, Path file, boolean valid) throws IOException {
    // A thread of its own, because one that hangs cannot be ended.
    var task = new FutureTask<>(() -> compile(file, Product.CHECKED, file));
    Thread.ofPlatform().daemon().start(task);
    try {
      CompileResult result = task.get(LIMIT_SECONDS, TimeUnit.SECONDS);
      if (valid && !result.succeeded()) {
        fail(program, number, "does not compile: " + problems(result));
      } else if (!result.succeeded() && result.diagnostics().isEmpty()) {
        fail(program, number, "is refused without a diagnostic");
      } else if (result.diagnostics().stream().anyMatch(each -> !each.span().exists())) {
        fail(program, number, "is refused without a place: " + problems(result));
      }
    } catch (ExecutionException problem) {
      fail(program, number, problem.getCause() instanceof CompilerBug bug ? bug.getMessage() : problem.toString());
    } catch (TimeoutException problem) {
      fail(program, number, "takes more than " + LIMIT_SECONDS + " s");
    } catch (InterruptedException problem) {
      throw new AssertionError(problem);
    }
  }

  private static CompileResult compile(Path file, Product product, Path output) {
    var request = new CompileRequest(file.toString(), product, output, BuildOptions.DEBUG);
    return new Compilation(Installation.ofThisProcess().orElseThrow()).run(request);
  }

  private static String problems(CompileResult result) {
    return String.join("; ", result.diagnostics().stream()
        .map(each -> each.span() + ": " + each.message() + " [" + each.code().code() + "]").toList());
  }

  private void fail(String program, int number, String reason) throws IOException {
    Files.createDirectories(FAILED);
    Files.writeString(FAILED.resolve(number + ".py"), program);
    failures.add(number + ".py " + reason);
  }

  private static List<String> sources() throws IOException {
    try (Stream<Path> files = Files.walk(CASES)) {
      return files.filter(each -> each.toString().endsWith(".py")).sorted().map(FuzzIT::read).toList();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }
}
