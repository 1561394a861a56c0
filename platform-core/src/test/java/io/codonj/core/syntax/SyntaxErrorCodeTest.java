package io.codonj.core.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SyntaxErrorCodeTest {
  @ParameterizedTest
  @EnumSource
  void eachCodeHasAPageAndASnapshot(SyntaxErrorCode code) throws IOException {
    assertThat(Path.of("../docs/errors", code.code() + ".md")).content().startsWith("# " + code.code() + ": ");
    try (Stream<Path> files = Files.walk(Path.of("src/test/resources/snap"))) {
      assertThat(files.filter(file -> file.toString().endsWith(".snap")))
          .anySatisfy(file -> assertThat(file).content().contains("[" + code.code() + "]"));
    }
  }
}
