package io.codonj.core.syntax.build;

import io.codonj.core.syntax.SyntaxErrorCode;

/// Decodes the escapes of string and bytes literals.
final class Escapes {
  private final BuildContext context;
  private final String text;
  private final int offset;
  private final boolean bytes;
  private final StringBuilder decoded;

  private Escapes(BuildContext context, String text, int offset, boolean bytes) {
    this.context = context;
    this.text = text;
    this.offset = offset;
    this.bytes = bytes;
    this.decoded = new StringBuilder(text.length());
  }

  /// `text` stands at `offset` of the source; raw text only has its line ends made uniform.
  static String decode(BuildContext context, String text, int offset, boolean raw, boolean bytes) {
    boolean plain = text.indexOf('\\') < 0 && text.indexOf('\r') < 0;
    if (plain || raw && text.indexOf('\r') < 0) {
      return text;
    }
    String unix = text.replace("\r\n", "\n").replace('\r', '\n');
    return raw ? unix : new Escapes(context, unix, offset, bytes).run();
  }

  private String run() {
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c != '\\' || i + 1 == text.length()) {
        decoded.append(c);
        i++;
      } else {
        i = escape(i);
      }
    }
    return decoded.toString();
  }

  /// Decodes the escape at `at` and returns the place after it.
  private int escape(int at) {
    char c = text.charAt(at + 1);
    switch (c) {
      case '\n' -> {}
      case '\\', '\'', '"' -> decoded.append(c);
      case 'a' -> decoded.append('\u0007');
      case 'b' -> decoded.append('\b');
      case 'f' -> decoded.append('\f');
      case 'n' -> decoded.append('\n');
      case 'r' -> decoded.append('\r');
      case 't' -> decoded.append('\t');
      case 'v' -> decoded.append('\u000B');
      case '0', '1', '2', '3', '4', '5', '6', '7' -> {
        return octal(at);
      }
      case 'x' -> {
        return hexadecimal(at, 2);
      }
      case 'u' -> {
        return bytes ? unknown(at) : hexadecimal(at, 4);
      }
      case 'U' -> {
        return bytes ? unknown(at) : hexadecimal(at, 8);
      }
      case 'N' -> {
        return bytes ? unknown(at) : named(at);
      }
      default -> {
        return unknown(at);
      }
    }
    return at + 2;
  }

  private int unknown(int at) {
    decoded.append('\\');
    return at + 1;
  }

  private int octal(int at) {
    int i = at + 1;
    int value = 0;
    while (i < text.length() && i < at + 4 && text.charAt(i) >= '0' && text.charAt(i) <= '7') {
      value = value * 8 + text.charAt(i++) - '0';
    }
    decoded.append((char) (bytes ? value & 0xFF : value));
    return i;
  }

  private int hexadecimal(int at, int width) {
    int i = at + 2;
    int value = 0;
    while (i < text.length() && i < at + 2 + width && Character.digit(text.charAt(i), 16) >= 0) {
      value = value * 16 + Character.digit(text.charAt(i++), 16);
    }
    if (i < at + 2 + width) {
      String shape = "\\" + text.charAt(at + 1) + "X".repeat(width);
      fail(at, i, bytes ? "invalid \\x escape at position " + at : "truncated " + shape + " escape");
    } else if (value < 0 || value > Character.MAX_CODE_POINT) {
      fail(at, i, "illegal Unicode character");
    } else {
      decoded.appendCodePoint(value);
    }
    return i;
  }

  private int named(int at) {
    int close = text.indexOf('}', at);
    if (at + 2 >= text.length() || text.charAt(at + 2) != '{' || close < 0) {
      fail(at, at + 2, "malformed \\N character escape");
      return at + 2;
    }
    try {
      decoded.appendCodePoint(Character.codePointOf(text.substring(at + 3, close)));
    } catch (IllegalArgumentException unknownName) {
      fail(at, close + 1, "unknown Unicode character name");
    }
    return close + 1;
  }

  private void fail(int from, int to, String reason) {
    String codec = "'unicodeescape' codec can't decode bytes in position " + from + "-" + (to - 1) + ": ";
    String message = bytes ? "(value error) " + reason : "(unicode error) " + codec + reason;
    context.report(SyntaxErrorCode.INVALID_STRING, context.span(offset + from, offset + to), message);
  }
}
