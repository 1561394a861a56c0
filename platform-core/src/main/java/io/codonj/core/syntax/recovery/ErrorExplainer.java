package io.codonj.core.syntax.recovery;

import static io.codonj.core.syntax.antlr.CodonjGrammar.*;

import io.codonj.api.diagnostic.Diagnostic;
import io.codonj.api.source.SourceFile;
import io.codonj.api.source.Span;
import io.codonj.core.syntax.SyntaxErrorCode;
import io.codonj.core.syntax.lex.SourceToken;
import io.codonj.core.syntax.lex.TokenBuffer;
import org.antlr.v4.runtime.ParserRuleContext;

/// Puts a parser error into CPython's words.
final class ErrorExplainer {
  private final TokenBuffer tokens;
  private final SourceFile file;

  ErrorExplainer(TokenBuffer tokens, SourceFile file) {
    this.tokens = tokens;
    this.file = file;
  }

  /// The token at `at` does not fit; `expected` is the one type that would, or 0.
  Diagnostic explain(int at, int expected, ParserRuleContext context) {
    int type = tokens.type(at);
    int rule = context.getRuleIndex();
    if (expected == INDENT) {
      return problem(SyntaxErrorCode.MISSING_BLOCK, at, "expected an indented block after " + owner(context));
    }
    if (type == INDENT) {
      return problem(SyntaxErrorCode.BAD_INDENTATION, at, "unexpected indent");
    }
    if (insideField(context)) {
      return field(at, expected, rule);
    }
    if (expected == COLON && isHeader(rule)) {
      return missingColon(at, context);
    }
    if (rule == RULE_tryStatement && expected == 0) {
      return problem(SyntaxErrorCode.INCOMPLETE_TRY, at, "expected 'except' or 'finally' block");
    }
    if (expected == CASE) {
      return problem(SyntaxErrorCode.MISSING_CASE, at, "expected 'case' within 'match'");
    }
    String specific = SpecificErrors.find(tokens, at, expected, context);
    if (!specific.isEmpty()) {
      return problem(SyntaxErrorCode.INVALID_SYNTAX, at, specific);
    }
    if (expected == RPAR || expected == RBRACK || expected == RBRACE || expected == 0 && isDisplay(rule)) {
      return insideBrackets(at, expected);
    }
    if (type == WALRUS) {
      return problem(SyntaxErrorCode.BARE_WALRUS, at, "invalid syntax")
          .withNote("an assignment expression needs parentheses here: (name := value)");
    }
    return general(at, expected);
  }

  private Diagnostic missingColon(int at, ParserRuleContext context) {
    boolean inCase = context.getParent() != null && context.getParent().getRuleIndex() == RULE_caseClause;
    if (inCase && at > 1 && tokens.type(at - 2) == AS) {
      return problem(SyntaxErrorCode.INVALID_SYNTAX, at, "invalid pattern target");
    }
    if (tokens.type(at) == ASSIGN) {
      boolean attribute = at > 1 && tokens.type(at - 1) == NAME && tokens.type(at - 2) == DOT;
      String message =
          attribute
              ? "cannot assign to attribute here. Maybe you meant '==' instead of '='?"
              : "invalid syntax. Maybe you meant '==' or ':=' instead of '='?";
      return problem(SyntaxErrorCode.MISTAKEN_EQUALS, at, message);
    }
    Diagnostic missing = problem(SyntaxErrorCode.MISSING_COLON, at, "expected ':'");
    boolean elseIf = tokens.type(at) == IF && at > 0 && tokens.type(at - 1) == ELSE;
    return elseIf ? missing.withNote("'else if' is spelled 'elif'") : missing;
  }

  private Diagnostic insideBrackets(int at, int expected) {
    if (tokens.type(at) == ASSIGN) {
      String message = "invalid syntax. Maybe you meant '==' or ':=' instead of '='?";
      return problem(SyntaxErrorCode.MISTAKEN_EQUALS, at, message);
    }
    if (beginsOperand(tokens.type(at)) && at > 0 && endsOperand(tokens.type(at - 1))) {
      return problem(SyntaxErrorCode.MISSING_COMMA, at, "invalid syntax. Perhaps you forgot a comma?");
    }
    return general(at, expected);
  }

  private Diagnostic field(int at, int expected, int rule) {
    boolean empty = expected == 0 && rule != RULE_fstringPart && endsField(tokens.type(at));
    String message;
    if (empty && tokens.type(at - 1) == LBRACE) {
      message = "f-string: valid expression required before '" + describeChar(at) + "'";
    } else if (expected == NAME && tokens.type(at - 1) == BANG) {
      message = "f-string: invalid conversion character: expected 's', 'r', or 'a'";
    } else if (expected == COLON && tokens.type(at) == SPEC) {
      message = "f-string: lambda expressions are not allowed without parentheses";
    } else if (expected == RBRACE) {
      message = "f-string: expecting '}'";
    } else {
      message = "f-string: invalid syntax";
    }
    return problem(SyntaxErrorCode.INVALID_FSTRING, at, message);
  }

