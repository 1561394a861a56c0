package io.codonj.core.syntax.lex;

import static io.codonj.core.syntax.antlr.CodonjGrammar.*;

import io.codonj.core.syntax.SyntaxErrorCode;

/// Finds the end of a number, its suffix included, and refuses malformed ones.
final class NumberScanner {
  private NumberScanner() {}

  static void scan(Scan scan, boolean dialect) {
    char[] chars = scan.chars;
    int start = scan.at;
    char second = (char) (chars[start + 1] | 0x20);
    if (chars[start] == '0' && (second == 'x' || second == 'o' || second == 'b')) {
      based(scan, start, second, dialect);
    } else {
      decimal(scan, start, dialect);
    }
  }

  private static void based(Scan scan, int start, char letter, boolean dialect) {
    int base = letter == 'x' ? 16 : letter == 'o' ? 8 : 2;
    String kind = letter == 'x' ? "hexadecimal" : letter == 'o' ? "octal" : "binary";
    char[] chars = scan.chars;
    int i = start + 2;
    int digits = 0;
    while (true) {
      if (chars[i] == '_' && Character.digit(chars[i + 1], base) >= 0 && chars[i + 1] < 128) {
        i++;
      } else if (chars[i] < 128 && Character.digit(chars[i], base) >= 0) {
        i++;
        digits++;
      } else {
        break;
      }
    }
    if (Characters.isDigit(chars[i])) {
      String message = "invalid digit '" + chars[i] + "' in " + kind + " literal";
      fail(scan, start, endOfWord(chars, i), message);
    } else if (digits == 0 || chars[i] == '_') {
      fail(scan, start, endOfWord(chars, i), "invalid " + kind + " literal");
    } else {
      finish(scan, start, i, INTEGER, kind, dialect);
    }
  }

  private static void decimal(Scan scan, int start, boolean dialect) {
    char[] chars = scan.chars;
    int i = digits(chars, start);
    int wholeEnd = i;
    int type = INTEGER;
    // `1...5` is a range: Python has no reading of a number before three dots.
    boolean range = dialect && chars[i] == '.' && chars[i + 1] == '.' && chars[i + 2] == '.';
    if (chars[i] == '.' && !range) {
      type = FLOAT;
      i = Characters.isDigit(chars[i + 1]) ? digits(chars, i + 1) : i + 1;
    }
    if ((chars[i] | 0x20) == 'e') {
      int digit = chars[i + 1] == '+' || chars[i + 1] == '-' ? i + 2 : i + 1;
      if (Characters.isDigit(chars[digit])) {
        type = FLOAT;
        i = digits(chars, digit);
      }
    }
    if (chars[i] == '_') {
      fail(scan, start, endOfWord(chars, i), "invalid decimal literal");
      return;
    }
    boolean imaginary = (chars[i] | 0x20) == 'j' && !Characters.continuesName(chars[i + 1]);
    if (type == INTEGER && !imaginary && hasLeadingZero(chars, start, wholeEnd)) {
      String message =
          "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers";
      fail(scan, start, wholeEnd, message);
      return;
    }
    boolean afterDot = chars[i - 1] == '.';
    finish(scan, start, i, type, "decimal", dialect && !afterDot);
  }

  /// The end of digits with single underscores between them.
  private static int digits(char[] chars, int from) {
    int i = from;
    while (Characters.isDigit(chars[i]) || i > from && chars[i] == '_' && Characters.isDigit(chars[i + 1])) {
      i++;
    }
    return i;
  }

  private static boolean hasLeadingZero(char[] chars, int start, int end) {
    if (chars[start] != '0') {
      return false;
    }
    for (int i = start; i < end; i++) {
      if (chars[i] != '0' && chars[i] != '_') {
        return true;
      }
    }
    return false;
  }

  /// Takes a suffix, unless it is a keyword that may follow a number without a space (`1if x else 2`).
  private static void finish(Scan scan, int start, int digitsEnd, int type, String kind, boolean suffixes) {
    char[] chars = scan.chars;
    int end = endOfWord(chars, digitsEnd);
    String word = end == digitsEnd ? "" : new String(chars, digitsEnd, end - digitsEnd);
    int finalType = type;
    if (word.length() > 1 && (word.charAt(0) | 0x20) == 'j' && mayFollow(word.substring(1))) {
      word = "j";
      end = digitsEnd + 1;
    }
    if (mayFollow(word)) {
      end = digitsEnd;
      word = "";
    }
    switch (word) {
      case "" -> {}
      case "j", "J" -> {
        if (!kind.equals("decimal")) {
          fail(scan, start, end, "invalid " + kind + " literal");
          return;
        }
        finalType = FLOAT;
      }
      case "e", "E" -> {
        fail(scan, start, end, "invalid " + kind + " literal");
        return;
      }
      default -> {
        if (!suffixes) {
          fail(scan, start, end, "invalid " + kind + " literal");
          return;
        }
      }
    }
    scan.at = end;
    scan.add(finalType, start, end, null);
  }

  private static boolean mayFollow(String word) {
    return switch (word) {
      case "", "and", "else", "for", "if", "in", "is", "not", "or" -> true;
      default -> false;
    };
  }

  private static int endOfWord(char[] chars, int from) {
    int i = from;
    while (Characters.continuesName(chars[i])) {
      i++;
    }
    return i;
  }

  private static void fail(Scan scan, int start, int end, String message) {
    scan.at = end;
    scan.error(SyntaxErrorCode.INVALID_NUMBER, start, end, message);
  }
}
