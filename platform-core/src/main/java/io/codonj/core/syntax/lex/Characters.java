package io.codonj.core.syntax.lex;

/// Classes of characters as the Python reference defines them.
final class Characters {
  private static final boolean[] NAME_PART = new boolean[128];

  static {
    for (char c = 0; c < 128; c++) {
      NAME_PART[c] = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_';
    }
  }

  private Characters() {}

  /// Whether a name may begin here. All of the non-ASCII range says yes; the scan of the name decides.
  static boolean startsName(char c) {
    return c >= 128 || NAME_PART[c] && (c < '0' || c > '9');
  }

  static boolean continuesName(char c) {
    return c < 128 && NAME_PART[c];
  }

  static boolean continuesName(int point) {
    return point < 128
        ? NAME_PART[point]
        : Character.isUnicodeIdentifierPart(point) && !Character.isIdentifierIgnorable(point);
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /// `r u b f br fr` in any order and case.
  static boolean isStandardPrefix(String prefix) {
    return switch (prefix.length()) {
      case 1 -> "rRuUbBfF".contains(prefix);
      case 2 -> switch (prefix.toLowerCase()) {
        case "br", "rb", "fr", "rf" -> true;
        default -> false;
      };
      default -> false;
    };
  }

  /// CPython's words about a character that belongs to no token.
  static String complaint(int point) {
    if (point < 128) {
      return point >= 32 && point != 127
          ? "invalid syntax: unexpected character '" + (char) point + "'"
          : "invalid non-printable character U+%04X".formatted(point);
    }
    boolean printable =
        switch (Character.getType(point)) {
          case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED,
              Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SPACE_SEPARATOR -> false;
          default -> true;
        };
    return printable
        ? "invalid character '%s' (U+%04X)".formatted(Character.toString(point), point)
        : "invalid non-printable character U+%04X".formatted(point);
  }
}
