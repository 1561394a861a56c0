package io.codonj.core.plugin;

import io.codonj.api.plugin.CodonjPlugin;
import io.codonj.api.plugin.CommandExtension;
import io.codonj.core.plugin.Contributions.Kind;
import java.util.Optional;

/// What plugins give to the command line.
public final class PluginAccess {
  private final PluginCatalog catalog;

  public PluginAccess(PluginCatalog catalog) {
    this.catalog = catalog;
  }

  /// The page about an error code of a plugin.
  public Optional<String> page(String code) {
    return load(Kind.CODE, code).flatMap(plugin -> plugin.diagnostics().stream()
        .filter(each -> each.codes().stream().anyMatch(known -> known.code().equals(code)))
        .findFirst().flatMap(each -> each.page(code)));
  }

  /// The subcommand of this name.
  public Optional<CommandExtension> command(String name) {
    return load(Kind.COMMAND, name)
        .flatMap(plugin -> plugin.commands().stream().filter(each -> each.name().equals(name)).findFirst());
  }

  private Optional<CodonjPlugin> load(Kind kind, String name) {
    return catalog.contributor(kind, name).map(plugin -> PluginLoader.load(plugin.folder(), plugin.manifest()));
  }
}
