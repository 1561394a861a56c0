package io.codonj.cli;

import io.codonj.core.driver.BuildOptions;
import io.codonj.core.driver.BuildOptions.Numerics;
import io.codonj.core.driver.BuildOptions.Overflow;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The flags that shape compiled code, in Codon's spelling and in GNU's. Shared by `run`, `build` and `check`.
final class CompilerFlags {
  @Option(names = {"-release", "--release"}, description = "Optimize fully for speed (the default).")
  boolean release;

  @Option(names = {"-debug", "--debug"}, description = "No optimization, full debug information, checked int overflow.")
  boolean debug;

  @Option(
      names = {"-numerics", "--numerics"},
      paramLabel = "py|c",
      description = "Rules of division and remainder: Python's (default) or C's.")
  @Nullable NumericsName numerics;

  @Option(
      names = {"-overflow", "--overflow"},
      paramLabel = "wrap|check",
      description = "What int does past 64 bits (default: wrap, in -debug builds check).")
  @Nullable OverflowName overflow;

  @Option(names = {"-fast-math", "--fast-math"}, description = "Allow floating-point operations to be reordered.")
  boolean fastMath;

  @Option(
      names = {"-march", "--march"},
      paramLabel = "CPU",
      defaultValue = BuildOptions.HOST_CPU,
      description = "Processor to compile for, such as x86-64-v3 (default: this machine's).")
  String cpu = BuildOptions.HOST_CPU;

  @Option(names = {"-D", "--define"}, paramLabel = "NAME=VALUE", description = "Define a compile-time constant.")
  Map<String, String> defines = new LinkedHashMap<>();

  @Option(names = {"-l", "--library"}, paramLabel = "NAME", description = "Link with a library.")
  List<String> libraries = List.of();

  @Option(
      names = {"-linker-flags", "--linker-flags"},
      paramLabel = "FLAGS",
      description = "Arguments for the linker, separated by spaces.")
  @Nullable String linkerFlags;

  @Option(
      names = {"-disable-opt", "--disable-opt"},
      paramLabel = "PASS",
      split = ",",
      description = "Leave out an optimization pass.")
  List<String> disabledPasses = List.of();

  @Option(names = "--verify-ir", description = "Verify the IR after each pass.")
  boolean verifyIr;

  @Option(names = {"-disable-exceptions", "--disable-exceptions"}, hidden = true)
  boolean disableExceptions;

  @Option(names = {"-plugin", "--plugin"}, paramLabel = "ID", hidden = true)
  List<String> plugins = List.of();

  /// What the flags ask for.
  BuildOptions options() {
    refuse(release && debug, "-release and -debug exclude each other");
    refuse(disableExceptions, "-disable-exceptions is not supported: exceptions cost nothing until one is raised");
    refuse(!plugins.isEmpty(), "-plugin: no plugin named '%s' is installed".formatted(String.join(",", plugins)));
    Overflow whenTooLarge = debug ? Overflow.CHECK : Overflow.WRAP;
    return new BuildOptions(
        debug,
        numerics == NumericsName.c ? Numerics.C : Numerics.PYTHON,
        overflow == null ? whenTooLarge : overflow.meaning,
        fastMath,
        cpu,
        new LinkedHashMap<>(defines),
        libraries,
        linkerFlags == null ? List.of() : List.of(linkerFlags.strip().split("\\s+")),
        disabledPasses,
        verifyIr,
        modulePath());
  }

  private static List<Path> modulePath() {
    String path = System.getenv("CODONJ_PATH");
    return path == null || path.isEmpty()
        ? List.of()
        : Arrays.stream(path.split(File.pathSeparator)).filter(each -> !each.isEmpty()).map(Path::of).toList();
  }

  private static void refuse(boolean when, String message) {
    if (when) {
      throw new UsageError(message);
    }
  }

  /// The words of `-numerics`.
  enum NumericsName {
    py,
    c
  }

  /// The words of `-overflow`.
  enum OverflowName {
    wrap(Overflow.WRAP),
    check(Overflow.CHECK);

    private final Overflow meaning;

    OverflowName(Overflow meaning) {
      this.meaning = meaning;
    }
  }
}
