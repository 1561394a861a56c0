package io.codonj.cli.test;

import io.codonj.api.ast.Module;
import io.codonj.api.diagnostic.Diagnostic;
import io.codonj.core.driver.BuildOptions;
import io.codonj.core.source.Installation;
import io.codonj.core.source.UniqueName;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// One run of `codonj test` over some files.
public final class TestSession {
  private final Installation installation;
  private final BuildOptions options;
  private final Choice choice;
  private final PrintStream out;
  private final Consumer<List<Diagnostic>> report;
  private final List<TestResult> results = new ArrayList<>();
  private boolean everythingBuilt = true;

  /// @param words tests are wanted whose name contains one of these; all, if there are none
  /// @param stopAtFailure no further test is run after one that fails
  /// @param limitSeconds a test that takes longer is ended
  public record Choice(List<String> words, boolean stopAtFailure, long limitSeconds) {
    boolean wants(TestCase test) {
      String name = test.displayName().toLowerCase(Locale.ROOT);
      return words.isEmpty() || words.stream().anyMatch(word -> name.contains(word.toLowerCase(Locale.ROOT)));
    }
  }

  /// @param report prints diagnostics of files that do not compile
  public TestSession(
      Installation installation, BuildOptions options, Choice choice, PrintStream out, Consumer<List<Diagnostic>> report) {
    this.installation = installation;
    this.options = options;
    this.choice = choice;
    this.out = out;
    this.report = report;
  }

  public void run(List<Path> files) throws IOException {
    Path directory = Files.createDirectories(temporaryDirectory());
    try {
      var build = new TestBuild(installation, options, directory);
      for (Path file : files) {
        run(file, build);
        if (choice.stopAtFailure() && !succeeded()) {
          break;
        }
      }
    } finally {
      remove(directory);
    }
  }

  private static Path temporaryDirectory() {
    String name = "codonj-test-" + UniqueName.next();
    return Path.of(System.getProperty("java.io.tmpdir")).resolve(name);
  }

  private void run(Path file, TestBuild build) throws IOException {
    var problems = new ArrayList<Diagnostic>();
    Optional<Module> module = build.parse(file, problems);
    List<TestCase> tests = module.map(TestFinder::tests).orElse(List.of()).stream().filter(choice::wants).toList();
    if (module.isPresent() && tests.isEmpty()) {
      return;
    }
    out.println(file);
    Optional<Path> driver = Optional.empty();
    if (module.isPresent()) {
      TestBuild.Built built = build.build(file, tests);
      problems.addAll(built.diagnostics());
      driver = built.executable();
    }
    out.flush();
    report.accept(problems);
    everythingBuilt &= driver.isPresent();
    if (driver.isEmpty()) {
      return;
    }
    var process = new TestProcess(file, driver.get(), choice.limitSeconds());
    for (int i = 0; i < tests.size(); i++) {
      TestResult result = process.run(i, tests.get(i));
      results.add(result);
      show(result);
      if (choice.stopAtFailure() && !result.isGood()) {
        break;
      }
    }
    Files.delete(driver.get());
  }

  private void show(TestResult result) {
    String word =
        switch (result.outcome()) {
          case PASSED -> "ok";
          case SKIPPED -> "skip";
          case FAILED -> "FAIL";
          case BROKEN -> "ERROR";
        };
    out.printf(Locale.ROOT, "  %-5s %-48s %9.1f ms", word, result.test().displayName(), result.seconds() * 1000);
    if (result.outcome() == TestResult.Outcome.SKIPPED) {
      out.print("  " + result.reason());
    }
    out.println();
    if (!result.isGood()) {
      result.output().stripTrailing().lines().forEach(line -> out.println("        " + line));
      if (!result.output().contains(result.reason())) {
        out.println("        " + result.reason());
      }
    }
    out.flush();
  }

  public boolean succeeded() {
    return everythingBuilt && results.stream().allMatch(TestResult::isGood);
  }

  public boolean isEmpty() {
    return everythingBuilt && results.isEmpty();
  }

  /// `2 passed, 1 failed in 0.01 s`
  public String summary() {
    var parts = new ArrayList<String>();
    count(parts, TestResult.Outcome.PASSED, "passed");
    count(parts, TestResult.Outcome.FAILED, "failed");
    count(parts, TestResult.Outcome.BROKEN, "with errors");
    count(parts, TestResult.Outcome.SKIPPED, "skipped");
    if (!everythingBuilt) {
      parts.add("not all files compile");
    }
    double seconds = results.stream().mapToDouble(TestResult::seconds).sum();
    return String.join(", ", parts) + String.format(Locale.ROOT, " in %.2f s", seconds);
  }

  private void count(List<String> parts, TestResult.Outcome outcome, String word) {
    long count = results.stream().filter(each -> each.outcome() == outcome).count();
    if (count > 0) {
      parts.add(count + " " + word);
    }
  }

  public String junitReport() {
    return JUnitReport.of(results);
  }

  private static void remove(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(directory);
  }
}
