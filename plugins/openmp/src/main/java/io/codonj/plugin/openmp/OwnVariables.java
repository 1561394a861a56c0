package io.codonj.plugin.openmp;

import io.codonj.api.ir.FreshNames;
import io.codonj.api.ir.IrBuilder;
import io.codonj.api.ir.IrModule;
import io.codonj.api.ir.IrOp;
import io.codonj.api.ir.IrRewriter;
import io.codonj.api.ir.Variable;
import io.codonj.plugin.openmp.ReductionMatcher.Update;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Makes the body of a parallel loop work on the thread's own variables.
///
/// ```
/// %x = call @T.__add__(%x, e)   ->  %e = e                                    a reduction without identity
///                                   %x.own = if %x.found { call @T.__add__(%x.own, %e) } else { %e }
///                                   %x.found = true
/// %x = v                        ->  %x.own = v  %x.round = %round             not assigned in each round
/// ```
final class OwnVariables extends IrRewriter {
  private final IrModule module;
  private final FreshNames fresh;
  private final Variable round;
  private final Map<Variable, Variable> own = new HashMap<>();
  private final Map<Variable, KeptVariable> marked = new HashMap<>();

  /// @param round the number of the round, from 1
  OwnVariables(IrModule module, FreshNames fresh, Variable round, VariableRoles roles) {
    this.module = module;
    this.fresh = fresh;
    this.round = round;
    for (KeptVariable variable : roles.kept()) {
      own.put(variable.outer(), variable.own());
      variable.mark().ifPresent(_ -> marked.put(variable.outer(), variable));
    }
    roles.own().forEach(this::rename);
    roles.copied().forEach(this::rename);
  }

  private void rename(Variable variable) {
    own.put(variable, fresh.local(variable.name() + ".own", variable.type(), variable.sourceName()));
  }

  /// The thread's variable in the place of another, or the variable itself.
  Variable of(Variable variable) {
    return own.getOrDefault(variable, variable);
  }

  @Override
  protected Variable rewriteVariable(Variable variable) {
    return of(variable);
  }

  @Override
  public IrOp rewrite(IrOp op) {
    return switch (op) {
      case IrOp.SetVariable set when marked.get(set.variable()) instanceof KeptVariable kept ->
          kept.isMarkedReduction() ? reduce(set, kept) : assign(set, kept);
      case IrOp.ForRange loop when marked.get(loop.variable()) instanceof KeptVariable kept -> {
        IrOp.ForRange inner = (IrOp.ForRange) rewriteChildren(loop);
        yield new IrOp.ForRange(inner.label(), inner.variable(), inner.start(), inner.stop(), inner.step(),
            marking(kept, inner.body()), inner.span());
      }
      case IrOp.ForEach loop when marked.get(loop.variable()) instanceof KeptVariable kept -> {
        IrOp.ForEach inner = (IrOp.ForEach) rewriteChildren(loop);
        yield new IrOp.ForEach(inner.label(), inner.variable(), inner.yielded(), inner.generator(), inner.owned(),
            marking(kept, inner.body()), inner.span());
      }
      default -> rewriteChildren(op);
    };
  }

  private IrOp assign(IrOp.SetVariable set, KeptVariable kept) {
    var build = new IrBuilder(set.span());
    return build.sequence(rewriteChildren(set), noteRound(kept, build));
  }

  private IrOp marking(KeptVariable kept, IrOp body) {
    var build = new IrBuilder(body.span());
    return build.sequence(List.of(noteRound(kept, build)), body);
  }

  private IrOp noteRound(KeptVariable kept, IrBuilder build) {
    return build.set(kept.mark().orElseThrow(), build.get(round));
  }

  private IrOp reduce(IrOp.SetVariable set, KeptVariable kept) {
    Update update = new ReductionMatcher(module, kept.outer()).match(set.value());
    if (update == null || update.operand().isEmpty()) {
      throw new IllegalStateException("not a reduction of " + kept.outer());
    }
    var build = new IrBuilder(set.span());
    Variable operand = fresh.local("operand", kept.outer().type());
    Variable found = kept.mark().orElseThrow();
    IrOp combined =
        update.reduction().combination().of(build, build.get(kept.own()), build.get(operand));
    return build.sequence(
        build.set(operand, rewrite(update.operand().get())),
        build.set(kept.own(), build.when(build.get(found), combined, build.get(operand))),
        build.set(found, build.constant(true)));
  }
}
