package io.codonj.cli.test;

import java.nio.file.Path;

/// What became of a test.
///
/// @param output what it printed on standard output and standard error
/// @param reason one line for [Outcome#SKIPPED] and the exception of failures
public record TestResult(Path file, TestCase test, Outcome outcome, double seconds, String output, String reason) {
  /// FAILED by an assertion, BROKEN by anything else.
  public enum Outcome {
    PASSED,
    SKIPPED,
    FAILED,
    BROKEN
  }

  public boolean isGood() {
    return outcome == Outcome.PASSED || outcome == Outcome.SKIPPED;
  }
}
