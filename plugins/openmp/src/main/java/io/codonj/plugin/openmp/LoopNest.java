package io.codonj.plugin.openmp;

import io.codonj.api.diagnostic.Diagnostic;
import io.codonj.api.diagnostic.DiagnosticSink;
import io.codonj.api.ir.FreshNames;
import io.codonj.api.ir.IrBuilder;
import io.codonj.api.ir.IrModule;
import io.codonj.api.ir.IrOp;
import io.codonj.api.ir.IrType;
import io.codonj.api.ir.Operator;
import io.codonj.api.ir.Variable;
import io.codonj.api.source.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Loops over ranges, one directly within the other, whose rounds are counted together.
///
/// @param before what computes bounds, to be done once
/// @param body of the innermost loop
record LoopNest(List<IrOp> before, List<Level> levels, String label, IrOp body) {

  /// One of the loops; bounds are constants or variables.
  record Level(Variable variable, IrOp start, IrOp step, IrOp count) {}

  /// Empty, with an error reported, when the loops are not nested perfectly.
  static Optional<LoopNest> of(
      IrOp.ForRange loop, int depth, IrModule module, FreshNames names, RuntimeFunctions runtime, DiagnosticSink sink) {
    var before = new ArrayList<IrOp>();
    var levels = new ArrayList<Level>();
    var copies = new ArrayList<IrOp>();
    IrOp.ForRange current = loop;
    while (true) {
      var build = new IrBuilder(current.span());
      IrOp start = kept(current.start(), "start", before, names, build);
      IrOp step = kept(current.step(), "step", before, names, build);
      IrOp rounds = build.call(runtime.count(), start, current.stop(), step);
      levels.add(new Level(current.variable(), start, step, kept(rounds, "count", before, names, build)));
      if (levels.size() == depth) {
        return Optional.of(new LoopNest(before, levels, current.label(), build.sequence(copies, current.body())));
      }
      Optional<LoopShape> inner = LoopShape.of(current.body(), module, names);
      if (inner.isPresent()
          && inner.get().loop() instanceof IrOp.ForRange range
          && isApart(bounds(inner.get(), levels), range, current)) {
        before.addAll(bounds(inner.get(), levels));
        inner.get().before().stream().filter(op -> isCopy(op, levels)).forEach(copies::add);
        current = range;
      } else {
        sink.report(imperfect(loop.span(), depth));
        return Optional.empty();
      }
    }
  }

  static Diagnostic imperfect(Span span, int depth) {
    return Diagnostic.of(OpenMpCode.COLLAPSE, span,
            "collapse=" + depth + " needs " + depth + " loops, one directly within the other")
        .withNote("their bounds must not depend on each other, and nothing may stand between them");
  }

  /// What stands before an inner loop but for copies of the outer loops' variables.
  private static List<IrOp> bounds(LoopShape shape, List<Level> outer) {
    return shape.before().stream().filter(op -> !isCopy(op, outer)).toList();
  }

  private static boolean isCopy(IrOp op, List<Level> outer) {
    return op instanceof IrOp.SetVariable set
        && set.value() instanceof IrOp.GetVariable get
        && outer.stream().anyMatch(level -> level.variable().equals(get.variable()));
  }

  /// Whether the bounds can be computed before the outer loops run: these assign nothing that they are made of.
  private static boolean isApart(List<IrOp> before, IrOp.ForRange loop, IrOp.ForRange outer) {
    var bounds = new ArrayList<>(before);
    bounds.addAll(List.of(loop.start(), loop.stop(), loop.step()));
    Set<String> written = new HashSet<>(Writes.of(outer).assigned.keySet());
    written.removeAll(before.stream().map(LoopNest::target).toList());
    boolean onlyBounds = before.stream().noneMatch(op -> target(op).isEmpty());
    return onlyBounds
        && bounds.stream().flatMap(op -> Mentions.in(op).keySet().stream()).noneMatch(written::contains);
  }

  /// The temporary that is assigned; empty for other operations.
  private static String target(IrOp op) {
    return op instanceof IrOp.SetVariable set && set.variable().sourceName().isEmpty() ? set.variable().toString() : "";
  }

  private static IrOp kept(IrOp value, String name, List<IrOp> before, FreshNames names, IrBuilder build) {
    if (value instanceof IrOp.Constant) {
      return value;
    }
    Variable variable = names.local(name, IrType.I64);
    before.add(build.set(variable, value));
    return build.get(variable);
  }

  List<Variable> variables() {
    return levels.stream().map(Level::variable).toList();
  }

  IrOp totalCount(IrBuilder build) {
    IrOp total = levels.getFirst().count();
    for (Level level : levels.subList(1, levels.size())) {
      total = build.operate(Operator.MUL, total, level.count());
    }
    return total;
  }

  /// The rounds `low` up to, not including, `high`.
  IrOp rounds(IrOp low, IrOp high, OwnVariables own, FreshNames names, IrOp newBody, IrBuilder build) {
    Level first = levels.getFirst();
    if (levels.size() == 1) {
      return new IrOp.ForRange(
          label, own.of(first.variable()), at(first, low, build), at(first, high, build), first.step(), newBody, build.span());
    }
    Variable counter = names.local("counter", IrType.I64);
    Variable rest = names.local("rest", IrType.I64);
    var operations = new ArrayList<IrOp>();
    operations.add(build.set(rest, build.get(counter)));
    for (Level level : levels.reversed()) {
      IrOp index = level == first
          ? build.get(rest) : build.operate(Operator.UREM, build.get(rest), level.count());
      operations.add(build.set(own.of(level.variable()), at(level, index, build)));
      if (level != first) {
        operations.add(build.set(rest, build.operate(Operator.UDIV, build.get(rest), level.count())));
      }
    }
    return new IrOp.ForRange(
        label, counter, low, high, build.constant(1), build.sequence(operations, newBody), build.span());
  }

  private static IrOp at(Level level, IrOp round, IrBuilder build) {
    return build.operate(
        Operator.ADD, level.start(), build.operate(Operator.MUL, round, level.step()));
  }
}
