package io.codonj.plugin.openmp;

import io.codonj.api.diagnostic.ErrorCode;
import io.codonj.api.pass.IrPass;
import io.codonj.api.plugin.AnnotatedRegion;
import io.codonj.api.plugin.CodonjPlugin;
import io.codonj.api.plugin.DiagnosticCatalog;
import io.codonj.api.plugin.PluginInfo;
import io.codonj.api.plugin.StdlibModule;
import java.util.List;

/// The plugin `openmp`: `@par` and the module `openmp`.
public final class OpenMpPlugin implements CodonjPlugin {
  /// The native part: our side of the calls, and libomp.
  static final String NATIVE_PART = "openmp";

  @Override
  public PluginInfo info() {
    return new PluginInfo("openmp", "0.1.0", "parallel loops and tasks through libomp");
  }

  @Override
  public List<AnnotatedRegion> regions() {
    return List.of(new ParallelLoop());
  }

  @Override
  public List<StdlibModule> modules() {
    return List.of(new StdlibModule("openmp", List.of(NATIVE_PART)));
  }

  @Override
  public List<IrPass> passes() {
    return List.of(new RunLoopsInParallel());
  }

  @Override
  public boolean runsParallelPipes() {
    return true;
  }

  @Override
  public List<DiagnosticCatalog> diagnostics() {
    return List.of(new Catalog());
  }

  private static final class Catalog implements DiagnosticCatalog {
    @Override
    public List<? extends ErrorCode> codes() {
      return List.of(OpenMpCode.values());
    }
  }
}
