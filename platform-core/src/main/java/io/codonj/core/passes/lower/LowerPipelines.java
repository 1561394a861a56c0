package io.codonj.core.passes.lower;

import io.codonj.api.ir.IrBuilder;
import io.codonj.api.ir.IrModule;
import io.codonj.api.ir.IrOp;
import io.codonj.api.ir.IrRewriter;
import io.codonj.api.ir.Variable;
import io.codonj.api.pass.IrPass;
import io.codonj.api.pass.PassContext;
import java.util.List;

/// Pipelines become assignments and nested loops.
///
/// ```
/// pipeline s stage %a yields T { g(%a) } stage %b { f(%b) } stage %c { h(%c) }
///   ->  %a = s
///       foreach #pipeline %b: T in g(%a) owned {
///         %c = f(%b)
///         h(%c)
///       }
/// ```
///
/// What follows a parallel stage's pipe is marked as a region `pipeline.task`, and the whole as
/// `pipeline.tasks`, which ends when all tasks have. Without a pass that knows these they run in sequence.
public final class LowerPipelines implements IrPass {
  /// Annotation of the stages that run as one task per item.
  public static final String TASK = "pipeline.task";

  /// Annotation of the pipeline that waits for its tasks.
  public static final String TASKS = "pipeline.tasks";

  @Override
  public String id() {
    return "lower-pipelines";
  }

  @Override
  public IrModule run(IrModule module, PassContext context) {
    return new Rewriter().rewriteModule(module);
  }

  private static final class Rewriter extends IrRewriter {
    @Override
    public IrOp rewrite(IrOp op) {
      IrOp rewritten = rewriteChildren(op);
      return rewritten instanceof IrOp.Pipeline pipeline ? lower(pipeline) : rewritten;
    }

    private IrOp lower(IrOp.Pipeline pipeline) {
      var build = new IrBuilder(pipeline.span());
      IrOp flow = from(0, pipeline.source(), pipeline.stages(), build);
      boolean parallel = pipeline.stages().stream().anyMatch(IrOp.Stage::parallel);
      return parallel ? new IrOp.Region(TASKS, List.of(), flow, pipeline.span()) : flow;
    }

    /// The stages from `index` on, fed with `piped`.
    private IrOp from(int index, IrOp piped, List<IrOp.Stage> stages, IrBuilder build) {
      if (index == stages.size()) {
        return piped;
      }
      IrOp.Stage stage = stages.get(index);
      IrOp rest = stage.yielded() == null
          ? from(index + 1, stage.body(), stages, build)
          : loop(index, stage, stages, build);
      IrOp marked = stage.parallel() ? new IrOp.Region(TASK, List.of(), rest, build.span()) : rest;
      return build.sequence(List.of(build.set(stage.variable(), piped)), marked);
    }

    private IrOp loop(int index, IrOp.Stage stage, List<IrOp.Stage> stages, IrBuilder build) {
      boolean last = index + 1 == stages.size();
      Variable item = names().local("item", stage.yielded());
      IrOp body = last ? build.nothing() : from(index + 1, build.get(item), stages, build);
      return new IrOp.ForEach(
          names().label("pipeline"), item, stage.yielded(), stage.body(), true, body, build.span());
    }
  }
}
