package io.codonj.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Rules about files, whatever is in them.
final class SourceTreeTest {
  private static final Path ROOT = Path.of(System.getProperty("codonj.root", ".."));
  private static final int LINE_LIMIT = 500;
  private static final List<String> SUFFIXES = List.of(".java", ".g4", ".c", ".h", ".codon");

  /// Files that may be longer, with the reason. The list may only shrink.
  private static final Set<String> LONG_FILES = Set.of();

  @Test
  void noFileGrowsOutOfHand() throws IOException {
    var tooLong =
        sources(SUFFIXES)
            .filter(file -> !LONG_FILES.contains(ROOT.relativize(file).toString()))
            .filter(file -> lineCount(file) > LINE_LIMIT)
            .map(file -> ROOT.relativize(file) + " has " + lineCount(file) + " lines");
    assertThat(tooLong).isEmpty();
  }

  @Test
  void everyPackageSaysWhatItIsFor() throws IOException {
    var silent =
        sources(List.of(".java"))
            .filter(file -> file.toString().contains("/src/main/java/") && !file.toString().contains("/src/test/plugins/"))
            .map(Path::getParent)
            .distinct()
            .filter(directory -> !isDescribed(directory.resolve("package-info.java")));
    assertThat(silent.map(ROOT::relativize)).isEmpty();
  }

  private static boolean isDescribed(Path packageInfo) {
    try {
      String text = Files.exists(packageInfo) ? Files.readString(packageInfo) : "";
      return text.startsWith("///") && text.contains("@NullMarked");
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  private static long lineCount(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.count();
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  private static Stream<Path> sources(List<String> suffixes) throws IOException {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files
          .filter(file -> file.toString().contains("/src/") && !ROOT.relativize(file).toString().contains("target/"))
          .filter(file -> suffixes.stream().anyMatch(file.toString()::endsWith))
          .sorted()
          .toList()
          .stream();
    }
  }
}
