package io.codonj.cli;

import io.codonj.cli.cache.BuildCache;
import io.codonj.cli.cache.CacheKey;
import io.codonj.cli.project.ProjectSearch;
import io.codonj.core.driver.BuildOptions;
import io.codonj.core.driver.CompileRequest;
import io.codonj.core.driver.CompileResult;
import io.codonj.core.driver.Product;
import io.codonj.core.source.Installation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `codonj run FILE ARGUMENTS`: build into the cache unless it is there, then run.
@Command(
    name = "run",
    description = "Compile a program (cached) and run it.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    abbreviateSynopsis = true,
    footer = {
      "",
      "Flags of codonj stand before FILE; what follows FILE belongs to the program.",
      "",
      "Examples:",
      "  codonj run fib.py 40",
      "  codonj run                               the project here; codonj run . ARGUMENTS",
      "  codonj run -debug app.py --verbose input.txt",
      "  echo 'print(6 * 7)' | codonj run -"
    })
final class RunCommand implements Callable<Integer> {
  @Mixin CompilerFlags flags = new CompilerFlags();
  @Mixin ReportFlags report = new ReportFlags();

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "FILE",
      description = "The program, - for standard input, or a project's directory (default: the project here).")
  @Nullable String file;

  @Parameters(index = "1..*", paramLabel = "ARGUMENT", arity = "0..*", description = "Arguments for the program.")
  List<String> arguments = List.of();

  @Override
  public Integer call() throws IOException {
    report.check();
    ProgramChoice program = ProgramChoice.of(file);
    BuildOptions options = flags.options(program.project());
    Installation installation = Compilers.installation();
    BuildCache cache = BuildCache.ofUser();
    Optional<CacheKey> key = CacheKey.of(installation, program.file(), options);
    Optional<Path> built = key.flatMap(cache::find);
    if (built.isPresent() && !report.timePasses) {
      return Handover.start(built.get(), program.file(), arguments);
    }
    Path fresh = cache.temporaryFile();
    CompileResult result = Compilers.compile(new CompileRequest(program.file(), Product.EXECUTABLE, fresh, options));
    report.report(result);
    if (!result.succeeded()) {
      cache.discard(fresh);
      return 1;
    }
    ProjectSearch.note(program.directory(), result.inputs());
    return Handover.start(cache.store(key, fresh, result.inputs()), program.file(), arguments);
  }
}
