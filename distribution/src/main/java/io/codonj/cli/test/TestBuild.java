package io.codonj.cli.test;

import io.codonj.api.ast.Module;
import io.codonj.api.diagnostic.Diagnostic;
import io.codonj.core.driver.BuildOptions;
import io.codonj.core.driver.Compilation;
import io.codonj.core.driver.CompileRequest;
import io.codonj.core.driver.CompileResult;
import io.codonj.core.driver.HopTimes;
import io.codonj.core.driver.Product;
import io.codonj.core.source.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Compiles a test file with a [Driver] for the tests that are wanted.
final class TestBuild {
  private final Installation installation;
  private final BuildOptions options;
  private final Path directory;

  /// @param directory for drivers and executables
  TestBuild(Installation installation, BuildOptions options, Path directory) {
    this.installation = installation;
    this.options = options;
    this.directory = directory;
  }

  /// What was built, or why not.
  record Built(Optional<Path> executable, List<Diagnostic> diagnostics) {}

  /// The tree of a test file; empty when it has errors, which are told then.
  Optional<Module> parse(Path file, List<Diagnostic> diagnostics) {
    return new Compilation(installation).parse(file.toString(), options, diagnostics::add);
  }

  Built build(Path file, List<TestCase> tests) throws IOException {
    String module = moduleName(file);
    Path driver = directory.resolve(TestProcess.DRIVER_NAME + module + ".py");
    Files.writeString(driver, Driver.of(module, tests));
    var path = new ArrayList<>(List.of(file.toAbsolutePath().normalize().getParent()));
    path.addAll(options.modulePath());
    Path executable = directory.resolve("run_" + module);
    var request =
        new CompileRequest(driver.toString(), Product.EXECUTABLE, executable, options.withModulePath(path));
    CompileResult result = new Compilation(installation, AssertionValues::in).run(request, new HopTimes());
    return new Built(result.succeeded() ? Optional.of(executable) : Optional.empty(), result.diagnostics());
  }

  static String moduleName(Path file) {
    return file.getFileName().toString().replaceFirst("\\.[a-z]+$", "");
  }
}
