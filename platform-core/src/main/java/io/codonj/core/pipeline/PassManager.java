package io.codonj.core.pipeline;

import io.codonj.api.diagnostic.CompilerBug;
import io.codonj.api.ir.IrModule;
import io.codonj.api.ir.IrPrinter;
import io.codonj.api.ir.IrVerifier;
import io.codonj.api.ir.IrViolation;
import io.codonj.api.pass.IrPass;
import java.util.List;

/// Runs passes in order. Code that a pass asked for joins the module after it.
public final class PassManager {
  private final List<IrPass> passes;
  private final PassOptions options;

  public PassManager(List<IrPass> passes, PassOptions options) {
    this.passes = List.copyOf(passes);
    this.options = options;
  }

  /// @throws CompilerBug when the verifier rejects the module; it names the pass and holds the IR
  public IrModule run(IrModule module, PipelineContext context) {
    if (options.verify()) {
      verify(module, "lower");
    }
    IrModule current = module;
    for (IrPass pass : passes) {
      if (options.disabled().contains(pass.id())) {
        continue;
      }
      long start = System.nanoTime();
      IrModule result = context.withNewCode(pass.run(current, context));
      if (result != current && pass instanceof VerifiedPass verified && !verified.accepts(result, context)) {
        continue;
      }
      options.observer().passed(pass.id(), result, System.nanoTime() - start);
      if (options.verify() && result != current) {
        verify(result, pass.id());
      }
      current = result;
    }
    return current;
  }

  /// @param producer id of the pass, or name of the phase, that made the module
  public static void verify(IrModule module, String producer) {
    List<IrViolation> violations = IrVerifier.verify(module);
    if (violations.isEmpty()) {
      return;
    }
    var message = new StringBuilder("invalid IR after ").append(producer).append('\n');
    for (IrViolation violation : violations) {
      message.append("  ").append(violation).append('\n');
    }
    throw new CompilerBug(message.append('\n').append(IrPrinter.print(module)).toString());
  }
}
