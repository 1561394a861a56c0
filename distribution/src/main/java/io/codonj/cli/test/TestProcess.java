package io.codonj.cli.test;

import io.codonj.cli.test.TestResult.Outcome;
import io.codonj.core.source.UniqueName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Runs tests, each in a process of its own: one that crashes, exits or leaves something behind harms no other.
final class TestProcess {
  static final String DRIVER_NAME = "driver_of_";

  private final Path file;
  private final Path driver;
  private final long limitSeconds;

  TestProcess(Path file, Path driver, long limitSeconds) {
    this.file = file;
    this.driver = driver;
    this.limitSeconds = limitSeconds;
  }

  TestResult run(int number, TestCase test) throws IOException {
    Path output = driver.resolveSibling(UniqueName.next() + ".out");
    try {
      long start = System.nanoTime();
      Process process =
          new ProcessBuilder(driver.toString(), Integer.toString(number))
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
              .start();
      boolean ended = process.waitFor(limitSeconds, TimeUnit.SECONDS);
      double seconds = (System.nanoTime() - start) / 1e9;
      if (!ended) {
        process.destroyForcibly().waitFor();
      }
      String text = withoutDriver(new String(Files.readAllBytes(output), StandardCharsets.UTF_8));
      String last = ended && process.exitValue() == Driver.SKIPPED ? reason(text) : lastException(text);
      return ended
          ? new TestResult(file, test, outcome(process.exitValue(), last), seconds, text, last)
          : new TestResult(file, test, Outcome.BROKEN, seconds, text, "still running after " + limitSeconds + " s");
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", interrupted);
    } finally {
      Files.deleteIfExists(output);
    }
  }

  private static Outcome outcome(int status, String exception) {
    return switch (status) {
      case 0 -> Outcome.PASSED;
      case Driver.SKIPPED -> Outcome.SKIPPED;
      default -> exception.startsWith("AssertionError") ? Outcome.FAILED : Outcome.BROKEN;
    };
  }

  private static String reason(String text) {
    return text.lines().filter(line -> line.startsWith(Driver.REASON)).reduce("", (_, line) -> line)
        .replaceFirst(Driver.REASON, "");
  }

  /// Tracebacks begin in the driver, which is nobody's concern.
  private static String withoutDriver(String text) {
    var kept = new StringBuilder();
    boolean inDriver = false;
    for (String line : text.lines().toList()) {
      inDriver = line.startsWith("  File \"") ? line.contains(DRIVER_NAME) : inDriver && line.startsWith("    ");
      if (!inDriver) {
        kept.append(line).append('\n');
      }
    }
    return kept.toString();
  }

  /// The first line of the last exception's text, which may have several; the last line where there is none.
  private static String lastException(String text) {
    List<String> lines = text.strip().lines().toList();
    for (int i = lines.size() - 1; i >= 0; i--) {
      boolean behindFrames = i > 0 && lines.get(i - 1).startsWith("  ") && !lines.get(i).startsWith(" ");
      if (behindFrames && lines.subList(0, i).contains("Traceback (most recent call last):")) {
        return lines.get(i);
      }
    }
    return lines.isEmpty() ? "" : lines.getLast();
  }
}
