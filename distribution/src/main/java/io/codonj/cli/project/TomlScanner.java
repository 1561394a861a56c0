package io.codonj.cli.project;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The words of TOML: keys, strings, numbers, comments.
final class TomlScanner {
  private static final Pattern BARE_KEY = Pattern.compile("[A-Za-z0-9_-]+");
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_+.:-]+");
  private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9](_?[0-9])*");
  private static final Pattern FLOAT =
      Pattern.compile("[+-]?([0-9](_?[0-9])*(\\.[0-9](_?[0-9])*)?([eE][+-]?[0-9]+)?|inf|nan)");

  private final String text;
  private int at;

  TomlScanner(String text) {
    this.text = text;
  }

  boolean atEnd() {
    return at >= text.length();
  }

  TomlError error(String message) {
    int line = 1 + (int) text.substring(0, Math.min(at, text.length())).chars().filter(c -> c == '\n').count();
    return new TomlError(line, message);
  }

  void skipSpaces() {
    while (!atEnd() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
  }

  /// Spaces, line ends and comments.
  void skipBlankLines() {
    while (true) {
      skipSpaces();
      skipComment();
      if (atEnd() || !(text.charAt(at) == '\n' || text.startsWith("\r\n", at))) {
        return;
      }
      at++;
    }
  }

  private void skipComment() {
    if (!atEnd() && text.charAt(at) == '#') {
      int end = text.indexOf('\n', at);
      at = end < 0 ? text.length() : end;
    }
  }

  void endOfLine() {
    skipSpaces();
    skipComment();
    if (!atEnd() && !take("\n") && !take("\r\n")) {
      throw error("something follows what should be the end of the line");
    }
  }

  boolean take(String word) {
    boolean found = text.startsWith(word, at);
    at += found ? word.length() : 0;
    return found;
  }

  void expect(String word) {
    skipSpaces();
    if (!take(word)) {
      throw error("expected '" + word + "'");
    }
  }

  String keyPart() {
    if (text.startsWith("\"", at) || text.startsWith("'", at)) {
      return (String) scalar();
    }
    return match(BARE_KEY, "expected a key");
  }

  private String match(Pattern pattern, String otherwise) {
    Matcher matcher = pattern.matcher(text).region(at, text.length());
    if (!matcher.lookingAt()) {
      throw error(otherwise);
    }
    at = matcher.end();
    return matcher.group();
  }

  /// A string, number or truth value.
  Object scalar() {
    if (take("\"\"\"")) {
      return basic("\"\"\"");
    } else if (take("'''")) {
      return literal("'''");
    } else if (take("\"")) {
      return basic("\"");
    } else if (take("'")) {
      return literal("'");
    }
    String word = match(WORD, "expected a value; text stands in quotes");
    return switch (word) {
      case "true" -> true;
      case "false" -> false;
      default -> number(word);
    };
  }

  private Object number(String word) {
    try {
      if (INTEGER.matcher(word).matches()) {
        return Long.parseLong(word.replace("_", ""));
      } else if (word.startsWith("0x") || word.startsWith("0o") || word.startsWith("0b")) {
        int radix = word.charAt(1) == 'x' ? 16 : word.charAt(1) == 'o' ? 8 : 2;
        return Long.parseLong(word.substring(2).replace("_", ""), radix);
      } else if (FLOAT.matcher(word).matches()) {
        return Double.parseDouble(word.replace("_", "").replace("inf", "Infinity").replace("nan", "NaN"));
      }
    } catch (NumberFormatException _) {
      throw error("'" + word + "' is no number that fits");
    }
    throw error("'" + word + "' is neither a number nor true or false; text stands in quotes");
  }

  private String literal(String quote) {
    int end = text.indexOf(quote, at);
    if (end < 0) {
      throw error("the string does not end");
    }
    String content = text.substring(at, end);
    at = end + quote.length();
    return multiline(content, quote);
  }

  /// Strings over several lines begin on the line after the quotes.
  private String multiline(String content, String quote) {
    if (quote.length() == 1 && content.indexOf('\n') >= 0) {
      throw error("the string does not end on its line");
    }
    return quote.length() == 3 && content.startsWith("\n") ? content.substring(1) : content;
  }

  private String basic(String quote) {
    var content = new StringBuilder();
    while (!take(quote)) {
      if (atEnd()) {
        throw error("the string does not end");
      }
      char next = text.charAt(at++);
      if (next == '\\') {
        escape(content);
      } else {
        content.append(next);
      }
    }
    return multiline(content.toString(), quote);
  }

  private void escape(StringBuilder content) {
    char kind = atEnd() ? ' ' : text.charAt(at++);
    switch (kind) {
      case 'b' -> content.append('\b');
      case 't' -> content.append('\t');
      case 'n' -> content.append('\n');
      case 'f' -> content.append('\f');
      case 'r' -> content.append('\r');
      case '"' -> content.append('"');
      case '\\' -> content.append('\\');
      case 'u' -> content.appendCodePoint(codePoint(4));
      case 'U' -> content.appendCodePoint(codePoint(8));
      case '\n' -> {
        while (!atEnd() && Character.isWhitespace(text.charAt(at))) {
          at++;
        }
      }
      default -> throw error("no escape '\\" + kind + "'");
    }
  }

  private int codePoint(int digits) {
    try {
      int value = Integer.parseInt(text.substring(at, at + digits), 16);
      at += digits;
      if (Character.isValidCodePoint(value)) {
        return value;
      }
    } catch (NumberFormatException | IndexOutOfBoundsException _) {
      // reported below
    }
    throw error("no character of that number");
  }
}
