package io.codonj.cli;

import io.codonj.cli.plugin.ProjectPlugins;
import io.codonj.cli.project.Project;
import io.codonj.core.driver.BuildOptions;
import io.codonj.core.driver.BuildOptions.Numerics;
import io.codonj.core.driver.BuildOptions.Overflow;
import io.codonj.core.plugin.PluginChoice;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

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

  @Option(
      names = {"-plugin", "--plugin"},
      paramLabel = "ID",
      split = ",",
      description = "Put the syntax of a plugin in force.")
  List<String> plugins = List.of();

  @Option(
      names = {"-disable-plugin", "--disable-plugin"},
      paramLabel = "ID",
      split = ",",
      description = "Do as if a plugin were not installed.")
  List<String> disabledPlugins = List.of();

  @Option(names = "--plugin-path", paramLabel = "FOLDER", description = "A plugin, or a folder of some, that comes before all others.")
  List<Path> pluginPath = List.of();

  @Option(names = {"-no-plugins", "--no-plugins"}, description = "Do as if no plugin were installed.")
  boolean noPlugins;

  @Option(
      names = {"-profile", "--profile"},
      paramLabel = "NAME",
      description = "Flags of codonj.toml to build with (default: release or debug).")
  @Nullable String profile;

  /// What the flags ask for, together with those of the project.
  BuildOptions options(Optional<Project> project) {
    String chosen = profile == null ? debug ? "debug" : "release" : profile;
    refuse(profile != null && project.isEmpty(), "--profile: there is no codonj.toml");
    List<Path> sources = project.map(Project::modulePath).orElse(List.of());
    project.ifPresent(each -> plugins = concat(List.copyOf(each.plugins().keySet()), plugins));
    project.map(each -> each.flags(chosen)).filter(flags -> !flags.isEmpty()).ifPresent(this::addUnderneath);
    BuildOptions options = options();
    if (project.isPresent() && !noPlugins) {
      checkPlugins(new ProjectPlugins(project.get()), options.plugins());
    }
    return sources.isEmpty() ? options : options.withModulePath(concat(sources, options.modulePath()));
  }

  private static void checkPlugins(ProjectPlugins plugins, PluginChoice choice) {
    try {
      plugins.check(() -> choice.catalog(Compilers.installation()));
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  /// The flags of a project count where the command line says nothing.
  private void addUnderneath(List<String> flags) {
    var below = new CompilerFlags();
    try {
      new CommandLine(new FlagsOnly(below)).parseArgs(flags.toArray(String[]::new));
    } catch (ParameterException problem) {
      throw new UsageError("flags of codonj.toml: " + problem.getMessage());
    }
    debug |= below.debug && !release;
    release |= below.release && !debug;
    numerics = numerics == null ? below.numerics : numerics;
    overflow = overflow == null ? below.overflow : overflow;
    fastMath |= below.fastMath;
    cpu = cpu.equals(BuildOptions.HOST_CPU) ? below.cpu : cpu;
    below.defines.forEach(defines::putIfAbsent);
    libraries = concat(below.libraries, libraries);
    linkerFlags = below.linkerFlags == null ? linkerFlags : below.linkerFlags + " " + (linkerFlags == null ? "" : linkerFlags);
    disabledPasses = concat(below.disabledPasses, disabledPasses);
    verifyIr |= below.verifyIr;
    plugins = concat(below.plugins, plugins);
    disabledPlugins = concat(below.disabledPlugins, disabledPlugins);
    pluginPath = concat(pluginPath, below.pluginPath);
    noPlugins |= below.noPlugins;
  }

  private static <T> List<T> concat(List<T> first, List<T> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }

  /// A command line of these flags and nothing else.
  @Command
  private static final class FlagsOnly {
    @Mixin CompilerFlags flags;

    FlagsOnly(CompilerFlags flags) {
      this.flags = flags;
    }
  }

  /// What the flags ask for.
  private BuildOptions options() {
    refuse(release && debug, "-release and -debug exclude each other");
    refuse(disableExceptions, "-disable-exceptions is not supported: exceptions cost nothing until one is raised");
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
        modulePath(),
        new PluginChoice(plugins, Set.copyOf(disabledPlugins), noPlugins, pluginPath));
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
