package io.codonj.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/// Where CPython 3.11 is at hand, the recorded results must be its own. Those of Python programs were recorded from it.
/// Modules that CPython does not have are models in `src/test/python`.
@EnabledIf("isAvailable")
final class CPythonOracleIT {
  private static final String PYTHON = "python3.11";
  private static final Path MODELS = Path.of("src/test/python");

  @TempDir Path directory;

  static boolean isAvailable() {
    return Stream.of(System.getenv("PATH").split(":")).anyMatch(each -> Files.isExecutable(Path.of(each, PYTHON)));
  }

  @TestFactory
  Stream<DynamicTest> recordedResults() throws IOException {
    return ProgramCase.all().stream()
        .filter(each -> each.isPython() && !each.isRejected())
        .map(each -> dynamicTest(each.name(), () -> check(each)));
  }

  private void check(ProgramCase program) throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of(PYTHON, program.program().toAbsolutePath().toString()));
    command.addAll(program.lines(".args"));
    // Our tracebacks show lines without marks below them.
    var environment = Map.of(
        "PYTHONDONTWRITEBYTECODE", "1", "PYTHONNODEBUGRANGES", "1", "PYTHONPATH", MODELS.toAbsolutePath().toString());
    Path work = Files.createTempDirectory(directory, "work");
    var run = Processes.run(work, program.text(".in"), environment, command);
    assertThat(run.out()).isEqualTo(program.text(".out"));
    assertThat(run.status()).isEqualTo(program.exitStatus());
    assertTrue(program.lines(".stderr").stream().allMatch(run.err()::contains), run.err());
  }
}
