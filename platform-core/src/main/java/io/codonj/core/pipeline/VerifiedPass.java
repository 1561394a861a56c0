package io.codonj.core.pipeline;

import io.codonj.api.ir.IrModule;
import io.codonj.api.pass.IrPass;
import io.codonj.api.pass.PassContext;

/// A pass whose result is looked at before it counts, whatever the options say.
public interface VerifiedPass extends IrPass {

  /// False, after a report, for a module that is not to be used. The pipeline goes on with the one before the pass.
  boolean accepts(IrModule result, PassContext context);
}
