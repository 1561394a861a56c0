package io.codonj.api.pass;

import io.codonj.api.ir.IrModule;
import java.util.function.Function;

/// Names an analysis by its result type. Keys are compared by identity and kept in constants:
///
/// ```java
/// public static final AnalysisKey<CallGraph> CALL_GRAPH = new AnalysisKey<>("call-graph", CallGraph::of);
/// ```
///
/// A result belongs to one module instance; since modules do not change, it never becomes stale.
public final class AnalysisKey<T> {
  private final String id;
  private final Function<IrModule, T> analysis;

  public AnalysisKey(String id, Function<IrModule, T> analysis) {
    this.id = id;
    this.analysis = analysis;
  }

  public String id() {
    return id;
  }

  public T compute(IrModule module) {
    return analysis.apply(module);
  }

  @Override
  public String toString() {
    return id;
  }
}
