package io.codonj.cli;

import io.codonj.cli.render.JsonText;
import io.codonj.core.plugin.InstalledPlugin;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `codonj plugin list`: a line for each installed plugin.
@Command(
    name = "list",
    description = "List the installed plugins, and why one cannot be used.",
    mixinStandardHelpOptions = true,
    footer = {"", "Examples:", "  codonj plugin list", "  codonj plugin list --json"})
final class PluginListCommand implements Callable<Integer> {
  @Option(names = "--json", description = "Print JSON, all that is known of each plugin.")
  boolean json;

  @Override
  public Integer call() {
    List<InstalledPlugin> plugins = Compilers.plugins().all();
    if (json) {
      System.out.println(JsonText.of(plugins.stream().map(PluginDescription::data).toList()));
      return 0;
    }
    if (plugins.isEmpty()) {
      System.err.println("no plugins are installed");
    }
    for (InstalledPlugin plugin : plugins) {
      String what = plugin.isUsable() ? plugin.manifest().summary() : "cannot be used: " + plugin.problem();
      System.out.printf("%-12s %-10s %s%n", plugin.id(), plugin.manifest().version(), what);
    }
    return 0;
  }
}
