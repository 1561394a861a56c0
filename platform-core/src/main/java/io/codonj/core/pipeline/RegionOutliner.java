package io.codonj.core.pipeline;

import io.codonj.api.ir.IrFunction;
import io.codonj.api.ir.IrOp;
import io.codonj.api.ir.IrType;
import io.codonj.api.ir.IrWalker;
import io.codonj.api.ir.Variable;
import io.codonj.api.pass.OutlinedRegion;
import io.codonj.api.pass.OutlinedRegion.Capture;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Makes a region a function whose parameters are what the region captures.
///
/// A parameter of the enclosing function, and a local that is mentioned outside of the region too, is captured: by
/// value when the region only reads it, otherwise by reference. Locals of the region alone become locals of the new
/// function, so their values do not last from one run of the region to the next.
final class RegionOutliner {
  private RegionOutliner() {}

  static Optional<OutlinedRegion> outline(IrFunction enclosing, IrOp region, String name) {
    IrOp body = enclosing.body();
    if (body == null || ExitFinder.leaves(region)) {
      return Optional.empty();
    }
    var uses = new Uses();
    uses.walk(region);
    var outside = new OutsideNames(region);
    outside.walk(body);
    var captures = new ArrayList<Capture>();
    var parameters = new ArrayList<Variable>();
    var replacements = new LinkedHashMap<String, Capture>();
    for (Variable variable : uses.variables.values()) {
      boolean captured = variable.scope() == Variable.Scope.PARAMETER
          || (variable.scope() == Variable.Scope.LOCAL && outside.names.contains(variable.name()));
      if (captured) {
        var capture = new Capture(variable, uses.written.contains(variable.name()));
        captures.add(capture);
        replacements.put(variable.name(), capture);
        parameters.add(CaptureRewriter.parameter(capture));
      }
    }
    IrOp newBody = new CaptureRewriter(replacements).rewrite(region);
    var function = new IrFunction(
        name, enclosing.displayName(), enclosing.origin() + ".<region>", parameters, region.type(),
        returning(newBody), null, Set.of(), region.span());
    return Optional.of(new OutlinedRegion(function, captures));
  }

  private static IrOp returning(IrOp body) {
    return body.type() instanceof IrType.Unit ? body : new IrOp.Return(body, body.span());
  }

  /// All variables of the region, and those that it writes, binds or takes the address of.
  private static final class Uses extends IrWalker {
    final LinkedHashMap<String, Variable> variables = new LinkedHashMap<>();
    final Set<String> written = new HashSet<>();

    @Override
    public void walk(IrOp op) {
      switch (op) {
        case IrOp.SetVariable set -> written.add(set.variable().name());
        case IrOp.VariableAddress address -> written.add(address.variable().name());
        case IrOp.ForEach loop -> written.add(loop.variable().name());
        case IrOp.ForRange loop -> written.add(loop.variable().name());
        case IrOp.Try attempt -> attempt.handlers().forEach(handler -> written.add(handler.variable().name()));
        case IrOp.Pipeline pipeline -> pipeline.stages().forEach(stage -> written.add(stage.variable().name()));
        default -> {}
      }
      walkChildren(op);
    }

    @Override
    protected void variable(Variable variable) {
      if (variable.scope() != Variable.Scope.GLOBAL) {
        variables.putIfAbsent(variable.name(), variable);
      }
    }
  }

  /// Names of locals that the function mentions outside of one region of it.
  private static final class OutsideNames extends IrWalker {
    private final IrOp region;
    final Set<String> names = new HashSet<>();

    OutsideNames(IrOp region) {
      this.region = region;
    }

    @Override
    public void walk(IrOp op) {
      if (op != region) {
        walkChildren(op);
      }
    }

    @Override
    protected void variable(Variable variable) {
      if (variable.scope() == Variable.Scope.LOCAL) {
        names.add(variable.name());
      }
    }
  }

  private static final class ExitFinder extends IrWalker {
    private final List<String> labels = new ArrayList<>();
    private boolean leaves;

    static boolean leaves(IrOp region) {
      var finder = new ExitFinder();
      finder.walk(region);
      return finder.leaves;
    }

    @Override
    public void walk(IrOp op) {
      switch (op) {
        case IrOp.Return _, IrOp.Yield _ -> leaves = true;
        case IrOp.Jump jump -> leaves |= !labels.contains(jump.label());
        case IrOp.While loop -> within(loop.label(), op);
        case IrOp.ForEach loop -> within(loop.label(), op);
        case IrOp.ForRange loop -> within(loop.label(), op);
        case IrOp.Block block -> within(block.label(), op);
        default -> walkChildren(op);
      }
    }

    private void within(String label, IrOp op) {
      labels.add(label);
      walkChildren(op);
      labels.removeLast();
    }
  }
}
