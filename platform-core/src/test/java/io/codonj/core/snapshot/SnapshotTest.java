package io.codonj.core.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Runs every `.snap` file: `---- input`, text, `---- output`, expected text.
///
/// `-Dcodonj.only=TEXT` runs the files whose paths contain TEXT; `-Dcodonj.bless=true` accepts the actual output.
class SnapshotTest {
  private static final Path ROOT = Path.of("src/test/resources/snap");
  private static final String INPUT = "---- input\n";
  private static final String OUTPUT = "---- output\n";

  @TestFactory
  Stream<DynamicTest> snapshots() throws IOException {
    String only = System.getProperty("codonj.only", "");
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files
          .filter(file -> file.toString().endsWith(".snap") && file.toString().contains(only))
          .sorted()
          .toList() // before the walk is closed
          .stream()
          .map(file -> dynamicTest(ROOT.relativize(file).toString(), file.toUri(), () -> check(file)));
    }
  }

  private static void check(Path file) throws IOException {
    String text = Files.readString(file);
    int split = text.indexOf(OUTPUT);
    assertThat(text).as("%s", file).startsWith(INPUT);
    String input = text.substring(INPUT.length(), split < 0 ? text.length() : split);
    String actual = run(ROOT.relativize(file), input).stripTrailing() + "\n";
    if (Boolean.getBoolean("codonj.bless")) {
      if (System.getenv("CI") != null) {
        fail("snapshots are not blessed under CI");
      }
      Files.writeString(file, INPUT + input.stripTrailing() + "\n" + OUTPUT + actual);
      return;
    }
    String expected = split < 0 ? "" : text.substring(split + OUTPUT.length());
    assertThat(actual).as("%s (accept with -Dcodonj.bless=true -Dcodonj.only=%s)", file, file.getFileName())
        .isEqualTo(expected);
  }

  /// The folder picks the stage.
  private static String run(Path file, String input) throws IOException {
    return switch (file.getName(0).toString()) {
      case "parse" -> SyntaxStages.run(input);
      case "infer", "diagnostics" -> ProgramStages.run(file, input);
      default -> IrStages.run(file, input);
    };
  }
}
