package io.codonj.cli.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TomlReaderTest {
  @Test
  void valuesOfEachKind() {
    var read =
        TomlReader.read(
            """
            # a comment
            text = "a\\tb \\u00e9"   # behind a value
            literal = 'C:\\dir'
            lines = \"""
            one
            two\"""
            numbers = [1, -2_000, 0xff, 3.5, 1e3,]
            truths = [
              true,  # first
              false
            ]
            point = { x = 1, y.z = 2 }
            """);
    assertThat(read)
        .containsEntry("text", "a\tb é")
        .containsEntry("literal", "C:\\dir")
        .containsEntry("lines", "one\ntwo")
        .containsEntry("numbers", List.of(1L, -2000L, 255L, 3.5, 1000.0))
        .containsEntry("truths", List.of(true, false))
        .containsEntry("point", Map.of("x", 1L, "y", Map.of("z", 2L)));
  }

  @Test
  void tablesAndArraysOfTables() {
    var read = TomlReader.read("a.b = 1\n[profile.release]\nflags = []\n[[part]]\nn = 1\n[[part]]\nn = 2\n[part.inner]\nx = 3\n");
    assertThat(read)
        .containsEntry("a", Map.of("b", 1L))
        .containsEntry("profile", Map.of("release", Map.of("flags", List.of())))
        .containsEntry("part", List.of(Map.of("n", 1L), Map.of("n", 2L, "inner", Map.of("x", 3L))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          'a = 1¶a = 2'     | line 2: 'a' is given twice
          'a = '            | line 1: expected a value
          '¶a = x'          | line 2: 'x' is neither a number
          'a = "x'          | line 1: the string does not end
          '[a¶b = 1'        | line 1: expected ']'
          'a = 1 2'         | line 1: something follows
          'a = 1¶[a.b]'     | line 2: 'a' is not a table
          'a = "\\q"'       | line 1: no escape
          'a = 1979-05-27'  | line 1: '1979-05-27' is neither
          """)
  void mistakesAreNamedWithTheirLine(String text, String message) {
    assertThatThrownBy(() -> TomlReader.read(text.replace('¶', '\n').replace("\\\\", "\\")))
        .isInstanceOf(TomlError.class)
        .hasMessageStartingWith(message);
  }
}
