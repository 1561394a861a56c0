package io.codonj.core.syntax;

import io.codonj.api.ast.Module;
import io.codonj.api.diagnostic.Diagnostic;
import java.util.List;

/// The tree of a file and its problems in source order. Statements with syntax errors are absent from the tree.
public record ParseResult(Module module, List<Diagnostic> problems) {
  public ParseResult {
    problems = List.copyOf(problems);
  }

  public boolean succeeded() {
    return problems.isEmpty();
  }
}
