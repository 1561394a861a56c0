package io.codonj.core.passes.lower;

import io.codonj.api.ir.IrBuilder;
import io.codonj.api.ir.IrModule;
import io.codonj.api.ir.IrOp;
import io.codonj.api.ir.IrRewriter;
import io.codonj.api.ir.IrType;
import io.codonj.api.ir.Operator;
import io.codonj.api.ir.Variable;
import io.codonj.api.pass.IrPass;
import io.codonj.api.pass.PassContext;
import java.util.List;

/// Loops over the generator of a list become loops over an index.
///
/// ```
/// foreach #l %x: T in call @list.__iter__(%values) -> ptr owned { body }
///   ->  %list = %values
///       %index = 0
///       while #l slt(%index, length of %list) {
///         %x = element %index of %list
///         %index = add(%index, 1)
///         body
///       }
/// ```
///
/// Length and data are read anew in each round, since the body may change the list; CPython's iterator does the same.
/// The layout is that of the library's `list`: data, length, capacity.
public final class LowerListLoops implements IrPass {
  private static final String ITERATE = "list.__iter__";
  private static final IrType.Struct LIST = IrType.Struct.of(IrType.PTR, IrType.I64, IrType.I64);
  private static final int DATA = 0;
  private static final int LENGTH = 1;

  @Override
  public String id() {
    return "lower-list-loops";
  }

  @Override
  public IrModule run(IrModule module, PassContext context) {
    return new Rewriter(module).rewriteModule(module);
  }

  private static final class Rewriter extends IrRewriter {
    private final IrModule module;

    Rewriter(IrModule module) {
      this.module = module;
    }

    @Override
    public IrOp rewrite(IrOp op) {
      IrOp rewritten = rewriteChildren(op);
      return rewritten instanceof IrOp.ForEach loop
              && !(loop.yielded() instanceof IrType.Unit)
              && module.isCallOf(loop.generator(), ITERATE)
          ? overIndex(loop, ((IrOp.Call) loop.generator()).arguments().getFirst())
          : rewritten;
    }

    private IrOp overIndex(IrOp.ForEach loop, IrOp values) {
      var build = new IrBuilder(loop.span());
      IrType element = loop.yielded();
      Variable list = names().local("list", IrType.PTR);
      Variable index = names().local("index", IrType.I64);
      IrOp length = build.load(IrType.I64, build.field(build.get(list), LIST, LENGTH));
      IrOp data = build.load(IrType.PTR, build.field(build.get(list), LIST, DATA));
      IrOp item = build.load(element, build.element(data, element, build.get(index)));
      IrOp condition = build.operate(Operator.SLT, build.get(index), length);
      List<IrOp> before = List.of(
          build.set(loop.variable(), item),
          build.set(index, build.operate(Operator.ADD, build.get(index), build.constant(1))));
      IrOp round = build.sequence(before, loop.body());
      return build.sequence(
          build.set(list, values),
          build.set(index, build.constant(0)),
          new IrOp.While(loop.label(), condition, round, loop.span()));
    }
  }
}
