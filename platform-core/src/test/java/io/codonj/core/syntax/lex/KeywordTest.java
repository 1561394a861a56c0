package io.codonj.core.syntax.lex;

import static org.assertj.core.api.Assertions.assertThat;

import io.codonj.core.syntax.antlr.CodonjGrammar;
import org.junit.jupiter.api.Test;

class KeywordTest {
  /// The table of names counts token types up from FALSE.
  @Test
  void keywordsStandInTheOrderOfTheirTokenTypes() {
    int type = CodonjGrammar.FALSE;
    for (String keyword : NameTable.KEYWORDS) {
      assertThat(CodonjGrammar.VOCABULARY.getSymbolicName(type++)).isEqualTo(keyword.toUpperCase());
    }
    assertThat(type).isEqualTo(CodonjGrammar.YIELD + 1);
  }
}
