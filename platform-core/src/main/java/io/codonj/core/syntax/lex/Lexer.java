package io.codonj.core.syntax.lex;

import static io.codonj.core.syntax.antlr.CodonjGrammar.*;

import io.codonj.api.source.SourceFile;
import io.codonj.core.syntax.SyntaxErrorCode;
import io.codonj.core.syntax.SyntaxOptions;
import io.codonj.core.syntax.SyntaxProblems;
import java.text.Normalizer;

/// Turns a source text into tokens.
///
/// A piece of text that is no token becomes an ERROR token and a problem; the parser passes over a line with such a
/// token without complaining again.
public final class Lexer {
  private final SyntaxOptions options;
  private final Scan scan;
  private final Layout layout;
  private final Brackets brackets;
  private final FStrings fStrings;
  private final NameTable names = new NameTable();

  private Lexer(SourceFile file, SyntaxOptions options, SyntaxProblems problems) {
    this.options = options;
    this.scan = new Scan(file, problems);
    this.layout = new Layout(scan);
    this.brackets = new Brackets(scan);
    this.fStrings = new FStrings(scan, brackets);
  }

  /// All tokens of the file, ended by NEWLINE, the missing DEDENTs and EOF.
  public static TokenBuffer tokenize(SourceFile file, SyntaxOptions options, SyntaxProblems problems) {
    var lexer = new Lexer(file, options, problems);
    lexer.run();
    SoftKeywords.resolve(lexer.scan.buffer, options);
    return lexer.scan.buffer;
  }

  private void run() {
    if (scan.peek() == '\uFEFF') {
      scan.at++;
    }
    layout.beginLine();
    while (true) {
      int start = scan.at;
      char c = scan.chars[start];
      switch (c) {
        case ' ', '\t', '\f' -> scan.at++;
        case '#' -> scan.skipToLineEnd();
        case '\n', '\r' -> lineEnd();
        case '\\' -> continuation();
        case '"', '\'' -> string(start, start);
        case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> NumberScanner.scan(scan, options.dialect());
        case '\0' -> {
          if (start >= scan.length) {
            finish();
            return;
          }
          scan.at++;
          scan.error(SyntaxErrorCode.INVALID_CHARACTER, start, scan.at, "source code cannot contain null bytes");
        }
        default -> {
          if (Characters.startsName(c)) {
            name(start);
          } else {
            operator(start, c);
          }
        }
      }
      if (scan.givenUp) {
        scan.at = scan.length;
      }
    }
  }

  // ---- Lines

  private void lineEnd() {
    int start = scan.at;
    scan.skipLineBreak();
    if (!brackets.isEmpty()) {
      return;
    }
    endLine(start, scan.at);
    if (!layout.verbatimBody()) {
      layout.beginLine();
    }
  }

  private void endLine(int start, int end) {
    brackets.endLine();
    layout.endLine(start, end);
  }

  private void continuation() {
    int start = scan.at;
    scan.at++;
    char next = scan.peek();
    if (next == '\n' || next == '\r') {
      scan.skipLineBreak();
      if (scan.at >= scan.length) {
        scan.error(SyntaxErrorCode.LINE_CONTINUATION, start, start + 1, "unexpected EOF while parsing");
      }
      return;
    }
    String message =
        scan.at >= scan.length
            ? "unexpected EOF while parsing"
            : "unexpected character after line continuation character";
    scan.skipToLineEnd();
    scan.error(SyntaxErrorCode.LINE_CONTINUATION, start, start + 1, message);
  }

  private void finish() {
    fStrings.abandon(0);
    brackets.reportUnclosed();
    if (scan.lastType() != NEWLINE && scan.lastType() != DEDENT && scan.lastType() != VERBATIM
        && scan.buffer.size() > 0) {
      endLine(scan.length, scan.length);
    }
    layout.closeAll();
    scan.add(EOF, scan.length, scan.length, null);
  }

  // ---- Names and strings

