package io.codonj.core.syntax.build;

import static io.codonj.core.syntax.antlr.CodonjGrammar.*;

import io.codonj.core.syntax.antlr.CodonjGrammar;

/// Binding strength of operators, as in the Python reference manual, 6.17. The pipes bind weakest.
final class Precedence {
  static final int NONE = 0;
  static final int PIPE = 1;
  static final int OR = 2;
  static final int AND = 3;
  static final int NOT = 4;
  static final int COMPARISON = 5;
  private static final int BAR_LEVEL = 6;
  private static final int CARET_LEVEL = 7;
  private static final int AMPERSAND_LEVEL = 8;
  private static final int SHIFT = 9;
  private static final int SUM = 10;
  private static final int PRODUCT = 11;
  static final int UNARY = 12;
  static final int POWER = 13;

  private Precedence() {}

  /// The level of a binary operator's token type; [#NONE] for all other tokens.
  static int of(int type) {
    return switch (type) {
      case CodonjGrammar.PIPE, PARALLEL_PIPE -> PIPE;
      case CodonjGrammar.OR -> OR;
      case CodonjGrammar.AND -> AND;
      case LESS, GREATER, LESS_EQUAL, GREATER_EQUAL, EQUAL, NOT_EQUAL, IN, NOT_IN, IS, IS_NOT -> COMPARISON;
      case BAR -> BAR_LEVEL;
      case CARET -> CARET_LEVEL;
      case AMPERSAND -> AMPERSAND_LEVEL;
      case LEFT_SHIFT, RIGHT_SHIFT -> SHIFT;
      case PLUS, MINUS -> SUM;
      case STAR, SLASH, DOUBLE_SLASH, PERCENT, AT -> PRODUCT;
      case DOUBLE_STAR -> POWER;
      default -> NONE;
    };
  }
}
