package io.codonj.plugin.openmp;

import io.codonj.api.ast.AstRewriter;
import io.codonj.api.ast.Expr;
import io.codonj.api.ast.Stmt;
import io.codonj.api.diagnostic.Diagnostic;
import io.codonj.api.diagnostic.DiagnosticSink;
import io.codonj.api.source.Span;
import java.util.List;

/// Finds what would leave a parallel loop: other threads are at work on other rounds, so there is no place to go to.
final class LoopExits extends AstRewriter {
  private final DiagnosticSink sink;
  private int loops;

  private LoopExits(DiagnosticSink sink) {
    this.sink = sink;
  }

  static void check(Stmt.For loop, DiagnosticSink sink) {
    new LoopExits(sink).statements(loop.body());
  }

  @Override
  protected List<Stmt> statement(Stmt statement) {
    switch (statement) {
      case Stmt.Break s when loops == 0 -> refuse(s.span(), "'break' cannot leave a parallel loop",
          "skip the rest by a test at the start of the body, or raise an exception");
      case Stmt.Return s -> refuse(s.span(), "'return' cannot leave a parallel loop",
          "keep the result in a variable and return it after the loop");
      case Stmt.FunctionDef _, Stmt.ClassDef _ -> {
        return List.of(statement);
      }
      case Stmt.For s -> {
        loop(s.body());
        statements(s.orElse());
        return List.of(statement);
      }
      case Stmt.While s -> {
        loop(s.body());
        statements(s.orElse());
        return List.of(statement);
      }
      default -> {}
    }
    return super.statement(statement);
  }

  private void loop(List<Stmt> body) {
    loops++;
    statements(body);
    loops--;
  }

  @Override
  public Expr expression(Expr expression) {
    switch (expression) {
      case Expr.Yield _, Expr.YieldFrom _, Expr.Await _ -> refuse(expression.span(),
          "a generator cannot stop within a parallel loop", "gather the values in a list and yield them after the loop");
      case Expr.Lambda _ -> {
        return expression;
      }
      default -> {}
    }
    return super.expression(expression);
  }

  private void refuse(Span span, String message, String hint) {
    sink.report(Diagnostic.of(OpenMpCode.LEAVES_LOOP, span, message).withNote(hint));
  }
}
