package io.codonj.core.passes.loops;

import io.codonj.api.ir.IrBuilder;
import io.codonj.api.ir.IrFunction;
import io.codonj.api.ir.IrModule;
import io.codonj.api.ir.IrOp;
import io.codonj.api.ir.IrRewriter;
import io.codonj.api.ir.Variable;
import io.codonj.api.pass.IrPass;
import io.codonj.api.pass.PassContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Loops over generators of the library become the generator's code with the loop's body where it yields.
///
/// ```
/// foreach #l %x: T in call @enumerate(%values, 0) owned { body }
///   ->  block #left {
///         %iterable = %values
///         %index = 0
///         foreach #inner %item in call @str.__iter__(%iterable) owned {
///           block #yielded { %x = struct(%index, %item); body }
///           %index = add(%index, 1)
///         }
///       }
/// ```
///
/// A `continue` leaves the inner block and a `break` the outer one. No state is kept in memory between rounds, and
/// the passes after this one see an ordinary loop. Generators of the program itself stay what they are: tracebacks
/// have a line for each of them. So do those that yield in many places (the body is copied for each) or within
/// `try` (it would catch what the body raises).
public final class RunGeneratorsInPlace implements IrPass {
  private static final String LIST_LOOP = "list.__iter__";

  /// How large all copies of a loop's body together may be.
  private static final int LARGEST_COPIES = 800;

  /// How deep wrappers and generators of generators are followed.
  private static final int DEEPEST = 12;

  @Override
  public String id() {
    return "run-generators-in-place";
  }

  @Override
  public IrModule run(IrModule module, PassContext context) {
    return new Rewriter(module).rewriteModule(module);
  }

  private static final class Rewriter extends IrRewriter {
    private final IrModule module;
    private final Map<String, Integer> yields = new HashMap<>();
    private final Set<String> open = new HashSet<>();

    /// The blocks at which the generators around the current place yield. A loop within a generator may be copied, and
    /// with it such a block.
    private final List<List<String>> places = new ArrayList<>();

    Rewriter(IrModule module) {
      this.module = module;
    }

    @Override
    public IrFunction rewriteFunction(IrFunction function) {
      open.clear();
      open.add(function.name());
      return super.rewriteFunction(function);
    }

    @Override
    public IrOp rewrite(IrOp op) {
      if (!(op instanceof IrOp.ForEach loop)) {
        return rewriteChildren(op);
      }
      IrFunction called = called(loop.generator());
      if (called == null || open.size() > DEEPEST) {
        return rewriteChildren(op);
      }
      if (called.generator() == null) {
        return throughWrapper(loop, called);
      }
      boolean runs = loop.owned() && !open.contains(called.name()) && isSimple(called, loop);
      return runs ? inPlace(loop, called) : rewriteChildren(op);
    }

    private @Nullable IrFunction called(IrOp op) {
      IrFunction function = op instanceof IrOp.Call call ? module.called(call) : null;
      boolean known = function != null && function.body() != null && function.attributes().contains("library");
      return known && !module.isCallOf(op, LIST_LOOP) ? function : null;
    }

    private boolean isSimple(IrFunction generator, IrOp.ForEach loop) {
      int count = yields.computeIfAbsent(generator.name(), _ -> GeneratorShape.yields(generator));
      return count == 1 || count > 1 && count * GeneratorShape.size(loop.body()) <= LARGEST_COPIES;
    }

    /// `zip` for one only chooses the generator to return.
    private IrOp throughWrapper(IrOp.ForEach loop, IrFunction wrapper) {
      IrOp result = GeneratorShape.onlyResult(wrapper);
      IrFunction generator = result == null ? null : called(result);
      if (generator == null || generator.generator() == null || open.contains(generator.name()) || !isSimple(generator, loop)) {
        return rewriteChildren(loop);
      }
      var copy = new CodeInPlace(names(), wrapper, loop.span(), null);
      var operations = new ArrayList<IrOp>(parameters(copy, wrapper, loop));
      operations.add(
          inPlace(
              new IrOp.ForEach(
                  loop.label(), loop.variable(), loop.yielded(), copy.rewrite(result), true, loop.body(), loop.span()),
              generator));
      return new IrOp.Sequence(operations, loop.span());
    }

    private IrOp inPlace(IrOp.ForEach loop, IrFunction generator) {
      var build = new IrBuilder(loop.span());
      String left = names().label("left");
      var yielded = new ArrayList<String>();
      var copy = new CodeInPlace(names(), generator, loop.span(), new CodeInPlace.Yields(loop, left, yielded));
      List<IrOp> operations = new ArrayList<>(parameters(copy, generator, loop));
      IrOp code = copy.rewrite(generator.body());
      for (Variable local : copy.locals()) {
        operations.add(build.set(local, build.zero(local.type())));
      }
      open.add(generator.name());
      places.add(yielded);
      IrOp whole = rewrite(code);
      places.removeLast();
      open.remove(generator.name());
      for (int i = 0; i < yielded.size(); i++) {
        String here = yielded.get(i);
        IrOp body = new LoopExits(loop.label(), left, here).rewrite(loop.body());
        IrOp own = i == 0 ? body : copied(body);
        whole = new BodyInPlace(here, rewrite(own)).rewrite(whole);
      }
      operations.add(whole);
      return new IrOp.Block(left, new IrOp.Sequence(operations, loop.span()), loop.span());
    }

    private IrOp copied(IrOp body) {
      var labels = new OwnLabels(names());
      IrOp copy = labels.rewrite(body);
      labels.renamed().forEach((old, fresh) -> places.stream().filter(p -> p.contains(old)).forEach(p -> p.add(fresh)));
      return copy;
    }

    private List<IrOp> parameters(CodeInPlace copy, IrFunction function, IrOp.ForEach loop) {
      var build = new IrBuilder(loop.span());
      List<IrOp> arguments = ((IrOp.Call) loop.generator()).arguments();
      List<IrOp> operations = new ArrayList<>();
      for (int i = 0; i < arguments.size(); i++) {
        operations.add(build.set(copy.parameter(function.parameters().get(i)), rewrite(arguments.get(i))));
      }
      return operations;
    }
  }
}
