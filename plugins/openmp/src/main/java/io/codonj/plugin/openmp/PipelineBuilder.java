package io.codonj.plugin.openmp;

import io.codonj.api.diagnostic.Diagnostic;
import io.codonj.api.ir.FreshNames;
import io.codonj.api.ir.Intrinsics;
import io.codonj.api.ir.IrBuilder;
import io.codonj.api.ir.IrFunction;
import io.codonj.api.ir.IrOp;
import io.codonj.api.ir.IrRewriter;
import io.codonj.api.ir.IrType;
import io.codonj.api.ir.IrWalker;
import io.codonj.api.ir.Variable;
import io.codonj.api.pass.PassContext;
import java.util.List;
import java.util.Optional;

/// Turns one parallel pipeline of a function into a producer that makes a task of each item.
///
/// ```
/// region "pipeline.tasks"() { foreach %b in g { region "pipeline.task"() { call @f(%b) } } }
///   ->  call @cj_omp_tasks(@f.parallel.1.member, &%data, 0)
///       producer:  foreach %b in g { %item = struct(%b) in memory of its own
///                                    call @cj_omp_task(%member, @f.parallel.0.member, %item, %item) }
/// ```
/// A task may make further tasks; the pipeline ends with the last of them.
final class PipelineBuilder {
  static final String TASKS = "pipeline.tasks";
  private static final String TASK = "pipeline.task";

  private final IrFunction function;
  private final IrOp.Region whole;
  private final PassContext context;
  private final FreshNames names;
  private final IrBuilder build;
  private final RuntimeFunctions runtime;
  private final Variable member;

  PipelineBuilder(IrFunction function, IrOp.Region whole, PassContext context) {
    this.function = function;
    this.whole = whole;
    this.context = context;
    this.names = new FreshNames(function);
    this.build = new IrBuilder(whole.span());
    this.runtime = new RuntimeFunctions(context);
    this.member = names.local("member", IrType.PTR);
  }

  /// The function with the pipeline run by a team, or in sequence after an error.
  IrFunction build() {
    IrOp flow = withoutValue(whole.body());
    for (Optional<IrOp.Region> task = innermostTask(flow); task.isPresent(); task = innermostTask(flow)) {
      flow = replaced(flow, task.get(), start(flow, task.get()));
    }
    Optional<MemberCode> producer = MemberCode.of(context, with(flow), flow, List.of(member), build);
    if (producer.isEmpty()) {
      report(flow);
      return with(flow);
    }
    Variable data = names.local("data", producer.get().data());
    return with(build.sequence(
        build.set(data, producer.get().values(build)),
        build.call(
            runtime.tasks(), build.symbol(producer.get().function().name()),
            new IrOp.VariableAddress(data, build.span()), build.constant(0))));
  }

  /// What makes the task.
  private IrOp start(IrOp flow, IrOp.Region task) {
    IrOp body = withoutValue(task.body());
    Optional<MemberCode> made =
        MemberCode.of(context, with(replaced(flow, task, body)), body, List.of(member), build);
    boolean ownValues = made.isPresent()
        && made.get().captured().stream().noneMatch(IrOp.VariableAddress.class::isInstance);
    if (!ownValues) {
      report(task);
      return body;
    }
    MemberCode code = made.get();
    Variable item = names.local("item", IrType.PTR);
    IrOp size = new IrOp.Intrinsic(Intrinsics.SIZE_OF, List.of(code.data()), IrType.I64, List.of(), build.span());
    return build.sequence(
        build.set(item, build.call(runtime.item(), size)),
        build.store(build.get(item), code.values(build)),
        build.call(
            runtime.task(), build.get(member), build.symbol(code.function().name()), build.get(item), build.get(item)),
        build.nothing());
  }

  private void report(IrOp stage) {
    context.diagnostics().report(
        Diagnostic.of(OpenMpCode.LOOP_FORM, stage.span(), "this pipeline cannot run in parallel")
            .withNote("stages after '||>' must not assign variables of the function that they stand in"));
  }

  private IrOp withoutValue(IrOp op) {
    return op.type() instanceof IrType.Unit ? op : build.sequence(op, build.nothing());
  }

  /// The function with another operation in the place of the pipeline.
  private IrFunction with(IrOp flow) {
    return TeamBuilder.replaced(
        function, whole, build.sequence(build.set(member, build.zero(IrType.PTR)), flow));
  }

  private static IrOp replaced(IrOp within, IrOp old, IrOp fresh) {
    return new IrRewriter() {
      @Override
      public IrOp rewrite(IrOp op) {
        return op == old ? fresh : rewriteChildren(op);
      }
    }.rewrite(within);
  }

  private static Optional<IrOp.Region> innermostTask(IrOp flow) {
    var finder = new Finder();
    finder.walk(flow);
    return finder.found;
  }

  private static final class Finder extends IrWalker {
    Optional<IrOp.Region> found = Optional.empty();

    @Override
    public void walk(IrOp op) {
      if (found.isEmpty()) {
        walkChildren(op);
        if (found.isEmpty() && op instanceof IrOp.Region region && region.annotation().equals(TASK)) {
          found = Optional.of(region);
        }
      }
    }
  }
}
