package io.codonj.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What users type, and what they get.
final class CommandLineIT {
  @TempDir Path work;
  private InstalledCodonj codonj = new InstalledCodonj(Path.of("."));

  @BeforeEach
  void start() {
    codonj = new InstalledCodonj(work);
  }

  @Test
  void runsAProgram() throws Exception {
    write("hello.py", "print('hello')\n");
    var result = codonj.call("run", "hello.py");
    assertThat(result).isEqualTo(new Processes.Result(0, "hello\n", ""));
  }

  @Test
  void whatFollowsTheFileBelongsToTheProgram() throws Exception {
    write("show.py", "import sys\nprint(sys.argv)\n");
    var result = codonj.call("run", "-release", "show.py", "-debug", "--help", "@x", "--", "a b");
    assertThat(result.out()).isEqualTo("['show.py', '-debug', '--help', '@x', '--', 'a b']\n");
  }

  @Test
  void definitionsDecideWhatIsCompiled() throws Exception {
    write("sized.py", "if SIZE == 3:\n    print(SIZE + 1)\nelse:\n    nothing_of_that_name()\n");
    var result = codonj.call("run", "-D", "SIZE=3", "sized.py");
    assertThat(result.out()).as(result.err()).isEqualTo("4\n");
    assertThat(codonj.call("run", "-D", "SIZE=4", "sized.py").status()).isEqualTo(1);
  }

  @Test
  void readsTheProgramFromStandardInput() throws Exception {
    var result = codonj.callWith("print(6 * 7)\n", Map.of(), "run", "-");
    assertThat(result.out()).as(result.err()).isEqualTo("42\n");
  }

  @Test
  void theProgramHasItsOwnInputAndExitStatus() throws Exception {
    write("echo.py", "import sys\nprint(input().upper())\nsys.exit(7)\n");
    var result = codonj.callWith("abc\n", Map.of(), "run", "echo.py");
    assertThat(result.out()).as(result.err()).isEqualTo("ABC\n");
    assertThat(result.status()).isEqualTo(7);
  }

  @Test
  void anUncaughtExceptionGivesATracebackAndStatusOne() throws Exception {
    write("fail.py", "def f(x: int) -> int:\n    return 1 // x\n\nprint(f(0))\n");
    var result = codonj.call("run", "fail.py");
    assertThat(result.status()).isEqualTo(1);
    assertThat(result.err()).contains("Traceback (most recent call last):", "line 2, in f", "ZeroDivisionError");
  }

