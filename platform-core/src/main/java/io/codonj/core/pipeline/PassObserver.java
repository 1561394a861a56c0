package io.codonj.core.pipeline;

import io.codonj.api.ir.IrModule;

/// Is told about each pass that has run.
public interface PassObserver {
  PassObserver NONE = (_, _, _) -> {};

  /// @param changed the module after the pass
  void passed(String passId, IrModule changed, long nanoseconds);
}
