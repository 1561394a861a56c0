package io.codonj.core.driver;

import io.codonj.core.plugin.PluginChoice;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// The choices that shape the code that is made.
///
/// @param debug no optimization, full debug information, checked overflow
/// @param numerics whose rules division, remainder and domain errors follow
/// @param overflow what `int` does past 64 bits
/// @param fastMath floating-point operations may be reordered
/// @param cpu name of a processor, or `native` for this machine's
/// @param defines constants given with `-D`, seen by compile-time conditions
/// @param libraries names given with `-l`
/// @param linkerFlags arguments that the linker gets as they are
/// @param disabledPasses ids of passes that are left out
/// @param verifyIr verify the IR after each pass
/// @param modulePath directories that are searched for modules after the program's own
/// @param plugins which plugins are in force, and which are not to be used
public record BuildOptions(
    boolean debug,
    Numerics numerics,
    Overflow overflow,
    boolean fastMath,
    String cpu,
    SequencedMap<String, String> defines,
    List<String> libraries,
    List<String> linkerFlags,
    List<String> disabledPasses,
    boolean verifyIr,
    List<Path> modulePath,
    PluginChoice plugins) {

  /// Whose arithmetic rules hold.
  public enum Numerics {
    PYTHON,
    C
  }

  /// What happens when an `int` operation leaves 64 bits.
  public enum Overflow {
    WRAP,
    CHECK
  }

  public static final String HOST_CPU = "native";

  public static final BuildOptions RELEASE =
      new BuildOptions(
          false, Numerics.PYTHON, Overflow.WRAP, false, HOST_CPU, new LinkedHashMap<>(), List.of(), List.of(), List.of(),
          false, List.of(), PluginChoice.DEFAULT);

  public static final BuildOptions DEBUG =
      new BuildOptions(
          true, Numerics.PYTHON, Overflow.CHECK, false, HOST_CPU, new LinkedHashMap<>(), List.of(), List.of(), List.of(),
          false, List.of(), PluginChoice.DEFAULT);

  public BuildOptions {
    defines = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(defines));
    libraries = List.copyOf(libraries);
    linkerFlags = List.copyOf(linkerFlags);
    disabledPasses = List.copyOf(disabledPasses);
    modulePath = List.copyOf(modulePath);
  }

  public BuildOptions withModulePath(List<Path> directories) {
    return new BuildOptions(
        debug, numerics, overflow, fastMath, cpu, defines, libraries, linkerFlags, disabledPasses, verifyIr, directories,
        plugins);
  }

  public BuildOptions withPlugins(PluginChoice choice) {
    return new BuildOptions(
        debug, numerics, overflow, fastMath, cpu, defines, libraries, linkerFlags, disabledPasses, verifyIr, modulePath,
        choice);
  }
}
