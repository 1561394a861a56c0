package io.codonj.cli;

import io.codonj.core.driver.Compilation;
import io.codonj.core.driver.CompileRequest;
import io.codonj.core.driver.CompileResult;
import io.codonj.core.driver.HopTimes;
import io.codonj.core.plugin.PluginCatalog;
import io.codonj.core.plugin.PluginChoice;
import io.codonj.core.source.Installation;

/// Compiles with the installation that this process belongs to.
final class Compilers {
  private Compilers() {}

  static CompileResult compile(CompileRequest request) {
    var times = new HopTimes();
    try (var _ = Progress.of(times)) {
      return new Compilation(installation()).run(request, times);
    }
  }

  /// The plugins of this installation and this user.
  static PluginCatalog plugins() {
    return PluginChoice.DEFAULT.catalog(installation());
  }

  static Installation installation() {
    Installation installation =
        Installation.ofThisProcess()
            .orElseThrow(() -> new UsageError("the installation is unknown; start codonj through its launcher"));
    installation
        .missingPart()
        .ifPresent(
            part -> {
              throw new UsageError("the installation is incomplete: " + part + " is missing");
            });
    return installation;
  }
}
