package io.codonj.core.syntax;

import io.codonj.api.ast.Module;
import io.codonj.api.ast.Origin;
import io.codonj.api.source.SourceFile;
import io.codonj.api.source.Span;
import io.codonj.core.syntax.antlr.CodonjGrammar;
import io.codonj.core.syntax.build.ModuleBuilder;
import io.codonj.core.syntax.lex.Lexer;
import java.util.List;

/// The parse hop: from source text to syntax tree.
public final class Parser {
  private Parser() {}

  /// Parses a whole file. Bad input gives problems, never an exception, and a tree of what could be read.
  public static ParseResult parse(SourceFile file, String moduleName, SyntaxOptions options) {
    var problems = new SyntaxProblems(file);
    CodingCookie.check(file, problems);
    Module module = tree(file, moduleName, options, problems);
    return new ParseResult(module, problems.inSourceOrder());
  }

  private static Module tree(SourceFile file, String moduleName, SyntaxOptions options, SyntaxProblems problems) {
    try {
      var tokens = Lexer.tokenize(file, options, problems);
      var grammar = new CodonjGrammar(tokens);
      grammar.reportTo(problems);
      var context = grammar.file();
      boolean complete = problems.isEmpty();
      Module module = ModuleBuilder.build(context, moduleName, tokens, options, problems);
      var later = new SyntaxProblems(file);
      SyntaxChecks.run(module, complete, later);
      problems.addOnOtherLines(later);
      return module;
    } catch (StackOverflowError tooDeep) {
      problems.report(SyntaxErrorCode.NESTED_TOO_DEEPLY, 0, 0, "too deeply nested: split the expressions of this file");
      return new Module(new Origin(new Span(file, 0, file.text().length()), 0), moduleName, List.of(), 1);
    }
  }
}
