package io.codonj.api.ir;

/// Names and quoted strings of the textual form, shared by printer and lexer.
final class IrText {
  private IrText() {}

  static boolean isPlainCharacter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '.' || c == '$';
  }

  /// Names of other characters are written between quotes.
  static boolean isPlainName(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (!isPlainCharacter(name.charAt(i))) {
        return false;
      }
    }
    return !name.isEmpty();
  }

  /// Printable ASCII stands for itself; the rest is `\n`, `\"`, `\\`, `\xHH` or `\\uHHHH`.
  static void quote(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        default -> {
          if (c >= ' ' && c < 127) {
            out.append(c);
          } else if (c < 256) {
            out.append("\\x");
            hex(c, 2, out);
          } else {
            out.append("\\u");
            hex(c, 4, out);
          }
        }
      }
    }
    out.append('"');
  }

  private static void hex(int value, int digits, StringBuilder out) {
    for (int shift = (digits - 1) * 4; shift >= 0; shift -= 4) {
      out.append(Character.forDigit((value >> shift) & 15, 16));
    }
  }
}
