package io.codonj.core.syntax;

import io.codonj.api.diagnostic.DiagnosticSink;
import io.codonj.api.source.SourceFile;
import io.codonj.core.syntax.antlr.CodonjGrammar;
import io.codonj.core.syntax.lex.Lexer;
import io.codonj.core.syntax.lex.SourceToken;
import io.codonj.core.syntax.lex.TokenBuffer;

/// The tokens of a file, one per line, as the parser sees them: soft keywords are decided, layout is explicit.
///
/// ```
/// 1:1  NAME  fib
/// 1:4  '('  (
/// ```
public final class TokenListing {
  private TokenListing() {}

  public static String of(SourceFile file, SyntaxOptions options, DiagnosticSink sink) {
    var problems = new SyntaxProblems(file);
    TokenBuffer tokens = Lexer.tokenize(file, options, problems);
    problems.inSourceOrder().forEach(sink::report);
    var out = new StringBuilder();
    for (int i = 0; i < tokens.size(); i++) {
      SourceToken token = tokens.get(i);
      out.append(file.line(token.start())).append(':').append(file.column(token.start())).append("  ");
      out.append(CodonjGrammar.VOCABULARY.getDisplayName(token.getType()));
      String text = file.text().substring(token.start(), Math.max(token.start(), token.end()));
      out.append(text.isBlank() ? "" : "  " + text.replace("\n", "\\n")).append('\n');
    }
    return out.toString();
  }
}
