package io.codonj.cli;

import io.codonj.cli.render.JsonText;
import io.codonj.core.plugin.InstalledPlugin;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `codonj plugin info ID`: all that is known of a plugin.
@Command(
    name = "info",
    description = "Show what a plugin is and what it contributes.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example:", "  codonj plugin info seq"})
final class PluginInfoCommand implements Callable<Integer> {
  @Option(names = "--json", description = "Print JSON.")
  boolean json;

  @Parameters(paramLabel = "ID", description = "The plugin, as after --plugin.")
  String id = "";

  @Override
  public Integer call() {
    Optional<InstalledPlugin> plugin = Compilers.plugins().find(id);
    if (plugin.isEmpty()) {
      System.err.println("codonj plugin info: no plugin named '" + id + "' is installed");
      return 1;
    }
    System.out.print(json ? JsonText.of(PluginDescription.data(plugin.get())) + "\n" : PluginDescription.text(plugin.get()));
    return 0;
  }
}
