package io.codonj.core.syntax.lex;

import io.codonj.api.source.SourceFile;
import io.codonj.core.syntax.SyntaxErrorCode;
import io.codonj.core.syntax.SyntaxProblems;
import io.codonj.core.syntax.antlr.CodonjGrammar;
import org.jspecify.annotations.Nullable;

/// The state that all parts of the lexer share: the text, the position in it, and the tokens made so far.
///
/// `chars` ends with NUL chars beyond `length`, so looking ahead by a few needs no bounds check.
final class Scan {
  final char[] chars;
  final int length;
  final SourceFile file;
  final TokenBuffer buffer;
  int at;

  /// Set when going on makes no sense; the rest of the text is skipped.
  boolean givenUp;

  private final SyntaxProblems problems;

  Scan(SourceFile file, SyntaxProblems problems) {
    this.file = file;
    this.problems = problems;
    this.buffer = new TokenBuffer(file);
    this.length = file.text().length();
    this.chars = new char[length + 4];
    file.text().getChars(0, length, chars, 0);
  }

  char peek() {
    return chars[at];
  }

  SourceToken add(int type, int start, int end, @Nullable String text) {
    return buffer.add(type, start, end, text);
  }

  /// Takes the next `width` chars as a token.
  void token(int type, int width) {
    buffer.add(type, at, at + width, null);
    at += width;
  }

  SourceToken last() {
    return buffer.get(buffer.size() - 1);
  }

  /// The type of the last token, or 0.
  int lastType() {
    int count = buffer.size();
    return count == 0 ? 0 : buffer.type(count - 1);
  }

  /// Reports a problem and leaves an ERROR token.
  void error(SyntaxErrorCode code, int start, int end, String message) {
    problems.report(code, start, end, message);
    errorToken(start, end);
  }

  void errorToken(int start, int end) {
    buffer.add(CodonjGrammar.ERROR, start, end, null);
  }

  /// Reports a problem that leaves the tokens as they are.
  void warn(SyntaxErrorCode code, int start, int end, String message) {
    problems.report(code, start, end, message);
  }

  void skipToLineEnd() {
    while (at < length && chars[at] != '\n' && chars[at] != '\r') {
      at++;
    }
  }

  void skipLineBreak() {
    if (chars[at] == '\r' && chars[at + 1] == '\n') {
      at++;
    }
    at++;
  }

  boolean isFirstOnLine(int offset) {
    int i = offset - 1;
    while (i >= 0 && (chars[i] == ' ' || chars[i] == '\t')) {
      i--;
    }
    return i < 0 || chars[i] == '\n' || chars[i] == '\r';
  }

  void toLineStart(int offset) {
    at = offset;
    while (at > 0 && chars[at - 1] != '\n' && chars[at - 1] != '\r') {
      at--;
    }
  }
}
