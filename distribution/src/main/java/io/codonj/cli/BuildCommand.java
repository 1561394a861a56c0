package io.codonj.cli;

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
      description = "Where the result goes (default: FILE without its suffix in the current directory; text: standard output).")
  @Nullable Path output;

  @Parameters(paramLabel = "FILE", description = "The program, - for standard input.")
  String file = "";

  @Override
  public Integer call() {
    report.check();
    Product product = kind.product();
    Path target = output == null ? defaultOutput(product) : output;
    CompileResult result = Compilers.compile(new CompileRequest(file, product, target, flags.options()));
    report.report(result);
    result.text().ifPresent(this::deliver);
    return result.succeeded() ? 0 : 1;
  }

  private Path defaultOutput(Product product) {
    String name = Path.of(file).getFileName().toString();
    int dot = name.lastIndexOf('.');
    if (product == Product.SHARED_LIBRARY) {
      return Path.of("lib" + (dot > 0 ? name.substring(0, dot) : name) + ".so");
    }
    boolean object = product == Product.OBJECT || product == Product.LINKABLE_OBJECT;
    String stem = file.equals(CompileRequest.STANDARD_INPUT) ? "a" : dot > 0 ? name.substring(0, dot) : name + ".out";
    return Path.of(object ? stem + ".o" : stem);
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
