package io.codonj.core.syntax.build;

import io.codonj.api.ast.Module;
import io.codonj.api.ast.Origin;
import io.codonj.api.ast.Stmt;
import io.codonj.core.syntax.SyntaxOptions;
import io.codonj.core.syntax.SyntaxProblems;
import io.codonj.core.syntax.antlr.CodonjGrammar.FileContext;
import io.codonj.core.syntax.lex.TokenBuffer;
import java.util.List;

/// Makes the tree of a whole file.
public final class ModuleBuilder {
  private ModuleBuilder() {}

  public static Module build(
      FileContext file, String name, TokenBuffer tokens, SyntaxOptions options, SyntaxProblems problems) {
    var context = new BuildContext(tokens, options, problems);
    List<Stmt> body = context.statements.all(file.statements);
    Origin at = context.origin(0, tokens.file().text().length());
    return new Module(at, name, body, context.nodeCount());
  }
}
