package io.codonj.core.plugin;

import io.codonj.core.plugin.Contributions.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the plugins of this project contribute, whether or not they are installed: for messages that name the plugin
/// that a program misses.
public final class KnownPlugins {
  private static final Map<String, Map<Kind, List<String>>> PLUGINS = Map.of(
      "seq", Map.of(
          Kind.FILE_SUFFIX, List.of(".seq"), Kind.PREFIX, List.of("s", "k"), Kind.MODULE, List.of("bio"),
          Kind.DECORATOR, List.of("prefetch")),
      "numpy", Map.of(Kind.MODULE, List.of("numpy")),
      "openmp", Map.of(Kind.REGION, List.of("par"), Kind.MODULE, List.of("openmp")),
      "gpu", Map.of(Kind.DECORATOR, List.of("gpu.kernel", "kernel"), Kind.MODULE, List.of("gpu")),
      "mpc", Map.of(Kind.DECORATOR, List.of("sequre"), Kind.MODULE, List.of("sequre")),
      "cola", Map.of(Kind.MODULE, List.of("cola")),
      "python", Map.of(Kind.DECORATOR, List.of("jit"), Kind.MODULE, List.of("python")));

  private KnownPlugins() {}

  /// The id of the plugin that adds this.
  static Optional<String> contributor(Kind kind, String name) {
    return PLUGINS.keySet().stream().sorted()
        .filter(id -> PLUGINS.get(id).getOrDefault(kind, List.of()).contains(name)).findFirst();
  }

  static String howToInstall(String id) {
    return PLUGINS.containsKey(id)
        ? "'codonj plugin install " + id + "' installs it"
        : "'codonj plugin list' shows those that are";
  }
}
