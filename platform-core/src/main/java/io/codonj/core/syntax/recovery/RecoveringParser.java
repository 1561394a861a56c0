package io.codonj.core.syntax.recovery;

import static io.codonj.core.syntax.antlr.CodonjGrammar.*;

import io.codonj.core.syntax.SyntaxProblems;
import io.codonj.core.syntax.lex.TokenBuffer;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;
import org.jspecify.annotations.Nullable;

/// Base of the generated parser: lean token handling, and recovery by statements.
///
/// An error unwinds to the innermost statement. It is reported there, the rest of its line is skipped, blocks below
/// it are parsed for further errors, and parsing goes on with the next statement.
public abstract class RecoveringParser extends org.antlr.v4.runtime.Parser {
  private final TokenBuffer tokens;
  private @Nullable SyntaxProblems problems;
  private int expected;

  protected RecoveringParser(TokenStream input) {
    super(input);
    tokens = (TokenBuffer) input;
    setBuildParseTree(false);
    setErrorHandler(new UnwindingErrors());
    removeErrorListeners();
  }

  public void reportTo(SyntaxProblems sink) {
    problems = sink;
  }

  @Override
  public Token consume() {
    Token token = tokens.LT(1);
    tokens.consume();
    return token;
  }

  @Override
  public Token match(int type) {
    if (tokens.LA(1) == type) {
      return consume();
    }
    return mismatch(type);
  }

  private Token mismatch(int type) {
    if (type == DEDENT || type == Token.EOF) {
      return resumeStatements(type);
    }
    expected = type;
    if (type == COLON && tokens.LA(1) == NEWLINE && tokens.LA(2) == INDENT) {
      report(_ctx);
      return tokens.LT(1);
    }
    throw new InputMismatchException(this);
  }

  /// Where a list of statements was ended by something that ends none, such as a stray `else`.
  private Token resumeStatements(int end) {
    while (tokens.LA(1) != end) {
      if (tokens.LA(1) == Token.EOF) {
        return tokens.LT(1);
      }
      expected = 0;
      report(_ctx);
      int from = tokens.index();
      skipLine();
      statementsOfOpenBlocks(0);
      while (tokens.LA(1) != end && beginsStatement(tokens.LA(1))) {
        nestedStatement();
      }
      if (tokens.index() == from) {
        tokens.consume();
      }
    }
    return consume();
  }

  /// Called by the rule for what cannot begin a statement, after it took the token.
  protected void refuse() {
    tokens.seek(tokens.index() - 1);
    expected = 0;
    throw new InputMismatchException(this);
  }

  protected void recoverFrom(ParserRuleContext statement, RecognitionException problem) {
    if (!(problem instanceof InputMismatchException)) {
      expected = 0;
    }
    report(problem.getCtx() instanceof ParserRuleContext context ? context : statement);
    int start = statement.getStart().getTokenIndex();
    int open = 0;
    for (int i = start; i < tokens.index(); i++) {
      open += tokens.type(i) == INDENT ? 1 : tokens.type(i) == DEDENT ? -1 : 0;
    }
    boolean untouched = tokens.index() == start;
    if (!(untouched && tokens.LA(1) == INDENT) && (untouched || !atLineStart())) {
      skipLine();
    }
    statementsOfOpenBlocks(open);
  }

  private boolean atLineStart() {
    return switch (tokens.LA(-1)) {
      case NEWLINE, VERBATIM, INDENT, DEDENT -> true;
      default -> false;
    };
  }

  private void skipLine() {
    while (true) {
      int type = tokens.LA(1);
      if (type == Token.EOF || type == DEDENT) {
        return;
      }
      tokens.consume();
      if (type == NEWLINE || type == VERBATIM) {
        return;
      }
    }
  }

  /// Parses, for their errors alone, the statements up to the end of `open` blocks and of one that begins here.
  private void statementsOfOpenBlocks(int open) {
    int depth = open;
    if (tokens.LA(1) == INDENT) {
      tokens.consume();
      depth++;
    }
    while (depth > 0 && tokens.LA(1) != Token.EOF) {
      if (tokens.LA(1) == DEDENT) {
        tokens.consume();
        depth--;
      } else if (beginsStatement(tokens.LA(1))) {
        nestedStatement();
      } else {
        skipLine();
        statementsOfOpenBlocks(0);
      }
    }
    skipOrphans();
  }

  /// The `else`, `except` or `case` parts of the statement that failed are no errors of their own.
  private void skipOrphans() {
    while (!beginsStatement(tokens.LA(1)) && tokens.LA(1) != Token.EOF && tokens.LA(1) != DEDENT) {
      skipLine();
      if (tokens.LA(1) == INDENT) {
        statementsOfOpenBlocks(0);
      }
    }
  }

  private static boolean beginsStatement(int type) {
    return switch (type) {
      case ELIF, ELSE, EXCEPT, FINALLY, CASE, DEDENT, Token.EOF -> false;
      default -> true;
    };
  }

  /// The generated rule for one statement.
  protected abstract ParserRuleContext nestedStatement();

  private void report(ParserRuleContext context) {
    if (problems != null && !lineHasError()) {
      problems.report(new ErrorExplainer(tokens, problems.file()).explain(tokens.index(), expected, context));
    }
  }

  /// Whether the lexer has already complained about the current logical line.
  private boolean lineHasError() {
    int from = tokens.index();
    while (from > 0 && tokens.type(from - 1) != NEWLINE) {
      from--;
    }
    for (int i = from; i < tokens.size(); i++) {
      int type = tokens.type(i);
      if (type == ERROR) {
        return true;
      }
      if (type == NEWLINE && i >= tokens.index()) {
        return false;
      }
    }
    return false;
  }
}
