package io.codonj.core.syntax.lex;

import static io.codonj.core.syntax.antlr.CodonjGrammar.*;

import io.codonj.core.syntax.SyntaxOptions;
import java.util.Arrays;

/// Settles what one token alone cannot say, by looking ahead in the finished array.
///
/// `match`, `type`, `print` and the keywords of plugins are keywords only where they begin a statement that Python
/// would otherwise refuse; `case` only directly within `match`. A comma before a closing token becomes
/// TRAILING_COMMA, and the parenthesis of `with (a as b, c):` becomes WITH_PAREN.
final class SoftKeywords {
  private final TokenBuffer tokens;
  private final SyntaxOptions options;
  private boolean[] matchBlocks = new boolean[128];
  private int blocks;
  private boolean matchAhead;

  private SoftKeywords(TokenBuffer tokens, SyntaxOptions options) {
    this.tokens = tokens;
    this.options = options;
  }

  static void resolve(TokenBuffer tokens, SyntaxOptions options) {
    new SoftKeywords(tokens, options).run();
  }

  private void run() {
    boolean begins = true;
    boolean beginsLine = true;
    int depth = 0;
    int last = tokens.size() - 1;
    for (int i = 0; i < last; i++) {
      int type = tokens.type(i);
      boolean next = false;
      boolean nextLine = false;
      switch (type) {
        case NAME -> name(i, begins, beginsLine);
        case COMMA -> {
          if (closes(tokens.type(i + 1))) {
            tokens.get(i).retype(TRAILING_COMMA);
          }
        }
        case LPAR, WITH_PAREN, LBRACK, LBRACE -> depth++;
        case RPAR, RBRACK, RBRACE -> depth--;
        case NEWLINE, VERBATIM -> {
          next = nextLine = true;
          depth = 0;
        }
        case INDENT -> {
          next = nextLine = true;
          enterBlock();
        }
        case DEDENT -> {
          next = nextLine = true;
          blocks--;
        }
        case SEMICOLON -> next = true;
        case COLON -> next = depth == 0;
        case WITH -> with(i + 1);
        default -> {}
      }
      begins = next;
      beginsLine = nextLine;
    }
  }

  private void enterBlock() {
    if (blocks == matchBlocks.length) {
      matchBlocks = Arrays.copyOf(matchBlocks, blocks * 2);
    }
    matchBlocks[blocks++] = matchAhead;
    matchAhead = false;
  }

  private void name(int at, boolean begins, boolean beginsLine) {
    SourceToken token = tokens.get(at);
    int next = tokens.type(at + 1);
    if (begins) {
      switch (token.getText()) {
        case "match" -> {
          if (beginsLine && (startsOperand(next) || mayStartOperand(next) && endsInColon(at))) {
            token.retype(MATCH);
            matchAhead = true;
          }
        }
        case "case" -> {
          if (beginsLine && blocks > 0 && matchBlocks[blocks - 1]) {
            token.retype(CASE);
          }
        }
        case "type" -> {
          if (next == NAME) {
            token.retype(TYPE);
          }
        }
        case "print" -> {
          if (options.dialect() && startsOperand(next)) {
            token.retype(PRINT);
          }
        }
        default -> pluginKeyword(at, token, next, beginsLine);
      }
    } else if (startsOperand(next) && isPluginKeyword(token) && tokens.type(at - 1) != DOT) {
      token.retype(PLUGIN_OPERATOR);
    }
  }

  private void pluginKeyword(int at, SourceToken token, int next, boolean beginsLine) {
    if (!isPluginKeyword(token)) {
      return;
    }
    boolean bareBlock = next == COLON && tokens.type(at + 2) == NEWLINE;
    boolean block = mayStartOperand(next) && endsInColon(at);
    if (startsOperand(next) || beginsLine && (bareBlock || block)) {
      token.retype(beginsLine ? PLUGIN_STATEMENT : PLUGIN_OPERATOR);
    }
  }

  private boolean isPluginKeyword(SourceToken token) {
    return !options.pluginKeywords().isEmpty() && options.pluginKeywords().contains(token.getText());
  }

  /// After `with`: whether the parenthesis that follows groups the items.
  private void with(int at) {
    if (tokens.type(at) != LPAR) {
      return;
    }
    int depth = 0;
    boolean grouped = false;
    boolean named = false;
    for (int i = at; ; i++) {
      switch (tokens.type(i)) {
        case LPAR, LBRACK, LBRACE -> depth++;
        case RPAR, RBRACK, RBRACE -> depth--;
        case AS -> named |= depth == 1;
        case COMMA -> grouped |= depth == 1;
        case FOR -> {
          if (depth == 1) {
            return;
          }
        }
        case NEWLINE, EOF -> {
          return;
        }
        default -> {}
      }
      if (depth == 0) {
        int next = tokens.type(i + 1);
        if (next == COLON && (grouped || named) || next == NEWLINE && named) {
          tokens.get(at).retype(WITH_PAREN);
        }
        return;
      }
    }
  }

  private boolean endsInColon(int from) {
    int i = from;
    while (tokens.type(i) != NEWLINE && i < tokens.size() - 1) {
      i++;
    }
    return tokens.type(i - 1) == COLON;
  }

  /// Tokens that cannot follow a name in Python, but begin an operand.
  private static boolean startsOperand(int type) {
    return switch (type) {
      case NAME, INTEGER, FLOAT, STRING, FSTRING_START, NONE, TRUE, FALSE, NOT, LAMBDA, AWAIT, LBRACE, TILDE,
          ELLIPSIS -> true;
      default -> false;
    };
  }

  /// Tokens that begin an operand, but may continue an expression as well.
  private static boolean mayStartOperand(int type) {
    return switch (type) {
      case LPAR, LBRACK, MINUS, PLUS, STAR -> true;
      default -> false;
    };
  }

  private static boolean closes(int type) {
    return switch (type) {
      case RPAR, RBRACK, RBRACE, NEWLINE, ASSIGN, AUGMENTED_ASSIGN, COLON, SPEC, IN, SEMICOLON, IF, BANG -> true;
      default -> false;
    };
  }
}
