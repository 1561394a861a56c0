package io.codonj.core.plugin;

import io.codonj.api.diagnostic.CompilerBug;
import io.codonj.api.diagnostic.Diagnostic;
import io.codonj.api.ir.IrModule;
import io.codonj.api.ir.IrVerifier;
import io.codonj.api.ir.IrViolation;
import io.codonj.api.pass.IrPass;
import io.codonj.api.pass.PassContext;
import io.codonj.api.pass.PassSlot;
import io.codonj.api.source.Span;
import io.codonj.core.pipeline.VerifiedPass;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// A pass of a plugin. Whatever it does wrong becomes a diagnostic that names the plugin, and the module goes on as it
/// was before.
final class GuardedPass implements VerifiedPass {
  /// Longer than any pass needs; a pass that takes more will not end.
  private static final int LIMIT_SECONDS = 120;

  /// For another limit, in seconds.
  private static final String LIMIT_VARIABLE = "CODONJ_PASS_LIMIT";

  /// Passes walk deeply nested code by recursion.
  private static final long STACK_BYTES = 1L << 29;

  private final LoadedPlugin plugin;
  private final IrPass pass;

  GuardedPass(LoadedPlugin plugin, IrPass pass) {
    this.plugin = plugin;
    this.pass = pass;
  }

  @Override
  public String id() {
    return pass.id();
  }

  @Override
  public PassSlot slot() {
    return pass.slot();
  }

  @Override
  public List<String> before() {
    return pass.before();
  }

  @Override
  public List<String> after() {
    return pass.after();
  }

  @Override
  public IrModule run(IrModule module, PassContext context) {
    var result = new AtomicReference<@Nullable IrModule>();
    var problem = new AtomicReference<@Nullable Throwable>();
    var worker = new Thread(null, () -> {
      try {
        result.set(pass.run(module, context));
      } catch (Throwable thrown) {
        problem.set(thrown);
      }
    }, "pass " + pass.id(), STACK_BYTES);
    worker.setDaemon(true);
    worker.start();
    if (!ends(worker)) {
      return fail(context, module, PluginErrorCode.PASS_TAKES_TOO_LONG, "does not end", List.of());
    }
    if (problem.get() instanceof CompilerBug bug) {
      throw bug;
    }
    if (problem.get() != null) {
      return fail(context, module, PluginErrorCode.FAILED, "failed: " + PluginProblem.describe(problem.get()), List.of());
    }
    IrModule made = result.get();
    if (made == null) {
      return fail(context, module, PluginErrorCode.FAILED, "returned no module", List.of());
    }
    return made;
  }

  @Override
  public boolean accepts(IrModule result, PassContext context) {
    List<IrViolation> violations = IrVerifier.verify(result);
    if (violations.isEmpty()) {
      return true;
    }
    fail(context, result, PluginErrorCode.INVALID_IR, "made IR that is not valid",
        violations.stream().limit(3).map(IrViolation::toString).toList());
    return false;
  }

  private static boolean ends(Thread worker) {
    try {
      worker.join(limitSeconds() * 1000L);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    return !worker.isAlive();
  }

  private static int limitSeconds() {
    String given = System.getenv(LIMIT_VARIABLE);
    return given != null && given.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(given) : LIMIT_SECONDS;
  }

  private IrModule fail(PassContext context, IrModule module, PluginErrorCode code, String what, List<String> notes) {
    Diagnostic diagnostic =
        Diagnostic.of(code, Span.NONE, "the pass '" + pass.id() + "' of the plugin '" + plugin.id() + "' " + what);
    for (String note : notes) {
      diagnostic = diagnostic.withNote(note);
    }
    context.diagnostics().report(diagnostic.withNote(
        "--disable-opt " + pass.id() + " leaves out the pass, --disable-plugin " + plugin.id() + " the plugin"));
    return module;
  }
}
