package io.codonj.core.syntax.lex;

import io.codonj.core.syntax.SyntaxErrorCode;
import io.codonj.core.syntax.antlr.CodonjGrammar;

/// Finds the end of a string literal without replacement fields. Escapes are decoded later.
final class StringScanner {
  private StringScanner() {}

  /// `start` is the prefix, `quoteAt` the first quote.
  static void scan(Scan scan, int start, int quoteAt) {
    boolean triple = isTriple(scan.chars, quoteAt);
    int end = end(scan, quoteAt);
    if (end >= 0) {
      scan.at = end;
      scan.add(CodonjGrammar.STRING, start, end, null);
    } else {
      unterminated(scan, start, quoteAt, -end, triple, "string");
    }
  }

  /// The offset after the closing quote, or the negated offset where the text breaks off.
  static int end(Scan scan, int quoteAt) {
    char[] chars = scan.chars;
    char quote = chars[quoteAt];
    boolean triple = isTriple(chars, quoteAt);
    int i = quoteAt + (triple ? 3 : 1);
    while (i < scan.length && (triple || chars[i] != '\n' && chars[i] != '\r')) {
      char c = chars[i];
      if (c == quote && (!triple || isTriple(chars, i))) {
        return i + (triple ? 3 : 1);
      }
      boolean wideBreak = c == '\\' && chars[i + 1] == '\r' && chars[i + 2] == '\n';
      i += wideBreak ? 3 : c == '\\' ? 2 : 1;
    }
    return -Math.min(i, scan.length);
  }

  /// Whether three equal quotes stand at `at`.
  static boolean isTriple(char[] chars, int at) {
    return chars[at + 1] == chars[at] && chars[at + 2] == chars[at];
  }

  static void unterminated(Scan scan, int start, int quoteAt, int end, boolean triple, String kind) {
    int line = scan.file.line(Math.max(start, end == scan.length ? lastTextOffset(scan) : end));
    String message =
        "unterminated %s%s literal (detected at line %d)".formatted(triple ? "triple-quoted " : "", kind, line);
    scan.at = end;
    scan.error(SyntaxErrorCode.UNTERMINATED_STRING, start, triple ? quoteAt + 3 : end, message);
  }

  private static int lastTextOffset(Scan scan) {
    int last = scan.length - 1;
    return last > 0 && (scan.chars[last] == '\n' || scan.chars[last] == '\r') ? last - 1 : last;
  }
}
