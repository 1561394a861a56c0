package io.codonj.core.expand;

import io.codonj.api.ast.AstRewriter;
import io.codonj.api.ast.Expr;
import io.codonj.api.ast.Origin;
import io.codonj.api.ast.Stmt;
import io.codonj.api.source.Span;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Fills the holes of parsed text. Its nodes get places and numbers of the module that it becomes part of.
final class Template extends AstRewriter {
  private final Expansion expansion;
  private final Map<String, ? extends Expr> holes;
  private final Map<String, ? extends List<? extends Stmt>> blocks;
  private final Span span;
  private final Set<String> filled = new HashSet<>();

  Template(
      Expansion expansion, Map<String, ? extends Expr> holes, Map<String, ? extends List<? extends Stmt>> blocks,
      Span span) {
    this.expansion = expansion;
    this.holes = holes;
    this.blocks = blocks;
    this.span = span;
  }

  @Override
  protected Origin at(Origin origin) {
    return expansion.at(span);
  }

  @Override
  public Expr expression(Expr expression) {
    Expr filling = expression instanceof Expr.Name name ? holes.get(name.name()) : null;
    if (filling == null) {
      return super.expression(expression);
    }
    boolean isFirst = filled.add(((Expr.Name) expression).name());
    return isFirst ? filling : new Copy(expansion).expression(filling);
  }

  @Override
  protected List<Stmt> statement(Stmt statement) {
    if (statement instanceof Stmt.Expression(var _, Expr.Name(var _, String name)) && blocks.get(name) != null) {
      List<? extends Stmt> block = blocks.get(name);
      return filled.add(name) ? List.copyOf(block) : new Copy(expansion).statements(List.copyOf(block));
    }
    return super.statement(statement);
  }

  /// The same syntax once more: types are kept by the numbers of nodes, so no two nodes may share one.
  private static final class Copy extends AstRewriter {
    private final Expansion expansion;

    Copy(Expansion expansion) {
      this.expansion = expansion;
    }

    @Override
    protected Origin at(Origin origin) {
      return expansion.at(origin.span());
    }
  }
}
