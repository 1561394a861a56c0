package io.codonj.core.pipeline;

import io.codonj.api.ir.IrBuilder;
import io.codonj.api.ir.IrOp;
import io.codonj.api.ir.IrOp.Handler;
import io.codonj.api.ir.IrRewriter;
import io.codonj.api.ir.IrType;
import io.codonj.api.ir.Variable;
import io.codonj.api.pass.OutlinedRegion.Capture;
import io.codonj.api.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Turns uses of captured variables into uses of an outlined function's parameters.
///
/// ```
/// %x          ->  load[i64](%x)        by reference: %x is now the address
/// %x = v      ->  store(%x, v)
/// for #l %x   ->  for #l %x.inner ... { store(%x, %x.inner) ... }
/// ```
final class CaptureRewriter extends IrRewriter {
  private final Map<String, Capture> captures;

  CaptureRewriter(Map<String, Capture> captures) {
    this.captures = captures;
  }

  static Variable parameter(Capture capture) {
    Variable variable = capture.variable();
    return capture.byReference()
        ? new Variable(variable.name(), IrType.PTR, Variable.Scope.PARAMETER, "")
        : new Variable(variable.name(), variable.type(), Variable.Scope.PARAMETER, variable.sourceName());
  }

  @Override
  public IrOp rewrite(IrOp op) {
    return switch (op) {
      case IrOp.GetVariable(var variable, var span) when byReference(variable) ->
          new IrOp.Load(variable.type(), address(variable, span), span);
      case IrOp.SetVariable(var variable, var value, var span) when byReference(variable) ->
          new IrOp.Store(address(variable, span), rewrite(value), span);
      case IrOp.VariableAddress(var variable, var span) when byReference(variable) -> address(variable, span);
      case IrOp.ForEach loop when byReference(loop.variable()) -> new IrOp.ForEach(
          loop.label(), inner(loop.variable()), loop.yielded(), rewrite(loop.generator()), loop.owned(),
          storing(loop.variable(), rewrite(loop.body())), loop.span());
      case IrOp.ForRange loop when byReference(loop.variable()) -> new IrOp.ForRange(
          loop.label(), inner(loop.variable()), rewrite(loop.start()), rewrite(loop.stop()), rewrite(loop.step()),
          storing(loop.variable(), rewrite(loop.body())), loop.span());
      case IrOp.Try attempt -> rewriteHandlers(attempt);
      case IrOp.Pipeline pipeline -> rewritePipeline(pipeline);
      default -> rewriteChildren(op);
    };
  }

  @Override
  protected Variable rewriteVariable(Variable variable) {
    Capture capture = captures.get(variable.name());
    return capture == null || variable.scope() == Variable.Scope.GLOBAL ? variable : parameter(capture);
  }

  private IrOp rewriteHandlers(IrOp.Try attempt) {
    List<Handler> handlers = new ArrayList<>();
    for (Handler handler : attempt.handlers()) {
      IrOp body = rewrite(handler.body());
      handlers.add(byReference(handler.variable())
          ? new Handler(handler.classes(), inner(handler.variable()), storing(handler.variable(), body))
          : new Handler(handler.classes(), handler.variable(), body));
    }
    IrOp finallyBody = attempt.finallyBody() == null ? null : rewrite(attempt.finallyBody());
    return new IrOp.Try(rewrite(attempt.body()), handlers, finallyBody, attempt.span());
  }

  private IrOp rewritePipeline(IrOp.Pipeline pipeline) {
    List<IrOp.Stage> stages = new ArrayList<>();
    for (IrOp.Stage stage : pipeline.stages()) {
      IrOp body = rewrite(stage.body());
      boolean captured = byReference(stage.variable());
      stages.add(new IrOp.Stage(
          captured ? inner(stage.variable()) : stage.variable(),
          captured ? storing(stage.variable(), body) : body,
          stage.yielded(),
          stage.parallel()));
    }
    return new IrOp.Pipeline(rewrite(pipeline.source()), stages, pipeline.type(), pipeline.span());
  }

  private boolean byReference(Variable variable) {
    Capture capture = variable.scope() == Variable.Scope.GLOBAL ? null : captures.get(variable.name());
    return capture != null && capture.byReference();
  }

  private IrOp address(Variable variable, Span span) {
    return new IrOp.GetVariable(rewriteVariable(variable), span);
  }

  private static Variable inner(Variable variable) {
    return new Variable(variable.name() + ".inner", variable.type(), Variable.Scope.LOCAL, variable.sourceName());
  }

  private IrOp storing(Variable variable, IrOp body) {
    Span span = body.span();
    IrOp store = new IrOp.Store(address(variable, span), new IrOp.GetVariable(inner(variable), span), span);
    return new IrBuilder(span).sequence(List.of(store), body);
  }
}
