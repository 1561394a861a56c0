package io.codonj.core.syntax.recovery;

import static io.codonj.core.syntax.antlr.CodonjGrammar.*;

/// How a type of token is called in a message.
final class Spelling {
  private Spelling() {}

  /// The spelling in quotes, a description, or nothing for types that mean little to a user.
  static String of(int type) {
    return switch (type) {
      case NAME -> "a name";
      case NEWLINE -> "the end of the line";
      case LPAR, WITH_PAREN -> "'('";
      case RPAR -> "')'";
      case LBRACK -> "'['";
      case RBRACK -> "']'";
      case LBRACE -> "'{'";
      case RBRACE -> "'}'";
      case COLON -> "':'";
      case ASSIGN -> "'='";
      case DOT -> "'.'";
      case COMMA -> "','";
      default -> type >= FALSE && type <= YIELD && type > TRUE
          ? "'" + VOCABULARY.getSymbolicName(type).toLowerCase() + "'"
          : "";
    };
  }
}