  @Test
  void aProgramWithErrorsIsNotRun() throws Exception {
    write("wrong.py", "print('before')\nprint(missing)\n");
    var result = codonj.call("run", "wrong.py");
    assertThat(result.status()).isEqualTo(1);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).startsWith("wrong.py:2:7: error: name 'missing' is not defined [CJ");
    assertThat(result.err()).contains("  2 | print(missing)\n    |       ^^^^^^^\n");
  }

  @Test
  void aMissingFileIsADiagnostic() throws Exception {
    var result = codonj.call("run", "nowhere.py");
    assertThat(result.status()).isEqualTo(1);
    assertThat(result.err()).contains("error: no such file: 'nowhere.py' [CJ0001]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"run", "build -frobnicate x.py", "frobnicate", "build -release -debug x.py", "build --emit=tea x.py", "build -pyext x.py"})
  void wrongUsageGivesStatusTwoAndNoStackTrace(String line) throws Exception {
    var result = codonj.call(line.split(" "));
    assertThat(result.status()).isEqualTo(2);
    assertThat(result.err()).startsWith("codonj").doesNotContain("\tat ");
  }

  @Test
  void buildsAnExecutable() throws Exception {
    write("app.py", "print('built')\n");
    assertThat(codonj.call("build", "-release", "app.py", "-o", "app").err()).isEmpty();
    var run = Processes.run(work, "", Map.of(), List.of(work.resolve("app").toString()));
    assertThat(run).isEqualTo(new Processes.Result(0, "built\n", ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"tokens", "ast", "types", "ir", "llvm", "asm"})
  void printsEachIntermediateForm(String form) throws Exception {
    write("square.py", "def square(n: int) -> int:\n    return n * n\n\nprint(square(4))\n");
    var result = codonj.call("build", "--emit=" + form, "square.py");
    assertThat(result.err()).isEmpty();
    assertThat(result.status()).isZero();
    assertThat(result.out().lines().count()).isGreaterThan(1);
  }

  @Test
  void writesObjectFiles() throws Exception {
    write("app.py", "print(1)\n");
    var result = codonj.call("build", "--emit=obj", "app.py");
    assertThat(result.status()).as(result.err()).isZero();
    assertThat(Files.readAllBytes(work.resolve("app.o"))).startsWith(0x7f, 'E', 'L', 'F');
  }

  @Test
  void diagnosticsComeAsJsonAndSarifToo() throws Exception {
    write("wrong.py", "x = missing\n");
    var json = codonj.call("check", "--diagnostics=json", "wrong.py").err();
    assertThat(json).startsWith("{\"code\":\"CJ").contains("\"line\":1,\"column\":5").endsWith("}\n");
    var sarif = codonj.call("check", "--diagnostics=sarif", "wrong.py").err();
    assertThat(sarif).contains("\"version\":\"2.1.0\"", "\"startLine\":1");
  }

  @Test
  void explainsErrorCodes() throws Exception {
    assertThat(codonj.call("explain", "cj0001").out()).startsWith("# CJ0001");
    assertThat(codonj.call("explain", "CJ9999").status()).isEqualTo(1);
  }

  @Test
  void eachCommandHasHelpWithAnExample() throws Exception {
    for (String command : List.of("run", "build", "check", "explain", "clean", "version", "completion", "test", "doc", "new")) {
      assertThat(codonj.call(command, "--help").out()).contains("Example", "codonj " + command);
    }
    assertThat(codonj.call("completion").out()).contains("complete ");
    assertThat(codonj.call("completion", "fish").out()).contains("-n '__fish_seen_subcommand_from build' -o release -l release");
    assertThat(codonj.call("version").out()).startsWith("codonj ");
  }

  @Test
  void timesEachHop() throws Exception {
    write("app.py", "print(1)\n");
    var result = codonj.call("build", "--time-passes", "--verify-ir", "app.py", "-o", "app");
    assertThat(result.status()).as(result.err()).isZero();
    assertThat(result.err()).contains("ms  parse", "ms  infer", "ms  lower", "ms  passes", "ms  emit", "ms  link");
  }

  @Test
  void flagsHaveTwoSpellings() throws Exception {
    write("app.py", "print(LEVEL)\n");
    String[] codon = {
      "build", "-release", "-exe", "-fast-math", "-numerics=py", "-overflow=wrap", "-march=x86-64-v2", "-D", "LEVEL=3",
      "-l", "m", "-linker-flags=--build-id", "-disable-opt", "fold-constants", "-log", "t", "app.py", "-o", "app"
    };
    String[] gnu = {
      "build", "--release", "--exe", "--fast-math", "--numerics=py", "--overflow=wrap", "--march=x86-64-v2", "--define",
      "LEVEL=3", "--library", "m", "--linker-flags=--build-id", "--disable-opt", "fold-constants", "--log", "t", "app.py",
      "--output", "app"
    };
    for (String[] line : List.of(codon, gnu)) {
      var result = codonj.call(line);
      assertThat(result.status()).as(result.err()).isZero();
      assertThat(result.err()).contains("ms  link").doesNotContain("fold-constants");
      assertThat(Processes.run(work, "", Map.of(), List.of("./app")).out()).isEqualTo("3\n");
      Files.delete(work.resolve("app"));
    }
    assertThat(codonj.call("build", "-disable-exceptions", "app.py").err()).contains("exceptions cost nothing");
    assertThat(codonj.call("build", "-llvm", "-D", "LEVEL=3", "app.py").out()).contains("target triple");
    assertThat(codonj.call("build", "--asm", "-D", "LEVEL=3", "app.py").out()).contains(".text");
  }

  @Test
  void docStringsBecomePagesAndJson() throws Exception {
    write(
        "shapes.py",
        "\"\"\"About `shapes`.\"\"\"\nfrom math import pi\nLIMIT = 3\n\ndef area(r: float, *, scale: float = 1.0) -> float:\n"
            + "    \"\"\"Area & more.\n\n        area(2)\n    \"\"\"\n    return r\n\ndef _hidden(): pass\n\n"
            + "class Circle:\n    \"\"\"Round.\"\"\"\n    def grow(self, by: int) -> None:\n        \"\"\"Larger.\"\"\"\n");
    assertThat(codonj.call("doc", "--json", "shapes.py").out()).isEqualTo(
        "[{\"name\":\"shapes\",\"doc\":\"About `shapes`.\",\"entries\":["
            + "{\"kind\":\"value\",\"name\":\"LIMIT\",\"signature\":\"LIMIT = 3\",\"doc\":\"\",\"line\":3},"
            + "{\"kind\":\"function\",\"name\":\"area\",\"signature\":\"area(r: float, *, scale: float = 1.0) -> float\","
            + "\"doc\":\"Area & more.\\n\\n    area(2)\",\"line\":5},"
            + "{\"kind\":\"class\",\"name\":\"Circle\",\"signature\":\"class Circle\",\"doc\":\"Round.\",\"line\":14,\"members\":["
            + "{\"kind\":\"function\",\"name\":\"grow\",\"signature\":\"grow(by: int) -> None\",\"doc\":\"Larger.\",\"line\":16}]}]}]\n");
    assertThat(codonj.call("doc", "shapes.py", "-o", "pages").status()).isZero();
    assertThat(Files.readString(work.resolve("pages/shapes.html")))
        .contains("<p>About <code>shapes</code>.</p>", "<p>Area &amp; more.</p>", "<pre>area(2)</pre>", "id=\"Circle.grow\"");
    assertThat(codonj.call("doc", "--library", "-o", "library").err()).contains("modules documented in library/index.html");
    assertThat(work.resolve("library/builtins.html")).isNotEmptyFile();
  }

  @Test
  void overflowIsCheckedOnRequestAndInDebugBuilds() throws Exception {
    write("large.py", "x = int('9223372036854775807')\nprint(x + 1)\n");
    assertThat(codonj.call("run", "large.py").out()).isEqualTo("-9223372036854775808\n");
    assertThat(codonj.call("run", "-overflow=check", "large.py").err()).contains("line 2, in <module>", "OverflowError");
    assertThat(codonj.call("run", "-debug", "large.py").status()).isEqualTo(1);
  }

  @Test
  void divisionFollowsPythonOrC() throws Exception {
    write("divide.py", "a = int('-7')\nprint(a // 2, a % 2)\n");
    assertThat(codonj.call("run", "divide.py").out()).isEqualTo("-4 1\n");
    assertThat(codonj.call("run", "-numerics=c", "divide.py").out()).isEqualTo("-3 -1\n");
  }

  @Test
  void constantsComeFromTheCommandLine() throws Exception {
    write("show.py", "print(NAME, LEVEL + 1)\n");
    assertThat(codonj.call("run", "-D", "NAME=ada", "-DLEVEL=-3", "show.py").out()).isEqualTo("ada -2\n");
  }

  @Test
  void aDebugBuildHasLinesAndVariables() throws Exception {
    write("app.py", "def f(n: int) -> int:\n    return n + 1\n\nprint(f(1))\n");
    assertThat(codonj.call("build", "-debug", "app.py", "-o", "app").err()).isEmpty();
    String elf = Files.readString(work.resolve("app"), StandardCharsets.ISO_8859_1);
    assertThat(elf).contains(".debug_line", ".debug_info", "app.py");
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(work.resolve(name), text);
  }
}
