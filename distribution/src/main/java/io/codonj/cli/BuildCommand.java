package io.codonj.cli;

import io.codonj.cli.project.Project;
import io.codonj.core.driver.CompileRequest;
import io.codonj.core.driver.CompileResult;
import io.codonj.core.driver.Product;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `codonj build FILE`: an executable, or what `--emit` names.
@Command(
    name = "build",
    description = "Compile a program to an executable, an object file, or an intermediate form.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    abbreviateSynopsis = true,
    footer = {
      "",
      "Examples:",
      "  codonj build app.py                        ./app, optimized for this machine",
      "  codonj build -release app.py -o bin/app",
      "  codonj build -debug app.py -o app          for gdb",
      "  codonj build -lib geometry.py              ./libgeometry.so, for C",
      "  codonj build --march=x86-64-v3 app.py      for newer machines",
      "  codonj build --emit=llvm app.py            LLVM IR on standard output",
      "  codonj build --emit=types app.py -o app.types"
    })
final class BuildCommand implements Callable<Integer> {
  @Mixin CompilerFlags flags = new CompilerFlags();
  @Mixin ReportFlags report = new ReportFlags();

  @ArgGroup(exclusive = true)
  OutputKindFlags kind = new OutputKindFlags();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = {
        "Where the result goes (default: FILE without its suffix in the current directory;",
        "of a project, build/NAME; text: standard output)."
      })
  @Nullable Path output;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "The program, - for standard input, or a project's directory (default: the project here).")
  @Nullable String file;

  @Override
  public Integer call() throws IOException {
    report.check();
    ProgramChoice program = ProgramChoice.of(file);
    Product product = kind.product(program.isLibrary() ? Product.SHARED_LIBRARY : Product.EXECUTABLE);
    Path target = output == null ? defaultOutput(program, product) : output;
    var request = new CompileRequest(program.file(), product, target, flags.options(program.project()));
    CompileResult result = Compilers.compile(request);
    report.report(result);
    result.text().ifPresent(this::deliver);
    return result.succeeded() ? 0 : 1;
  }

  private static Path defaultOutput(ProgramChoice program, Product product) throws IOException {
    if (program.ofProject()) {
      Project project = program.project().orElseThrow();
      Path directory = project.directory().resolve("build");
      if (!product.isText()) {
        Files.createDirectories(directory);
      }
      return directory.resolve(named(project.name(), project.name(), product));
    }
    if (program.file().equals(CompileRequest.STANDARD_INPUT)) {
      return Path.of(named("a", "a", product));
    }
    String name = Path.of(program.file()).getFileName().toString();
    int dot = name.lastIndexOf('.');
    String stem = dot > 0 ? name.substring(0, dot) : name;
    return Path.of(named(stem, dot > 0 ? stem : name + ".out", product));
  }

  private static String named(String stem, String executable, Product product) {
    return switch (product) {
      case SHARED_LIBRARY -> "lib" + stem + ".so";
      case OBJECT, LINKABLE_OBJECT -> stem + ".o";
      case EXECUTABLE, TOKENS, AST, TYPES, CHECKED, IR, LLVM, ASSEMBLY -> executable;
    };
  }

  private void deliver(String text) {
    if (output == null || output.toString().equals("-")) {
      System.out.print(text);
      System.out.flush();
      return;
    }
    try {
      Files.writeString(output, text);
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }
}
