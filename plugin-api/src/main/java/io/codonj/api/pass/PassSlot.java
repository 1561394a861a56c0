package io.codonj.api.pass;

/// The places of the standard pipeline where plugins' passes run.
public enum PassSlot {
  /// Directly after lowering: calls still name library functions, pipelines and loops over generators are whole.
  AFTER_LOWERING,
  /// Loops over ranges are [io.codonj.api.ir.IrOp.ForRange], pipelines are loops; parallel regions are still marked.
  BEFORE_PARALLEL,
  /// Only what the back end emits is left.
  BEFORE_EMIT
}
