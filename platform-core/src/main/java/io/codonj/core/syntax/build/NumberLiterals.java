package io.codonj.core.syntax.build;

import io.codonj.api.ast.Expr;
import io.codonj.api.ast.Origin;
import java.math.BigInteger;

/// Values of number tokens, which the lexer has found to be well formed.
final class NumberLiterals {
  private NumberLiterals() {}

  static Expr parse(Origin at, String token, boolean isFloat) {
    String text = token.indexOf('_') < 0 ? token : token.replace("_", "");
    if (text.length() > 2 && text.charAt(0) == '0' && Character.isLetter(text.charAt(1)) && !isFloat) {
      char letter = Character.toLowerCase(text.charAt(1));
      int base = letter == 'x' ? 16 : letter == 'o' ? 8 : letter == 'b' ? 2 : 10;
      if (base != 10) {
        return integer(at, text, 2, base);
      }
    }
    return isFloat ? real(at, text) : integer(at, text, 0, 10);
  }

  private static Expr integer(Origin at, String text, int from, int base) {
    int end = from;
    while (end < text.length() && Character.digit(text.charAt(end), base) >= 0) {
      end++;
    }
    String digits = text.substring(from, end);
    BigInteger value =
        digits.length() <= 15 ? BigInteger.valueOf(Long.parseLong(digits, base)) : new BigInteger(digits, base);
    return new Expr.IntLiteral(at, value, text.substring(end));
  }

  private static Expr real(Origin at, String text) {
    int end = digits(text, 0);
    if (end < text.length() && text.charAt(end) == '.') {
      end = digits(text, end + 1);
    }
    if (end + 1 < text.length() && (text.charAt(end) | 0x20) == 'e') {
      boolean signed = text.charAt(end + 1) == '+' || text.charAt(end + 1) == '-';
      int digit = signed ? end + 2 : end + 1;
      if (digit < text.length() && isDigit(text.charAt(digit))) {
        end = digits(text, digit);
      }
    }
    String suffix = text.substring(end);
    double value = Double.parseDouble(text.substring(0, end));
    return new Expr.FloatLiteral(at, value, suffix.equals("J") ? "j" : suffix);
  }

  private static int digits(String text, int from) {
    int i = from;
    while (i < text.length() && isDigit(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
