package io.codonj.core.syntax.build;

import static io.codonj.core.syntax.antlr.CodonjGrammar.*;

import io.codonj.api.ast.Origin;
import io.codonj.api.source.SourceFile;
import io.codonj.api.source.Span;
import io.codonj.core.syntax.SyntaxErrorCode;
import io.codonj.core.syntax.SyntaxOptions;
import io.codonj.core.syntax.SyntaxProblems;
import io.codonj.core.syntax.lex.TokenBuffer;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/// What the builders of one file share: the source, the problems, node numbers, and each other.
final class BuildContext {
  private final SourceFile file;
  private final TokenBuffer tokens;
  private final SyntaxOptions options;
  private final SyntaxProblems problems;
  private int nextId;

  final ExpressionBuilder expressions = new ExpressionBuilder(this);
  final OperatorBuilder operators = new OperatorBuilder(this);
  final AtomBuilder atoms = new AtomBuilder(this);
  final ArgumentBuilder arguments = new ArgumentBuilder(this);
  final ParameterBuilder parameters = new ParameterBuilder(this);
  final TargetBuilder targets = new TargetBuilder(this);
  final TextBuilder texts = new TextBuilder(this);
  final FStringBuilder fStrings = new FStringBuilder(this);
  final PatternBuilder patterns = new PatternBuilder(this);
  final StatementBuilder statements = new StatementBuilder(this);
  final CompoundBuilder compounds = new CompoundBuilder(this);
  final DefinitionBuilder definitions = new DefinitionBuilder(this);
  final ImportBuilder imports = new ImportBuilder(this);

  BuildContext(TokenBuffer tokens, SyntaxOptions options, SyntaxProblems problems) {
    this.file = tokens.file();
    this.tokens = tokens;
    this.options = options;
    this.problems = problems;
  }

  int nodeCount() {
    return nextId;
  }

  /// The text between two tokens, as the `=` of a replacement field shows it.
  String sourceWithoutComments(Token before, Token after) {
    var text = new StringBuilder();
    for (int i = before.getTokenIndex(); i < after.getTokenIndex(); i++) {
      if (i > before.getTokenIndex()) {
        text.append(file.text(), tokens.get(i).start(), tokens.get(i).end());
      }
      text.append(file.text().substring(tokens.get(i).end(), tokens.get(i + 1).start()).replaceAll("#[^\r\n]*", ""));
    }
    return text.toString().replace("\r\n", "\n");
  }

  // ---- Places

  static int start(ParserRuleContext context) {
    return context.getStart().getStartIndex();
  }

  static int start(Token token) {
    return token.getStartIndex();
  }

  static int end(Token token) {
    return token.getStopIndex() + 1;
  }

  /// The end of the last token with text: line ends and dedents belong to no node.
  int end(ParserRuleContext context) {
    int last = context.getStop().getTokenIndex();
    while (last > 0 && isLayout(tokens.type(last))) {
      last--;
    }
    return tokens.get(last).end();
  }

  private static boolean isLayout(int type) {
    return type == NEWLINE || type == INDENT || type == DEDENT;
  }

  Span span(int start, int end) {
    return new Span(file, start, end);
  }

  Span span(Token token) {
    return span(start(token), end(token));
  }

  Span span(ParserRuleContext context) {
    return span(start(context), end(context));
  }

  Origin origin(int start, int end) {
    return new Origin(new Span(file, start, end), nextId++);
  }

  Origin origin(Token token) {
    return origin(start(token), end(token));
  }

  Origin origin(ParserRuleContext context) {
    return origin(start(context), end(context));
  }

  /// The token after `token`, which is not the last one.
  Token after(Token token) {
    return tokens.get(token.getTokenIndex() + 1);
  }

  // ---- Problems

  void report(SyntaxErrorCode code, Span span, String message) {
    problems.report(code, span, message);
  }

  void invalid(Span span) {
    problems.report(SyntaxErrorCode.INVALID_SYNTAX, span, "invalid syntax");
  }

  boolean dialect() {
    return options.dialect();
  }

  /// For constructs that the grammar knows, but Python does not.
  void dialectOnly(Span span, String construct) {
    if (!options.dialect()) {
      problems.report(SyntaxErrorCode.NOT_PYTHON, span, "invalid syntax: " + construct + " is not Python");
    }
  }
}
