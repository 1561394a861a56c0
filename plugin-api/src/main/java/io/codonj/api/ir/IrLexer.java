package io.codonj.api.ir;

import java.util.ArrayList;
import java.util.List;

/// Splits the textual form of IR into tokens. `;` starts a comment that ends with the line.
final class IrLexer {
  /// PUNCTUATION holds one character or `->`; WORD names and numbers; STRING what was between quotes.
  enum Kind { PUNCTUATION, WORD, STRING, END }

  /// @param startsLine nothing but blanks stands before it on its line
  record Token(Kind kind, String text, int line, boolean startsLine) {
    boolean is(String punctuation) {
      return kind == Kind.PUNCTUATION && text.equals(punctuation);
    }

    boolean isWord(String word) {
      return kind == Kind.WORD && text.equals(word);
    }
  }

  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private int position;
  private int line = 1;
  private boolean startsLine = true;

  private IrLexer(String text) {
    this.text = text;
  }

  static List<Token> tokens(String text) {
    var lexer = new IrLexer(text);
    lexer.run();
    return lexer.tokens;
  }

  private void run() {
    while (position < text.length()) {
      char c = text.charAt(position);
      if (c == '\n') {
        line++;
        startsLine = true;
        position++;
      } else if (c == ' ' || c == '\t' || c == '\r') {
        position++;
      } else if (c == ';') {
        while (position < text.length() && text.charAt(position) != '\n') {
          position++;
        }
      } else if (c == '"') {
        add(Kind.STRING, string());
      } else if (text.startsWith("->", position)) {
        position += 2;
        add(Kind.PUNCTUATION, "->");
      } else if (IrText.isPlainCharacter(c) || c == '-') {
        add(Kind.WORD, word());
      } else {
        position++;
        add(Kind.PUNCTUATION, String.valueOf(c));
      }
    }
    add(Kind.END, "end of text");
  }

  private void add(Kind kind, String tokenText) {
    tokens.add(new Token(kind, tokenText, line, startsLine));
    startsLine = false;
  }

  /// Names, and numbers with a sign and an exponent.
  private String word() {
    int start = position++;
    boolean number = text.charAt(start) == '-' || Character.isDigit(text.charAt(start));
    while (position < text.length()) {
      char c = text.charAt(position);
      boolean sign = number && c == '-' && text.charAt(position - 1) == 'E';
      if (!IrText.isPlainCharacter(c) && !sign) {
        break;
      }
      position++;
    }
    return text.substring(start, position);
  }

  private String string() {
    var value = new StringBuilder();
    for (position++; ; position++) {
      if (position >= text.length() || text.charAt(position) == '\n') {
        throw new IrSyntaxException(line, "a string does not end");
      }
      char c = text.charAt(position);
      if (c == '"') {
        position++;
        return value.toString();
      }
      value.append(c == '\\' ? escape() : c);
    }
  }

  private char escape() {
    char c = position + 1 < text.length() ? text.charAt(++position) : ' ';
    return switch (c) {
      case 'n' -> '\n';
      case '"', '\\' -> c;
      case 'x' -> hex(2);
      case 'u' -> hex(4);
      default -> throw new IrSyntaxException(line, "there is no escape \\" + c);
    };
  }

  private char hex(int digits) {
    int value = 0;
    for (int i = 0; i < digits; i++) {
      position++;
      int digit = position < text.length() ? Character.digit(text.charAt(position), 16) : -1;
      if (digit < 0) {
        throw new IrSyntaxException(line, "an escape needs " + digits + " hexadecimal digits");
      }
      value = value * 16 + digit;
    }
    return (char) value;
  }
}
