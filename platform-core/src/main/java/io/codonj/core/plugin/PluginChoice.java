package io.codonj.core.plugin;

import io.codonj.core.source.Installation;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// What a command line or project says about plugins.
///
/// @param inForce ids of plugins whose syntax is in force in all files of the program
/// @param disabled ids of plugins that are not to be used
/// @param none no plugin is to be used
public record PluginChoice(List<String> inForce, Set<String> disabled, boolean none) {
  public static final PluginChoice DEFAULT = new PluginChoice(List.of(), Set.of(), false);

  public PluginChoice {
    inForce = List.copyOf(inForce);
    disabled = new TreeSet<>(disabled);
  }

  public PluginCatalog catalog(Installation installation) {
    return none ? PluginCatalog.none() : new PluginCatalog(PluginFolders.of(installation), disabled);
  }
}
