package org.example.demo;

import io.codonj.api.ast.Expr;
import io.codonj.api.ast.Stmt;
import io.codonj.api.plugin.AnnotatedRegion;
import io.codonj.api.plugin.ExpansionContext;
import java.util.List;

/// `@noted for …`: the loop becomes a function of its own, which says that it begins.
final class NotedRegion implements AnnotatedRegion {
  @Override
  public String name() {
    return "noted";
  }

  @Override
  public Mark mark(Expr decorator, Stmt.For loop, ExpansionContext context) {
    return new Mark("noted", List.of());
  }
}
