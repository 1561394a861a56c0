package io.codonj.core.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import io.codonj.api.source.SourceFile;
import io.codonj.core.syntax.binary.AstReader;
import io.codonj.core.syntax.binary.AstWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Random damage to the programs of the snapshots: problems may come of it, exceptions may not.
class HostileInputTest {
  private static final Path SNAPSHOTS = Path.of("src/test/resources/snap/parse");
  private static final String[] PIECES = {
    "(", ")", "[", "]", "{", "}", ":", ",", ";", "\n", "\n    ", "\\", "\"", "'", "'''", "f'", "f\"{", "if ", "else:",
    "case ", "match ", "def ", "class ", "@", "lambda", "*", "**", "=", ":=", "...", "\t", "\0", "\u00e9", "\ud83d",
    "0x", "1e", "print ", "async ", "not in", "is ", "|>", "!", "$", "#", "@llvm\ndef f():\n"
  };

  @Test
  void damagedProgramsGiveProblemsOnly() throws IOException {
    var random = new Random(20250917);
    for (String program : programs()) {
      for (int round = 0; round < 25; round++) {
        var text = new StringBuilder(program);
        for (int edit = random.nextInt(4); edit >= 0; edit--) {
          damage(text, random);
        }
        check(text.toString());
      }
    }
  }

  @Test
  void everyPrefixOfAProgramIsAccepted() throws IOException {
    for (String program : programs()) {
      for (int length = 0; length < program.length(); length += 13) {
        check(program.substring(0, length));
      }
    }
  }

  private static void damage(StringBuilder text, Random random) {
    int at = random.nextInt(text.length() + 1);
    if (random.nextBoolean()) {
      text.delete(at, Math.min(text.length(), at + random.nextInt(6)));
    } else {
      text.insert(at, PIECES[random.nextInt(PIECES.length)]);
    }
  }

  private static void check(String text) {
    var file = new SourceFile("hostile.py", text);
    ParseResult result = Parser.parse(file, "hostile", new SyntaxOptions(List.of("region"), true));
    assertThat(result.problems()).allSatisfy(problem -> {
      assertThat(problem.span().start()).isBetween(0, text.length());
      assertThat(problem.span().end()).isBetween(problem.span().start(), text.length());
    });
    assertThat(AstReader.read(AstWriter.write(result.module()), file)).contains(result.module());
  }

  private static List<String> programs() throws IOException {
    try (Stream<Path> files = Files.walk(SNAPSHOTS)) {
      return files.filter(file -> file.toString().endsWith(".snap")).sorted().map(HostileInputTest::input).toList();
    }
  }

  private static String input(Path file) {
    try {
      String text = Files.readString(file);
      return text.substring("---- input\n".length(), text.indexOf("---- output\n"));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
