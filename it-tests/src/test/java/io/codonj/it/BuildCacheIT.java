package io.codonj.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `codonj run` keeps, and when it does not.
final class BuildCacheIT {
  /// Longer than the grain of time stamps, below which a file is too young for the launcher's index.
  private static final long CLOCK_GRAIN_MILLIS = 60;

  @TempDir Path work;
  private InstalledCodonj codonj = new InstalledCodonj(Path.of("."));

  @BeforeEach
  void start() {
    codonj = new InstalledCodonj(work);
  }

  @Test
  void anUnchangedProgramStartsFromTheCache() throws Exception {
    write("app.py", "print('compiled')\n");
    assertThat(codonj.call("run", "app.py").out()).isEqualTo("compiled\n");
    assertThat(files("index")).hasSize(1);
    replaceExecutable();
    assertThat(codonj.call("run", "app.py").out()).isEqualTo("cached\n");
  }

  @Test
  void aTouchedButEqualProgramIsNotBuiltAgain() throws Exception {
    write("app.py", "print('compiled')\n");
    codonj.call("run", "app.py");
    replaceExecutable();
    write("app.py", "print('compiled')\n");
    assertThat(codonj.call("run", "app.py").out()).isEqualTo("cached\n");
  }

  @Test
  void aChangedImportIsBuiltAgain() throws Exception {
    write("part.py", "def text() -> str:\n    return 'one'\n");
    write("app.py", "import part\nprint(part.text())\n");
    assertThat(codonj.call("run", "app.py").out()).isEqualTo("one\n");
    write("part.py", "def text() -> str:\n    return 'two'\n");
    assertThat(codonj.call("run", "app.py").out()).isEqualTo("two\n");
  }

  @Test
  void aModuleThatAppearsInFrontOfAnotherIsSeen() throws Exception {
    write("part.py", "def text() -> str:\n    return 'py'\n");
    write("app.py", "import part\nprint(part.text())\n");
    assertThat(codonj.call("run", "app.py").out()).isEqualTo("py\n");
    write("part.codon", "def text() -> str:\n    return 'codon'\n");
    assertThat(codonj.call("run", "app.py").out()).isEqualTo("codon\n");
  }

  @Test
  void flagsArePartOfTheKey() throws Exception {
    write("app.py", "print(__debug__)\n");
    codonj.call("run", "app.py");
    codonj.call("run", "-debug", "app.py");
    assertThat(files("programs")).hasSize(2);
  }

  @Test
  void runsAtTheSameTimeDoNotDisturbEachOther() throws Exception {
    write("app.py", "print('together')\n");
    var calls = new ArrayList<Callable<Processes.Result>>();
    for (int i = 0; i < 4; i++) {
      calls.add(() -> codonj.call("run", "app.py"));
    }
    try (var threads = Executors.newFixedThreadPool(calls.size())) {
      for (Future<Processes.Result> each : threads.invokeAll(calls)) {
        assertThat(each.get()).isEqualTo(new Processes.Result(0, "together\n", ""));
      }
    }
    assertThat(files("programs")).hasSize(1);
  }

  @Test
  void theSizeIsBounded() throws Exception {
    for (int i = 0; i < 3; i++) {
      write("app.py", "print(" + i + ")\n");
      var result = codonj.callWith("", Map.of("CODONJ_CACHE_LIMIT", "1"), "run", "app.py");
      assertThat(result.out()).isEqualTo(i + "\n");
    }
    assertThat(files("programs")).hasSize(1);
  }

  @Test
  void cleanEmptiesIt() throws Exception {
    write("app.py", "print(1)\n");
    codonj.call("run", "app.py");
    assertThat(codonj.call("clean").out()).startsWith("freed ");
    assertThat(files("programs")).isEmpty();
    assertThat(files("manifests")).isEmpty();
    assertThat(files("index")).isEmpty();
    assertThat(codonj.call("run", "app.py").out()).isEqualTo("1\n");
  }

  /// Puts another program in the place of the only cached one.
  private void replaceExecutable() throws IOException {
    Path program = files("programs").getFirst();
    Files.delete(program);
    Files.writeString(program, "#!/bin/sh\necho cached\n");
    program.toFile().setExecutable(true);
  }

  private List<Path> files(String part) throws IOException {
    Path directory = codonj.cache().resolve(part);
    if (!Files.exists(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files.toList();
    }
  }

  private void write(String name, String text) throws IOException, InterruptedException {
    Files.writeString(work.resolve(name), text);
    Thread.sleep(CLOCK_GRAIN_MILLIS);
  }
}
