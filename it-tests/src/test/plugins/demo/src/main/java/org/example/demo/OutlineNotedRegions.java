package org.example.demo;

import io.codonj.api.ir.IrBuilder;
import io.codonj.api.ir.IrFunction;
import io.codonj.api.ir.IrModule;
import io.codonj.api.ir.IrOp;
import io.codonj.api.ir.IrRewriter;
import io.codonj.api.pass.IrPass;
import io.codonj.api.pass.OutlinedRegion;
import io.codonj.api.pass.PassContext;
import io.codonj.api.pass.PassSlot;
import io.codonj.api.types.Type.ClassType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Makes each `noted` region a function, with a call of `demo.region_begins` before the call of that function.
final class OutlineNotedRegions implements IrPass {
  @Override
  public String id() {
    return "outline-noted-regions";
  }

  @Override
  public PassSlot slot() {
    return PassSlot.BEFORE_PARALLEL;
  }

  @Override
  public IrModule run(IrModule module, PassContext context) {
    return new Rewriter(context).rewriteModule(module);
  }

  private static final class Rewriter extends IrRewriter {
    private final PassContext context;
    private IrFunction function;
    private int regions;

    Rewriter(PassContext context) {
      this.context = context;
    }

    @Override
    public IrFunction rewriteFunction(IrFunction function) {
      this.function = function;
      return super.rewriteFunction(function);
    }

    @Override
    public IrOp rewrite(IrOp op) {
      return switch (rewriteChildren(op)) {
        case IrOp.Region region when region.annotation().equals("noted") -> outlined(region);
        case IrOp other -> other;
      };
    }

    private IrOp outlined(IrOp.Region region) {
      Optional<OutlinedRegion> outlined = context.outline(function, region.body(), "noted");
      Optional<IrFunction> begins = context.realize("demo.region_begins", List.of(ClassType.of("int")));
      if (outlined.isEmpty() || begins.isEmpty()) {
        return region.body();
      }
      var build = new IrBuilder(region.span());
      IrOp number = new AddOne(build.constant(regions++), region.span());
      var arguments = new ArrayList<IrOp>();
      for (OutlinedRegion.Capture capture : outlined.get().captures()) {
        arguments.add(capture.byReference()
            ? new IrOp.VariableAddress(capture.variable(), region.span())
            : build.get(capture.variable()));
      }
      return new IrOp.Sequence(List.of(
          call(build, begins.get(), List.of(number)), call(build, outlined.get().function(), arguments)), region.span());
    }

    private static IrOp call(IrBuilder build, IrFunction function, List<IrOp> arguments) {
      return new IrOp.Call(build.symbol(function.name()), function.signature(), arguments, build.span());
    }
  }
}
