package io.codonj.core.plugin;

import io.codonj.core.plugin.Contributions.Kind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// All installed plugins. The folders are looked at when it is first asked.
public final class PluginCatalog {
  /// Names that everybody sees, whatever syntax is in force: two plugins cannot both have them.
  private static final List<Kind> GLOBAL = List.of(Kind.MODULE, Kind.COMMAND, Kind.CODE, Kind.FILE_SUFFIX);

  private final List<Path> folders;
  private final Set<String> disabled;
  private @Nullable SequencedMap<String, InstalledPlugin> plugins;

  /// @param folders those that count first in front: a plugin hides another of the same id in a later folder
  /// @param disabled ids of plugins that are treated as if they were not usable
  public PluginCatalog(List<Path> folders, Set<String> disabled) {
    this.folders = List.copyOf(folders);
    this.disabled = Set.copyOf(disabled);
  }

  /// A catalogue without plugins.
  public static PluginCatalog none() {
    return new PluginCatalog(List.of(), Set.of());
  }

  /// In the order of their ids.
  public List<InstalledPlugin> all() {
    return List.copyOf(plugins().values());
  }

  public Optional<InstalledPlugin> find(String id) {
    return Optional.ofNullable(plugins().get(id));
  }

  /// The usable plugin that adds this.
  public Optional<InstalledPlugin> contributor(Kind kind, String name) {
    return usable().filter(each -> each.contributions().of(kind).contains(name)).findFirst();
  }

  /// The usable plugin whose library holds a module or package.
  public Optional<InstalledPlugin> ofModule(String dottedName) {
    return usable()
        .filter(each -> each.contributions().of(Kind.MODULE).stream()
            .anyMatch(module -> dottedName.equals(module) || dottedName.startsWith(module + ".")))
        .findFirst();
  }

  Stream<InstalledPlugin> usable() {
    return plugins().values().stream().filter(InstalledPlugin::isUsable);
  }

  private SequencedMap<String, InstalledPlugin> plugins() {
    if (plugins == null) {
      plugins = read();
    }
    return plugins;
  }

  private SequencedMap<String, InstalledPlugin> read() {
    var found = new TreeMap<String, InstalledPlugin>();
    for (Path folder : folders) {
      for (Path plugin : PluginFolders.pluginsIn(folder)) {
        InstalledPlugin installed = PluginIndex.of(plugin);
        boolean isOff = disabled.contains(installed.id());
        found.putIfAbsent(installed.id(), isOff ? installed.unusable("it is disabled by --disable-plugin") : installed);
      }
    }
    SequencedMap<String, InstalledPlugin> result = new LinkedHashMap<>(found);
    refuseConflicts(result);
    refuseDependents(result);
    return result;
  }

  private static void refuseConflicts(SequencedMap<String, InstalledPlugin> plugins) {
    for (Kind kind : GLOBAL) {
      var owners = new HashMap<String, String>();
      for (InstalledPlugin plugin : List.copyOf(plugins.values())) {
        for (String name : plugin.isUsable() ? plugin.contributions().of(kind) : List.<String>of()) {
          String owner = owners.putIfAbsent(name, plugin.id());
          if (owner != null && plugins.get(plugin.id()).isUsable()) {
            plugins.put(plugin.id(), plugin.unusable("'" + name + "' of its " + kind.title() + " is also of the plugin '"
                + owner + "'; choose one with --disable-plugin"));
          }
        }
      }
    }
  }

  /// Until nothing changes: a plugin needs its dependencies, and theirs.
  private static void refuseDependents(Map<String, InstalledPlugin> plugins) {
    boolean changed = true;
    while (changed) {
      changed = false;
      for (InstalledPlugin plugin : List.copyOf(plugins.values())) {
        String problem = "";
        try {
          problem = plugin.isUsable() ? dependencyProblem(plugin, plugins) : "";
        } catch (PluginProblem wrong) {
          problem = "plugin.dependencies: " + wrong.getMessage();
        }
        if (!problem.isEmpty()) {
          plugins.put(plugin.id(), plugin.unusable(problem));
          changed = true;
        }
      }
    }
  }

  private static String dependencyProblem(InstalledPlugin plugin, Map<String, InstalledPlugin> plugins) {
    for (String dependency : plugin.manifest().dependencyIds().toList()) {
      InstalledPlugin other = plugins.get(dependency);
      if (other == null) {
        return "it needs the plugin '" + dependency + "', which is not installed";
      }
      if (!other.isUsable()) {
        return "it needs the plugin '" + dependency + "': " + other.problem();
      }
      if (!Versions.fit(other.manifest().version(), plugin.manifest().versionsOf(dependency))) {
        return "it needs version " + plugin.manifest().versionsOf(dependency) + " of the plugin '" + dependency
            + "'; this is " + other.manifest().version();
      }
      if (reaches(other, plugin.id(), plugins, new HashSet<>())) {
        return "it and the plugin '" + dependency + "' need each other";
      }
    }
    return "";
  }

  private static boolean reaches(
      InstalledPlugin from, String id, Map<String, InstalledPlugin> plugins, Set<String> seen) {
    return from.manifest().dependencyIds().anyMatch(each -> each.equals(id)
        || seen.add(each) && plugins.get(each) != null && reaches(plugins.get(each), id, plugins, seen));
  }

  /// A plugin after all that it needs.
  List<InstalledPlugin> withDependencies(InstalledPlugin plugin) {
    var result = new ArrayList<InstalledPlugin>();
    plugin.manifest().dependencyIds().forEach(id -> result.addAll(withDependencies(plugins().get(id))));
    result.add(plugin);
    return result;
  }
}
