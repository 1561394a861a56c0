package io.codonj.core.backend.llvm;

import static org.assertj.core.api.Assertions.assertThat;

import io.codonj.api.ir.IrModule;
import io.codonj.core.backend.link.LinkRequest;
import io.codonj.core.backend.link.Linker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Compiles, links and runs IR against the installation that the build laid out.
final class Programs {
  /// What a program wrote to standard output and error, and its exit status.
  record Outcome(String output, int status) {}

  private static final Path HOME = Path.of(System.getProperty("codonj.home"));
  static final Path NATIVE = HOME.resolve("lib/native");
  static final Path RUNTIME = HOME.resolve("lib/runtime");

  private Programs() {}

  static BackendOptions release() {
    return BackendOptions.release(NATIVE, RUNTIME.resolve("runtime.bc"));
  }

  static BackendOptions debug() {
    return BackendOptions.debug(NATIVE, RUNTIME.resolve("runtime.bc"));
  }

  /// Runs the program as release and as debug build; both must do the same.
  static Outcome run(IrModule module) {
    Outcome fast = run(module, release());
    assertThat(run(module, debug())).as("debug build").isEqualTo(fast);
    return fast;
  }

  static Outcome run(IrModule module, BackendOptions options) {
    try {
      Path program = Files.createTempFile("codonj-test", "");
      try {
        build(module, options, program);
        Process process = new ProcessBuilder(program.toString()).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(output, process.waitFor());
      } finally {
        Files.deleteIfExists(program);
      }
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    } catch (InterruptedException problem) {
      throw new IllegalStateException(problem);
    }
  }

  static BackendResult build(IrModule module, BackendOptions options, Path program) {
    BackendResult result = LlvmBackend.compile(module, options);
    assertThat(result.diagnostics()).isEmpty();
    var request = LinkRequest.executable(NATIVE.resolve("ld.lld"), RUNTIME, program);
    assertThat(Linker.link(result.output().orElseThrow(), request)).isEmpty();
    return result;
  }

  /// The LLVM text of a module as emitted.
  static String text(IrModule module, BackendOptions options) {
    return LlvmBackend.compile(module, options.withOutput(Output.UNOPTIMIZED_LLVM_TEXT)).text();
  }

  /// The LLVM text after optimization.
  static String optimized(IrModule module) {
    return LlvmBackend.compile(module, release().withOutput(Output.LLVM_TEXT)).text();
  }
}
