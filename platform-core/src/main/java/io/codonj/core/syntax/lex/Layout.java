package io.codonj.core.syntax.lex;

import static io.codonj.core.syntax.antlr.CodonjGrammar.*;

import io.codonj.core.syntax.SyntaxErrorCode;
import java.util.Arrays;

/// Logical lines and indentation.
///
/// Columns are kept twice, with tabs of width 8 and of width 1; where the two disagree about the nesting, the text
/// mixes tabs and spaces.
final class Layout {
  private static final int LIMIT = 100;

  private final Scan scan;
  private int[] columns = new int[16];
  private int[] narrowColumns = new int[16];
  private int depth;
  private int firstOfLine;
  private boolean afterLlvmDecorator;
  private boolean inLlvmHeader;

  Layout(Scan scan) {
    this.scan = scan;
  }

  /// Passes blank lines and puts INDENT or DEDENT tokens before the first token of the next line.
  void beginLine() {
    int column;
    int narrow;
    int lineStart;
    do {
      lineStart = scan.at;
      column = 0;
      narrow = 0;
      for (char c = scan.peek(); c == ' ' || c == '\t' || c == '\f'; c = scan.chars[++scan.at]) {
        column = c == ' ' ? column + 1 : c == '\t' ? (column / 8 + 1) * 8 : 0;
        narrow = c == '\f' ? 0 : narrow + 1;
      }
      if (scan.peek() == '#') {
        scan.skipToLineEnd();
      }
    } while (skippedLineBreak());
    if (scan.at < scan.length) {
      indentTo(column, narrow, lineStart);
    }
    firstOfLine = scan.buffer.size();
  }

  private boolean skippedLineBreak() {
    if (scan.peek() == '\n' || scan.peek() == '\r') {
      scan.skipLineBreak();
      return true;
    }
    return false;
  }

  private void indentTo(int column, int narrow, int lineStart) {
    if (column > columns[depth]) {
      if (narrow <= narrowColumns[depth]) {
        inconsistentTabs(lineStart);
      }
      push(column, narrow);
      scan.add(INDENT, lineStart, scan.at, null);
      return;
    }
    while (column < columns[depth]) {
      depth--;
      scan.add(DEDENT, scan.at, scan.at, null);
    }
    if (column != columns[depth]) {
      String message = "unindent does not match any outer indentation level";
      scan.warn(SyntaxErrorCode.UNMATCHED_INDENTATION, scan.at, lineTextEnd(), message);
    } else if (narrow != narrowColumns[depth]) {
      inconsistentTabs(lineStart);
    }
  }

  private void inconsistentTabs(int lineStart) {
    String message = "inconsistent use of tabs and spaces in indentation";
    scan.warn(SyntaxErrorCode.MIXED_TABS, lineStart, scan.at, message);
  }

  private int lineTextEnd() {
    int end = scan.at;
    while (end < scan.length && scan.chars[end] != '\n' && scan.chars[end] != '\r') {
      end++;
    }
    return end;
  }

  private void push(int column, int narrow) {
    if (depth + 1 >= LIMIT) {
      scan.warn(SyntaxErrorCode.NESTED_TOO_DEEPLY, scan.at, scan.at + 1, "too many levels of indentation");
      scan.givenUp = true;
    }
    depth++;
    if (depth == columns.length) {
      columns = Arrays.copyOf(columns, depth * 2);
      narrowColumns = Arrays.copyOf(narrowColumns, depth * 2);
    }
    columns[depth] = column;
    narrowColumns[depth] = narrow;
  }

  /// Ends the logical line with NEWLINE, which swallows a semicolon before it.
  void endLine(int start, int end) {
    var buffer = scan.buffer;
    int count = buffer.size();
    int first = firstOfLine;
    while (first < count && (buffer.type(first) == INDENT || buffer.type(first) == DEDENT)) {
      first++;
    }
    if (first == count) {
      return;
    }
    inLlvmHeader = false;
    switch (buffer.type(first)) {
      case AT -> {
        boolean plain = count == first + 2 && buffer.type(first + 1) == NAME;
        afterLlvmDecorator |= plain && buffer.get(first + 1).getText().equals("llvm");
      }
      case DEF -> {
        inLlvmHeader = afterLlvmDecorator && buffer.type(count - 1) == COLON;
        afterLlvmDecorator = false;
      }
      default -> afterLlvmDecorator = false;
    }
    if (scan.lastType() == SEMICOLON && count > first + 1 && buffer.type(count - 2) != COLON) {
      scan.last().extend(NEWLINE, end);
    } else {
      scan.add(NEWLINE, start, end, null);
    }
    firstOfLine = buffer.size();
  }

  /// After the header of an `@llvm` function: takes the indented text below it as one VERBATIM token.
  boolean verbatimBody() {
    if (!inLlvmHeader) {
      return false;
    }
    inLlvmHeader = false;
    int start = scan.at;
    int end = start;
    int restart = start;
    while (scan.at < scan.length) {
      int lineStart = scan.at;
      int column = 0;
      for (char c = scan.peek(); c == ' ' || c == '\t'; c = scan.chars[++scan.at]) {
        column = c == ' ' ? column + 1 : (column / 8 + 1) * 8;
      }
      boolean blank = scan.peek() == '\n' || scan.peek() == '\r' || scan.at >= scan.length;
      if (!blank && column <= columns[depth]) {
        scan.at = lineStart;
        break;
      }
      scan.skipToLineEnd();
      if (!blank) {
        end = scan.at;
      }
      if (scan.at < scan.length) {
        scan.skipLineBreak();
      }
      restart = blank ? restart : scan.at;
    }
    scan.at = restart;
    if (end == start) {
      return false;
    }
    scan.last().extend(VERBATIM, end);
    beginLine();
    return true;
  }

  /// Closes all open blocks at the end of the file.
  void closeAll() {
    for (; depth > 0; depth--) {
      scan.add(DEDENT, scan.length, scan.length, null);
    }
  }
}
