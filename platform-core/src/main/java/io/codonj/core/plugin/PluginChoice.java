package io.codonj.core.plugin;

import io.codonj.core.source.Installation;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// What a command line or project says about plugins.
///
/// @param inForce ids of plugins whose syntax is in force in all files of the program
/// @param disabled ids of plugins that are not to be used
/// @param none no plugin is to be used
/// @param path further folders of plugins, which come first
public record PluginChoice(List<String> inForce, Set<String> disabled, boolean none, List<Path> path) {
  public static final PluginChoice DEFAULT = new PluginChoice(List.of(), Set.of(), false, List.of());

  public PluginChoice {
    inForce = List.copyOf(inForce);
    disabled = new TreeSet<>(disabled);
    path = List.copyOf(path);
  }

  public PluginCatalog catalog(Installation installation) {
    if (none) {
      return PluginCatalog.none();
    }
    return new PluginCatalog(Stream.concat(path.stream(), PluginFolders.of(installation).stream()).toList(), disabled);
  }
}