  private void name(int start) {
    boolean ascii = true;
    char[] chars = scan.chars;
    int end = start;
    while (true) {
      char c = chars[end];
      if (c < 128) {
        if (!Characters.continuesName(c)) {
          break;
        }
        end++;
      } else {
        int point = Character.codePointAt(chars, end);
        if (!Characters.continuesName(point)) {
          break;
        }
        ascii = false;
        end += Character.charCount(point);
      }
    }
    scan.at = end;
    if (end == start) {
      invalidCharacter(start);
      return;
    }
    if (ascii) {
      names.lookUp(chars, start, end);
    } else {
      String normal = Normalizer.normalize(new String(chars, start, end - start), Normalizer.Form.NFKC);
      names.lookUp(normal.toCharArray(), 0, normal.length());
    }
    int type = names.type();
    boolean beforeQuote = chars[end] == '"' || chars[end] == '\'';
    if (beforeQuote && type == NAME && isStringPrefix(names.name())) {
      string(start, end);
    } else if (type == NAME) {
      scan.add(NAME, start, end, names.name());
    } else {
      keyword(type, start, end);
    }
  }

  private boolean isStringPrefix(String name) {
    return switch (name) {
      case "match", "case", "print", "type" -> false;
      default -> options.dialect() || Characters.isStandardPrefix(name);
    };
  }

  private void keyword(int type, int start, int end) {
    if (!brackets.isEmpty() && Brackets.endsUnclosed(type) && scan.isFirstOnLine(start)) {
      fStrings.abandon(0);
      brackets.reportUnclosed();
      endLine(start, start);
      scan.toLineStart(start);
      layout.beginLine();
    } else if (type == NOT && scan.lastType() == IS) {
      scan.last().extend(IS_NOT, end);
    } else if (type == IN && scan.lastType() == NOT) {
      scan.last().extend(NOT_IN, end);
    } else {
      scan.add(type, start, end, names.name());
    }
  }

  private void string(int start, int quoteAt) {
    boolean formatted = false;
    boolean raw = false;
    if (quoteAt - start <= 2) {
      for (int i = start; i < quoteAt; i++) {
        char lower = (char) (scan.chars[i] | 0x20);
        formatted |= lower == 'f';
        raw |= lower == 'r';
      }
      formatted &= Characters.isStandardPrefix(new String(scan.chars, start, quoteAt - start));
    }
    if (formatted) {
      fStrings.open(start, quoteAt, raw);
    } else if (fStrings.isQuote(scan.chars[quoteAt]) && StringScanner.end(scan, quoteAt) < 0) {
      if (start < quoteAt) {
        scan.add(NAME, start, quoteAt, names.name());
      }
      scan.at = quoteAt;
      fStrings.closeWithoutBrace();
    } else {
      StringScanner.scan(scan, start, quoteAt);
    }
  }

  // ---- Operators

  private void operator(int start, char c) {
    char next = scan.chars[start + 1];
    switch (c) {
      case '(', '[', '{' -> {
        scan.token(c == '(' ? LPAR : c == '[' ? LBRACK : LBRACE, 1);
        brackets.open(c, start);
      }
      case ')', ']', '}' -> {
        if (c == '}' && brackets.inField()) {
          fStrings.closeField();
        } else {
          brackets.close(c, start, fStrings.base());
        }
      }
      case ',' -> scan.token(COMMA, 1);
      case ';' -> scan.token(SEMICOLON, 1);
      case ':' -> {
        if (brackets.inField()) {
          fStrings.beginSpec();
        } else {
          scan.token(next == '=' ? WALRUS : COLON, next == '=' ? 2 : 1);
        }
      }
      case '!' -> {
        if (next == '=') {
          scan.token(NOT_EQUAL, 2);
        } else if (brackets.inField()) {
          scan.token(BANG, 1);
        } else {
          scan.at++;
          scan.error(SyntaxErrorCode.INVALID_SYNTAX, start, start + 1, "invalid syntax");
        }
      }
      case '.' -> {
        if (next == '.' && scan.chars[start + 2] == '.') {
          scan.token(ELLIPSIS, 3);
        } else if (next >= '0' && next <= '9') {
          NumberScanner.scan(scan, options.dialect());
        } else {
          scan.token(DOT, 1);
        }
      }
      default -> {
        if (!OperatorScanner.scan(scan, options.dialect())) {
          invalidCharacter(start);
        }
      }
    }
  }

  private void invalidCharacter(int start) {
    int point = Character.codePointAt(scan.chars, start, scan.length);
    scan.at = start + Character.charCount(point);
    scan.error(SyntaxErrorCode.INVALID_CHARACTER, start, scan.at, Characters.complaint(point));
  }
}
