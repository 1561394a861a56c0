package io.codonj.cli;

import io.codonj.core.driver.CompileRequest;
import io.codonj.core.driver.CompileResult;
import io.codonj.core.driver.Product;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `codonj check FILE`: diagnostics only.
@Command(
    name = "check",
    description = "Check syntax and types of a program without building it.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    abbreviateSynopsis = true,
    footer = {
      "",
      "Examples:",
      "  codonj check app.py",
      "  codonj check --diagnostics=sarif app.py 2> app.sarif",
      "  cat app.py | codonj check -"
    })
final class CheckCommand implements Callable<Integer> {
  @Mixin CompilerFlags flags = new CompilerFlags();
  @Mixin ReportFlags report = new ReportFlags();

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "The program, - for standard input, or a project's directory (default: the project here).")
  @Nullable String file;

  @Override
  public Integer call() {
    report.check();
    ProgramChoice program = ProgramChoice.of(file);
    var request = new CompileRequest(program.file(), Product.CHECKED, Path.of(""), flags.options(program.project()));
    CompileResult result = Compilers.compile(request);
    report.report(result);
    return result.succeeded() ? 0 : 1;
  }
}