  private Diagnostic general(int at, int expected) {
    int type = tokens.type(at);
    if (expected == NAME && type >= FALSE && type <= YIELD) {
      return problem(SyntaxErrorCode.KEYWORD_AS_NAME, at, "invalid syntax")
          .withNote("'" + tokens.get(at).getText() + "' is a keyword and cannot be used as a name");
    }
    if (at > 0 && tokens.type(at - 1) == NAME && tokens.get(at - 1).getText().equals("print") && type == STRING) {
      String message = "Missing parentheses in call to 'print'. Did you mean print(...)?";
      return problem(SyntaxErrorCode.PRINT_STATEMENT, at - 1, message);
    }
    Diagnostic plain = problem(SyntaxErrorCode.INVALID_SYNTAX, at, "invalid syntax");
    String wanted = Spelling.of(expected);
    return wanted.isEmpty() ? plain : plain.withNote("expected " + wanted);
  }

  private Diagnostic problem(SyntaxErrorCode code, int at, String message) {
    SourceToken token = tokens.get(at);
    int start = token.start();
    int end = token.end();
    if (token.getType() == INDENT || token.getType() == DEDENT && start < file.text().length()) {
      SourceToken next = tokens.get(Math.min(at + 1, tokens.size() - 1));
      start = Math.max(start, next.start());
      end = next.end();
    } else if (start >= file.text().length()) {
      int last = at;
      while (last > 0 && isLayout(tokens.type(last))) {
        last--;
      }
      start = Math.max(0, tokens.get(last).end() - 1);
      end = tokens.get(last).end();
    } else if (token.getType() == NEWLINE) {
      end = start;
    }
    return Diagnostic.of(code, new Span(file, start, end), message);
  }

  private static boolean isLayout(int type) {
    return type == NEWLINE || type == INDENT || type == DEDENT || type == EOF;
  }

  /// The statement whose block is missing, with its line.
  private String owner(ParserRuleContext context) {
    boolean isBlock = context.getRuleIndex() == RULE_block || context.getRuleIndex() == RULE_functionBody;
    ParserRuleContext statement = isBlock ? (ParserRuleContext) context.getParent() : context;
    SourceToken keyword = (SourceToken) statement.getStart();
    if (isBlock) {
      SourceToken before = tokens.get(Math.max(0, context.getStart().getTokenIndex() - 1));
      switch (before.getType()) {
        case ELSE, TRY, FINALLY -> keyword = before;
        default -> {}
      }
    }
    String line = " on line " + keyword.getLine();
    return switch (keyword.getType()) {
      case DEF -> "function definition" + line;
      case CLASS -> "class definition" + line;
      case EXCEPT -> "'except" + (tokens.type(keyword.getTokenIndex() + 1) == STAR ? "*" : "") + "' statement" + line;
      default -> "'" + keyword.getText() + "' statement" + line;
    };
  }

  private static boolean insideField(ParserRuleContext context) {
    for (ParserRuleContext at = context; at != null; at = (ParserRuleContext) at.getParent()) {
      if (at.getRuleIndex() == RULE_fstringPart) {
        return true;
      }
    }
    return false;
  }

  private static boolean isDisplay(int rule) {
    return rule == RULE_listDisplay || rule == RULE_braceDisplay || rule == RULE_parenthesized;
  }

  private static boolean isHeader(int rule) {
    return rule == RULE_block || rule == RULE_functionBody || rule == RULE_matchStatement;
  }

  private String describeChar(int at) {
    String text = tokens.get(at).getText();
    return text.isEmpty() ? "}" : text.substring(0, 1);
  }

  private static boolean endsField(int type) {
    return type == RBRACE || type == BANG || type == SPEC || type == ASSIGN;
  }

  private static boolean beginsOperand(int type) {
    return switch (type) {
      case NAME, INTEGER, FLOAT, STRING, FSTRING_START, NONE, TRUE, FALSE, NOT, LAMBDA, AWAIT, LBRACE, TILDE, ELLIPSIS,
          LPAR, LBRACK -> true;
      default -> false;
    };
  }

  private static boolean endsOperand(int type) {
    return switch (type) {
      case NAME, INTEGER, FLOAT, STRING, FSTRING_END, NONE, TRUE, FALSE, RPAR, RBRACK, RBRACE, ELLIPSIS -> true;
      default -> false;
    };
  }
}
