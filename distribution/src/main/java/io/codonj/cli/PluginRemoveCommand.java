package io.codonj.cli;

import io.codonj.cli.plugin.PluginStore;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `codonj plugin remove ID…`
@Command(
    name = "remove",
    description = "Remove plugins of this user.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example:", "  codonj plugin remove my-dsl"})
final class PluginRemoveCommand implements Callable<Integer> {
  @Parameters(paramLabel = "ID", arity = "1..*", description = "The plugins, as after --plugin.")
  List<String> ids = List.of();

  @Override
  public Integer call() throws IOException {
    new PluginStore(Compilers.installation()).remove(ids);
    ids.forEach(id -> System.out.println("removed " + id));
    return 0;
  }
}
