package io.codonj.core.syntax.lex;

import static io.codonj.core.syntax.antlr.CodonjGrammar.*;

/// Operators that have nothing to do with brackets, fields or numbers; the longest match wins.
final class OperatorScanner {
  private OperatorScanner() {}

  /// Returns false when no operator begins here.
  static boolean scan(Scan scan, boolean dialect) {
    char c = scan.peek();
    char next = scan.chars[scan.at + 1];
    char third = scan.chars[scan.at + 2];
    switch (c) {
      case '+' -> single(scan, PLUS, next);
      case '%' -> single(scan, PERCENT, next);
      case '@' -> single(scan, AT, next);
      case '&' -> single(scan, AMPERSAND, next);
      case '^' -> single(scan, CARET, next);
      case '~' -> scan.token(TILDE, 1);
      case '-' -> {
        if (next == '>') {
          scan.token(ARROW, 2);
        } else {
          single(scan, MINUS, next);
        }
      }
      case '*' -> doubled(scan, STAR, DOUBLE_STAR, next, third);
      case '/' -> doubled(scan, SLASH, DOUBLE_SLASH, next, third);
      case '=' -> scan.token(next == '=' ? EQUAL : ASSIGN, next == '=' ? 2 : 1);
      case '<' -> compare(scan, LESS, LESS_EQUAL, LEFT_SHIFT, next, third);
      case '>' -> compare(scan, GREATER, GREATER_EQUAL, RIGHT_SHIFT, next, third);
      case '|' -> {
        if (dialect && next == '>') {
          scan.token(PIPE, 2);
        } else if (dialect && next == '|' && third == '>') {
          scan.token(PARALLEL_PIPE, 3);
        } else {
          single(scan, BAR, next);
        }
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private static void single(Scan scan, int type, char next) {
    scan.token(next == '=' ? AUGMENTED_ASSIGN : type, next == '=' ? 2 : 1);
  }

  private static void doubled(Scan scan, int type, int doubledType, char next, char third) {
    if (next == scan.peek()) {
      scan.token(third == '=' ? AUGMENTED_ASSIGN : doubledType, third == '=' ? 3 : 2);
    } else {
      single(scan, type, next);
    }
  }

  private static void compare(Scan scan, int type, int orEqual, int shift, char next, char third) {
    if (next == scan.peek()) {
      scan.token(third == '=' ? AUGMENTED_ASSIGN : shift, third == '=' ? 3 : 2);
    } else {
      scan.token(next == '=' ? orEqual : type, next == '=' ? 2 : 1);
    }
  }
}
