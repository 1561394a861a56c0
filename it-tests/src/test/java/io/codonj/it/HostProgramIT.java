package io.codonj.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Exported functions, called by a program in C.
final class HostProgramIT {
  private static final Path CLANG =
      Path.of(System.getProperty("codonj.root", ".."), "platform-core/target/clang/bin/clang").toAbsolutePath().normalize();

  private static final String MODULE =
      """
      print("top level")
      names = ["a", "bb"]
      total = 0

      @export
      def area(width: float, height: float) -> float:
          return width * height

      @export
      def count(step: int) -> int:
          global total
          total += step
          return total

      @export
      def is_long(index: int) -> bool:
          return len(names[index]) > 1

      @export
      def churn(rounds: int) -> None:
          for i in range(rounds):
              names[0] = "".join([str(j) for j in range(100)])[:1]
      """;

  private static final String HOST =
      """
      #include <pthread.h>
      #include <stdbool.h>
      #include <stdint.h>
      #include <stdio.h>
      #include <stdlib.h>
      double area(double, double);
      int64_t count(int64_t);
      bool is_long(int64_t);
      void churn(int64_t);
      static void *work(void *unused) { churn(2000); return unused; }
      static void threads(void) {
        pthread_t all[4];
        for (int i = 0; i < 4; i++) pthread_create(&all[i], 0, work, 0);
        for (int i = 0; i < 4; i++) pthread_join(all[i], 0);
      }
      int main(int argc, char **argv) {
        if (argc > 1) threads();
        count(40);
        printf("%g %d %d %ld\\n", area(2, 3.5), is_long(0), is_long(1), (long)count(2));
        threads();
        fflush(stdout);
        return is_long(7);
      }
      """;

  @TempDir Path work;
  private InstalledCodonj codonj = new InstalledCodonj(Path.of("."));

  @BeforeEach
  void start() throws IOException {
    codonj = new InstalledCodonj(work);
    Files.writeString(work.resolve("shapes.py"), MODULE);
    Files.writeString(work.resolve("host.c"), HOST);
  }

  @Test
  void aSharedLibraryStartsTheRuntimeWhenItIsFirstCalled() throws Exception {
    assertThat(codonj.call("build", "-lib", "shapes.py")).isEqualTo(new Processes.Result(0, "", ""));
    compile("-L.", "-lshapes", "-Wl,-rpath,.");
    check(run());
    check(run("threads-first"));
  }

  @Test
  void anObjectFileIsLinkedWithTheProgram() throws Exception {
    assertThat(codonj.call("build", "--obj", "-o", "part.o", "shapes.py")).isEqualTo(new Processes.Result(0, "", ""));
    compile("part.o", "-lm");
    check(run());
    check(run("threads-first"));
  }

  @Test
  void exportedFunctionsNeedTypesOfC() throws Exception {
    Files.writeString(work.resolve("bad.py"), "@export\ndef f(a, b: str) -> int:\n    return 1\n");
    assertThat(codonj.call("check", "bad.py").err())
        .startsWith("bad.py:2:7: error: 'f' cannot be exported: its parameter 'a' needs a type [CJ0326]");
    Files.writeString(work.resolve("bad.py"), "@export\ndef f(a: list[int]) -> int:\n    return 1\n");
    assertThat(codonj.call("check", "bad.py").err()).contains("'list[int]' is no type of C [CJ0326]");
    Files.writeString(work.resolve("bad.py"), "@export\ndef f(a: int):\n    pass\n");
    assertThat(codonj.call("check", "bad.py").err()).contains("its result needs a type");
  }

  /// What the exported functions print comes when the process ends, as for any buffered output.
  private static void check(Processes.Result result) {
    assertThat(result.out()).as(result.err()).isEqualTo("7 0 1 42\ntop level\n");
    assertThat(result.err()).endsWith(
        "line 17, in is_long\n    return len(names[index]) > 1\nIndexError: list index out of range\n");
    assertThat(result.status()).isEqualTo(1);
  }

  private Processes.Result run(String... arguments) throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of("./host"));
    command.addAll(List.of(arguments));
    return Processes.run(work, "", Map.of(), command);
  }

  private void compile(String... arguments) throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of(CLANG.toString(), "-fuse-ld=lld", "-O1", "host.c", "-o", "host"));
    command.addAll(List.of(arguments));
    assertThat(Processes.run(work, "", Map.of(), command)).isEqualTo(new Processes.Result(0, "", ""));
  }
}
