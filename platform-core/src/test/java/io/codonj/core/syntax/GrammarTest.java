package io.codonj.core.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import io.codonj.core.syntax.antlr.CodonjGrammar;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class GrammarTest {
  /// A decision that needs more than one token is compiled to a call of `adaptivePredict`, which costs hundreds of
  /// milliseconds in a cold process. See the head of the grammar for the ways to avoid it.
  @Test
  void everyDecisionTakesOneToken() throws IOException {
    try (var stream = CodonjGrammar.class.getResourceAsStream("CodonjGrammar.class")) {
      var constants = new String(stream.readAllBytes(), StandardCharsets.ISO_8859_1);
      assertThat(constants).contains("sync").doesNotContain("adaptivePredict");
    }
  }
}
