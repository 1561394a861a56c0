package io.codonj.core.syntax.lex;

import static io.codonj.core.syntax.antlr.CodonjGrammar.*;

import io.codonj.core.syntax.SyntaxErrorCode;
import java.util.ArrayList;

/// The texts between the replacement fields of f-strings, nested to any depth.
///
/// The lexer works as usual within a field, whose brace stands on the bracket stack; `}` and `:` at the level of that
/// brace come back here.
final class FStrings {
  private record Frame(int start, int quoteAt, char quote, boolean triple, boolean raw, int base) {}

  private final Scan scan;
  private final Brackets brackets;
  private final ArrayList<Frame> frames = new ArrayList<>();

  FStrings(Scan scan, Brackets brackets) {
    this.scan = scan;
    this.brackets = brackets;
  }

  /// The bracket depth below which closing brackets belong to the text outside of the innermost f-string.
  int base() {
    return frames.isEmpty() ? 0 : frames.getLast().base();
  }

  void open(int start, int quoteAt, boolean raw) {
    boolean triple = StringScanner.isTriple(scan.chars, quoteAt);
    scan.at = quoteAt + (triple ? 3 : 1);
    scan.add(FSTRING_START, start, scan.at, null);
    frames.add(new Frame(start, quoteAt, scan.chars[quoteAt], triple, raw, brackets.depth()));
    text();
  }

  /// At the `}` of a field.
  void closeField() {
    scan.token(RBRACE, 1);
    brackets.pop();
    text();
  }

  /// At the `:` of a field.
  void beginSpec() {
    scan.token(SPEC, 1);
    text();
  }

  /// Whether `c` alone would end the innermost f-string.
  boolean isQuote(char c) {
    return !frames.isEmpty() && !frames.getLast().triple() && frames.getLast().quote() == c;
  }

  /// At a quote that begins no string: it was meant to end this one, whose field lacks its brace.
  void closeWithoutBrace() {
    Frame frame = frames.removeLast();
    brackets.truncate(frame.base());
    int at = scan.at++;
    scan.error(SyntaxErrorCode.INVALID_FSTRING, at, at + 1, "f-string: expecting '}'");
  }

  /// Gives up all f-strings but the first `count`.
  void abandon(int count) {
    while (frames.size() > count) {
      frames.removeLast();
    }
  }

  /// Text up to the next field or the end of the string; in a format specification up to its `}`, and further.
  private void text() {
    Frame frame = frames.getLast();
    char[] chars = scan.chars;
    int start = scan.at;
    int i = start;
    while (true) {
      char c = chars[i];
      boolean inSpec = brackets.depth() > frame.base();
      if (c == frame.quote() && (!frame.triple() || StringScanner.isTriple(chars, i))) {
        middle(start, i);
        end(frame, i, inSpec);
        return;
      }
      if (i >= scan.length || (c == '\n' || c == '\r') && !frame.triple()) {
        unterminated(frame, i);
        return;
      }
      if (c == '{' && (chars[i + 1] != '{' || inSpec)) {
        middle(start, i);
        scan.at = i;
        scan.token(LBRACE, 1);
        brackets.openField(i);
        return;
      }
      if (c == '}' && inSpec) {
        middle(start, i);
        scan.at = i;
        scan.token(RBRACE, 1);
        brackets.pop();
        start = ++i;
      } else if (c == '}' && chars[i + 1] != '}') {
        scan.warn(SyntaxErrorCode.INVALID_FSTRING, i, i + 1, "f-string: single '}' is not allowed");
        i++;
      } else if (c == '{' || c == '}') {
        i += 2;
      } else if (c == '\\') {
        i = afterEscape(frame, i);
      } else {
        i++;
      }
    }
  }

  private int afterEscape(Frame frame, int at) {
    char[] chars = scan.chars;
    char next = chars[at + 1];
    if (next == '{' || next == '}') {
      return at + 1;
    }
    if (!frame.raw() && next == 'N' && chars[at + 2] == '{') {
      int i = at + 3;
      while (i < scan.length && chars[i] != '}' && chars[i] != frame.quote() && chars[i] != '\n') {
        i++;
      }
      return chars[i] == '}' ? i + 1 : i;
    }
    return next == '\r' && chars[at + 2] == '\n' ? at + 3 : at + 2;
  }

  private void middle(int start, int end) {
    if (end > start) {
      scan.add(FSTRING_MIDDLE, start, end, null);
    }
  }

  private void end(Frame frame, int at, boolean inSpec) {
    int width = frame.triple() ? 3 : 1;
    frames.removeLast();
    scan.at = at + width;
    if (inSpec) {
      brackets.truncate(frame.base());
      scan.error(SyntaxErrorCode.INVALID_FSTRING, at, at + width, "f-string: expecting '}'");
    } else {
      scan.add(FSTRING_END, at, at + width, null);
    }
  }

  private void unterminated(Frame frame, int at) {
    frames.removeLast();
    brackets.truncate(frame.base());
    int end = Math.min(at, scan.length);
    StringScanner.unterminated(scan, frame.start(), frame.quoteAt(), end, frame.triple(), "f-string");
  }
}
