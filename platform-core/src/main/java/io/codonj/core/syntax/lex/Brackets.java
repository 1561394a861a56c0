package io.codonj.core.syntax.lex;

import static io.codonj.core.syntax.antlr.CodonjGrammar.*;

import io.codonj.core.syntax.SyntaxErrorCode;
import java.util.Arrays;

/// The open brackets at the current place, among them the replacement fields of f-strings.
final class Brackets {
  /// CPython's limit; it keeps the parser's recursion within bounds.
  private static final int LIMIT = 200;

  private static final char FIELD = 'F';

  private final Scan scan;
  private char[] kinds = new char[32];
  private int[] offsets = new int[32];
  private int depth;
  private boolean complained;

  Brackets(Scan scan) {
    this.scan = scan;
  }

  boolean isEmpty() {
    return depth == 0;
  }

  int depth() {
    return depth;
  }

  /// Whether the innermost open bracket is the brace of a replacement field.
  boolean inField() {
    return depth > 0 && kinds[depth - 1] == FIELD;
  }

  void open(char kind, int offset) {
    if (depth == LIMIT) {
      scan.error(SyntaxErrorCode.NESTED_TOO_DEEPLY, offset, offset + 1, "too many nested parentheses");
      scan.givenUp = true;
      complained = true;
      return;
    }
    if (depth == kinds.length) {
      kinds = Arrays.copyOf(kinds, depth * 2);
      offsets = Arrays.copyOf(offsets, depth * 2);
    }
    kinds[depth] = kind;
    offsets[depth++] = offset;
  }

  void openField(int offset) {
    open(FIELD, offset);
  }

  void pop() {
    depth--;
  }

  /// Forgets all brackets opened after `base`.
  void truncate(int base) {
    depth = Math.min(depth, base);
  }

  /// Takes a closing bracket; those below `base` belong to text outside of the current f-string.
  void close(char closer, int offset, int base) {
    char opener = closer == ')' ? '(' : closer == ']' ? '[' : '{';
    if (depth > base && kinds[depth - 1] == opener) {
      depth--;
      scan.token(closer == ')' ? RPAR : closer == ']' ? RBRACK : RBRACE, 1);
      return;
    }
    scan.at++;
    if (complained) {
      scan.errorToken(offset, offset + 1);
    } else if (depth == base || kinds[depth - 1] == FIELD) {
      String prefix = depth > 0 && kinds[depth - 1] == FIELD ? "f-string: " : "";
      complain(SyntaxErrorCode.UNMATCHED_BRACKET, offset, prefix + "unmatched '" + closer + "'");
    } else {
      complain(SyntaxErrorCode.UNMATCHED_BRACKET, offset, mismatch(closer, offset));
    }
    int match = depth - 1;
    while (match >= base && kinds[match] != opener) {
      match--;
    }
    // A closer of the wrong kind closes the innermost bracket; one that fits further out closes those within, too.
    boolean outside = depth == base || kinds[depth - 1] == FIELD;
    depth = match >= base ? match : outside ? depth : depth - 1;
  }

  private String mismatch(char closer, int offset) {
    int line = scan.file.line(offsets[depth - 1]);
    String where = line == scan.file.line(offset) ? "" : " on line " + line;
    return "closing parenthesis '%c' does not match opening parenthesis '%c'%s"
        .formatted(closer, kinds[depth - 1], where);
  }

  private void complain(SyntaxErrorCode code, int offset, String message) {
    complained = true;
    scan.error(code, offset, offset + 1, message);
  }

  /// At the end of the text, or where a statement begins that cannot stand within brackets.
  void reportUnclosed() {
    if (depth > 0) {
      if (!complained) {
        int offset = offsets[depth - 1];
        boolean field = kinds[depth - 1] == FIELD;
        String message = field ? "f-string: expecting '}'" : "'" + kinds[depth - 1] + "' was never closed";
        complain(SyntaxErrorCode.UNBALANCED_BRACKET, offset, message);
      }
      depth = 0;
    }
  }

  void endLine() {
    complained = false;
  }

  /// Keywords that only ever begin a statement: at the start of a line within brackets they show that a bracket above
  /// was not closed.
  static boolean endsUnclosed(int keyword) {
    return switch (keyword) {
      case DEF, CLASS, IMPORT, RETURN, WHILE, WITH, TRY, EXCEPT, FINALLY, RAISE, PASS, BREAK, CONTINUE, DEL, GLOBAL,
          NONLOCAL, ASSERT -> true;
      default -> false;
    };
  }
}
