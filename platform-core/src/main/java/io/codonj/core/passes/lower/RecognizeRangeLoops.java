package io.codonj.core.passes.lower;

import io.codonj.api.ir.IrBuilder;
import io.codonj.api.ir.IrFunction;
import io.codonj.api.ir.IrModule;
import io.codonj.api.ir.IrOp;
import io.codonj.api.ir.IrRewriter;
import io.codonj.api.ir.IrType;
import io.codonj.api.ir.Variable;
import io.codonj.api.pass.IrPass;
import io.codonj.api.pass.PassContext;
import java.util.List;

/// Loops over the generator of a range become loops over its bounds.
///
/// ```
/// foreach #l %i: i64 in call @range.__iter__(struct(a, b, 1)) -> ptr owned { ... }
///   ->  for #l %i in range(a, b, 1) { ... }
/// foreach #l %i: i64 in call @range.__iter__(%r) -> ptr owned { ... }
///   ->  %range = %r
///       for #l %i in range(extract[0](%range), extract[1](%range), extract[2](%range)) { ... }
/// ```
///
/// A range whose step might be zero is made by the library first, which raises the error.
public final class RecognizeRangeLoops implements IrPass {
  private static final String ITERATE = "range.__iter__";
  private static final String CONSTRUCT = "range.__new__";
  private static final IrType RANGE = IrType.Struct.of(IrType.I64, IrType.I64, IrType.I64);

  @Override
  public String id() {
    return "recognize-range-loops";
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
      return rewritten instanceof IrOp.ForEach loop && module.isCallOf(loop.generator(), ITERATE)
          ? overBounds(loop, ((IrOp.Call) loop.generator()).arguments())
          : rewritten;
    }

    private IrOp overBounds(IrOp.ForEach loop, List<IrOp> arguments) {
      if (arguments.size() != 1 || !arguments.getFirst().type().equals(RANGE) || !loop.yielded().equals(IrType.I64)) {
        return loop;
      }
      var build = new IrBuilder(loop.span());
      IrOp range = arguments.getFirst();
      List<IrOp> bounds = knownBounds(range, build);
      if (bounds.size() == 3) {
        return loopOver(loop, bounds.get(0), bounds.get(1), bounds.get(2));
      }
      Variable whole = names().local("range", RANGE);
      IrOp inner = loopOver(
          loop, build.extract(build.get(whole), 0), build.extract(build.get(whole), 1),
          build.extract(build.get(whole), 2));
      return build.sequence(build.set(whole, range), inner);
    }

    private static IrOp loopOver(IrOp.ForEach loop, IrOp start, IrOp stop, IrOp step) {
      return new IrOp.ForRange(loop.label(), loop.variable(), start, stop, step, loop.body(), loop.span());
    }

    /// Start, stop and step if they can be seen and the step is not zero, else nothing.
    private List<IrOp> knownBounds(IrOp range, IrBuilder build) {
      List<IrOp> bounds = switch (range) {
        case IrOp.MakeStruct make -> make.fields();
        case IrOp.Call call when isConstruction(call) -> switch (call.arguments().size()) {
          case 1 -> List.of(build.constant(0), call.arguments().getFirst(), build.constant(1));
          case 2 -> List.of(call.arguments().getFirst(), call.arguments().getLast(), build.constant(1));
          default -> call.arguments();
        };
        default -> List.of();
      };
      boolean safe = bounds.size() == 3
          && bounds.get(2) instanceof IrOp.Constant constant
          && constant.value() instanceof Long step
          && step != 0;
      return safe ? bounds : List.of();
    }

    private boolean isConstruction(IrOp.Call call) {
      IrFunction function = module.called(call);
      return function != null
          && function.isInstanceOf(CONSTRUCT)
          && !call.arguments().isEmpty()
          && call.arguments().stream().allMatch(argument -> argument.type().equals(IrType.I64));
    }
  }
}
