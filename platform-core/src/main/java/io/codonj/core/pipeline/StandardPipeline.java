package io.codonj.core.pipeline;

import io.codonj.api.diagnostic.DiagnosticSink;
import io.codonj.api.pass.IrPass;
import io.codonj.api.pass.PassSlot;
import io.codonj.core.passes.cleanup.EliminateDeadCode;
import io.codonj.core.passes.cleanup.LocalizeGlobals;
import io.codonj.core.passes.cleanup.RemoveUnusedSymbols;
import io.codonj.core.passes.fold.FoldConstants;
import io.codonj.core.passes.lower.LowerListLoops;
import io.codonj.core.passes.lower.LowerPipelines;
import io.codonj.core.passes.lower.LowerRangeLoops;
import io.codonj.core.passes.lower.RecognizeRangeLoops;
import io.codonj.core.passes.loops.CheckBoundsOnce;
import io.codonj.core.passes.loops.ReserveListItems;
import io.codonj.core.passes.loops.RunGeneratorsInPlace;
import io.codonj.core.passes.pythonic.UpdateDictEntryOnce;
import java.util.ArrayList;
import java.util.List;

/// All built-in passes in order, and the slots between them where plugins' passes run.
public final class StandardPipeline {
  private StandardPipeline() {}

  private sealed interface Step {
    record Run(IrPass pass) implements Step {}

    record Slot(PassSlot slot) implements Step {}
  }

  private static final List<Step> RELEASE = List.of(
      new Step.Slot(PassSlot.AFTER_LOWERING),
      new Step.Run(new FoldConstants()),
      new Step.Run(new UpdateDictEntryOnce()),
      new Step.Run(new LowerPipelines()),
      new Step.Run(new RecognizeRangeLoops()),
      new Step.Slot(PassSlot.BEFORE_PARALLEL),
      new Step.Run(new ReserveListItems()),
      new Step.Run(new RunGeneratorsInPlace()),
      new Step.Run(new CheckBoundsOnce()),
      new Step.Run(new LowerListLoops()),
      new Step.Run(new LowerRangeLoops()),
      new Step.Run(new LocalizeGlobals()),
      new Step.Run(new EliminateDeadCode()),
      new Step.Run(new RemoveUnusedSymbols()),
      new Step.Slot(PassSlot.BEFORE_EMIT));

  /// Only what the back end cannot do without or what makes compilation faster: debuggers find each variable.
  private static final List<Step> DEBUG = List.of(
      new Step.Slot(PassSlot.AFTER_LOWERING),
      new Step.Run(new LowerPipelines()),
      new Step.Run(new RecognizeRangeLoops()),
      new Step.Slot(PassSlot.BEFORE_PARALLEL),
      new Step.Run(new LowerListLoops()),
      new Step.Run(new LowerRangeLoops()),
      new Step.Run(new RemoveUnusedSymbols()),
      new Step.Slot(PassSlot.BEFORE_EMIT));

  /// The built-in passes of a release build.
  public static List<IrPass> passes() {
    return with(RELEASE, List.of());
  }

  /// The built-in passes of a debug build.
  public static List<IrPass> debugPasses() {
    return with(DEBUG, List.of());
  }

  /// The built-in passes and those of plugins, in an order that honours slots and what passes say about each other.
  /// Demands that cannot be met are reported and otherwise ignored.
  public static List<IrPass> passes(boolean debug, List<IrPass> contributed, DiagnosticSink diagnostics) {
    List<Step> steps = debug ? DEBUG : RELEASE;
    return PassSchedule.order(with(steps, List.of()), with(steps, contributed), diagnostics);
  }

  private static List<IrPass> with(List<Step> steps, List<IrPass> contributed) {
    List<IrPass> passes = new ArrayList<>(steps.size());
    for (Step step : steps) {
      switch (step) {
        case Step.Run(var pass) -> passes.add(pass);
        case Step.Slot(var slot) -> contributed.stream().filter(pass -> pass.slot() == slot).forEach(passes::add);
      }
    }
    return passes;
  }
}
