package io.codonj.cli;

import io.codonj.api.diagnostic.Diagnostic;
import io.codonj.api.diagnostic.Severity;
import io.codonj.cli.render.DiagnosticRenderer;
import io.codonj.cli.render.JsonRenderer;
import io.codonj.cli.render.SarifRenderer;
import io.codonj.cli.render.TextRenderer;
import io.codonj.core.driver.CompileResult;
import io.codonj.core.driver.HopTimes.HopTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The flags that say how a compilation talks: form and colour of diagnostics, silenced warnings, times.
final class ReportFlags {
  @Option(
      names = "--diagnostics",
      paramLabel = "text|json|sarif",
      description = "Form of the diagnostics on standard error (default: text).")
  Form form = Form.text;

  @Option(
      names = "--color",
      paramLabel = "auto|always|never",
      description = "Colour diagnostics (default: auto, on a terminal unless NO_COLOR is set).")
  Colour colour = Colour.auto;

  @Option(
      names = {"-no-warn", "--no-warn"},
      paramLabel = "CODE",
      split = ",",
      description = "Silence the warnings of a code, such as CJ0801.")
  List<String> silenced = List.of();

  @Option(names = "--time-passes", description = "Print the time of each hop and pass on standard error.")
  boolean timePasses;

  @Option(
      names = {"-log", "--log"},
      paramLabel = "STREAMS",
      description = "Codon's log streams; 't' prints times.")
  @Nullable String log;

  /// Refuses what cannot be logged.
  void check() {
    if (log != null && !log.equals("t")) {
      throw new UsageError("-log: unknown stream '%s'; 't' (times) is there, for the rest see --emit".formatted(log));
    }
  }

  /// Prints what a compilation has to say.
  void report(CompileResult result) {
    print(result.diagnostics());
    if (timePasses || log != null) {
      for (HopTime time : result.times().all()) {
        System.err.printf("%10.3f ms  %s%n", time.nanoseconds() / 1e6, time.hop());
      }
    }
    System.err.flush();
  }

  void print(List<Diagnostic> diagnostics) {
    List<Diagnostic> shown = diagnostics.stream().filter(this::isShown).toList();
    System.err.print(renderer().render(shown));
    System.err.flush();
  }

  private boolean isShown(Diagnostic diagnostic) {
    return diagnostic.severity() == Severity.ERROR || !silenced.contains(diagnostic.code().code());
  }

  private DiagnosticRenderer renderer() {
    return switch (form) {
      case text -> new TextRenderer(coloured());
      case json -> new JsonRenderer();
      case sarif -> new SarifRenderer(Version.NUMBER);
    };
  }

  private boolean coloured() {
    return switch (colour) {
      case always -> true;
      case never -> false;
      case auto -> System.getenv("NO_COLOR") == null && "1".equals(System.getenv(Handover.TERMINAL_VARIABLE));
    };
  }

  /// The words of `--diagnostics`.
  enum Form {
    text,
    json,
    sarif
  }

  /// The words of `--color`.
  enum Colour {
    auto,
    always,
    never
  }
}
