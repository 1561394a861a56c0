package io.codonj.core.infer;

import io.codonj.api.ast.Pattern;
import io.codonj.api.ast.Stmt;
import io.codonj.api.types.Type;
import io.codonj.core.typed.TypedExpr;
import io.codonj.core.typed.TypedStmt;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `match`: each case is a labelled block that is left where its pattern fails; the end of a case leaves the whole
/// statement.
///
///     match:  { case1: { tests…; captures…; guard; body; leave match } case2: { … } }
final class MatchChecker {
  private final Body body;
  private final Substitution types;

  MatchChecker(Body body) {
    this.body = body;
    this.types = body.types;
  }

  List<TypedStmt> check(Stmt.Match match) {
    TypedExpr subject = body.expressions.check(match.subject(), null);
    var span = match.subject().span();
    if (Names.isNever(types.prune(subject.type()))) {
      body.flow.reachable = false;
      return List.of(new TypedStmt.Evaluate(subject, span));
    }
    var temporary = body.temporary(types.resolve(subject.type()), span);
    return List.of(new TypedStmt.Set(temporary, subject, span),
        new Cases(match, new TypedExpr.Get(temporary, span)).check());
  }

  /// The walk over the cases of one statement.
  private final class Cases {
    private final Stmt.Match match;
    private final Type subjectType;
    private final @Nullable String path;
    private final String done = PatternCode.label(body);
    private final PatternChecker patterns = new PatternChecker(body);
    private final List<TypedStmt> statements = new ArrayList<>();

    /// Patterns without guards of the cases so far.
    private final List<Pattern> covered = new ArrayList<>();

    /// The subject as what the earlier cases leave of it.
    private TypedExpr subject;

    private @Nullable Flow end;

    Cases(Stmt.Match match, TypedExpr subject) {
      this.match = match;
      this.subject = subject;
      this.subjectType = types.resolve(subject.type());
      this.path = types.isGround(subjectType) ? body.narrowing.path(match.subject()) : null;
    }

    TypedStmt check() {
      int outer = body.block;
      for (Stmt.Case branch : match.cases()) {
        if (body.flow.reachable) {
          body.block = ++body.blocks;
          branch(branch);
        }
      }
      body.block = outer;
      if (end != null) {
        body.flow = Flow.merge(end, body.flow);
      }
      return new TypedStmt.Labelled(done, statements, match.span());
    }

    private void branch(Stmt.Case branch) {
      Flow before = body.flow.copy();
      var code = new PatternCode(body);
      PatternMatch matched = patterns.match(branch.pattern(), subject, code);
      if (matched.isNever()) {
        body.flow = before;
        return;
      }
      if (branch.guard() == null) {
        covered.add(branch.pattern());
      }
      narrow(body.flow, matched.value().type());
      code.captures.forEach((name, capture) ->
          code.statements.add(body.variables.assign(name, capture.at(), capture.value())));
      Flow failed = before;
      if (branch.guard() == null) {
        finish(branch, code.statements);
        failed.reachable = !matched.isAlways()
            && !(types.isGround(subjectType) && new Exhaustiveness(body).covers(covered, subjectType));
        if (matched.rest() != null && types.isGround(matched.rest())) {
          subject = body.narrowing.select(subject, types.resolve(matched.rest()));
          narrow(failed, matched.rest());
        }
      } else {
        Narrowing.Condition guard = body.narrowing.condition(branch.guard());
        body.flow = guard.whenTrue().copy();
        var inner = new ArrayList<TypedStmt>();
        if (body.flow.reachable) {
          finish(branch, inner);
        }
        code.statements.add(new TypedStmt.If(guard.test(), inner, List.of(), branch.guard().span()));
        failed.reachable = !matched.isAlways();
        failed = Flow.merge(failed, guard.whenFalse());
      }
      statements.add(new TypedStmt.Labelled(code.failure, code.statements, branch.span()));
      body.flow = failed;
    }

    /// Walks the body of a case in the current flow.
    private void finish(Stmt.Case branch, List<TypedStmt> into) {
      into.addAll(body.statements.sameBlock(branch.body()));
      if (body.flow.reachable) {
        into.add(new TypedStmt.Break(done, branch.span()));
        end = end == null ? body.flow.copy() : Flow.merge(end, body.flow);
      }
    }

    private void narrow(Flow flow, Type type) {
      Type known = types.resolve(type);
      if (path != null && types.isGround(known) && !known.equals(subjectType)) {
        flow.narrowed.put(path, known);
      }
    }
  }
}
