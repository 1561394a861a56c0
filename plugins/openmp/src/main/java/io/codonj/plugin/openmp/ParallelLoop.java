package io.codonj.plugin.openmp;

import io.codonj.api.ast.Expr;
import io.codonj.api.ast.Stmt;
import io.codonj.api.diagnostic.Diagnostic;
import io.codonj.api.plugin.AnnotatedRegion;
import io.codonj.api.plugin.ExpansionContext;

/// `@par for …`: its rounds are shared out among threads.
final class ParallelLoop implements AnnotatedRegion {

  @Override
  public String name() {
    return Clauses.NAME;
  }

  @Override
  public Mark mark(Expr decorator, Stmt.For loop, ExpansionContext context) {
    if (loop.isAsync()) {
      context.diagnostics().report(
          Diagnostic.of(OpenMpCode.LOOP_FORM, loop.span(), "an 'async for' cannot run in parallel"));
    }
    if (!loop.orElse().isEmpty()) {
      context.diagnostics().report(
          Diagnostic.of(
                  OpenMpCode.LOOP_FORM, loop.orElse().getFirst().span(), "a parallel loop cannot have an 'else'")
              .withNote("no round can leave the loop early: write the statements after it"));
    }
    LoopExits.check(loop, context.diagnostics());
    SharedWrites.warn(loop, context.diagnostics());
    Mark mark = ClauseReader.read(decorator, context);
    checkNesting(loop, Clauses.parse(mark.annotation()).collapse(), context);
    return mark;
  }

  /// Whether the loops that are to be one are nested directly; the pass sees whether their bounds are apart.
  private static void checkNesting(Stmt.For loop, int depth, ExpansionContext context) {
    Stmt.For current = loop;
    for (int level = 1; level < depth; level++) {
      if (current.body().size() == 1
          && current.body().getFirst() instanceof Stmt.For inner && inner.orElse().isEmpty()) {
        current = inner;
      } else {
        context.diagnostics().report(LoopNest.imperfect(loop.span(), depth));
        return;
      }
    }
  }
}
