package io.codonj.cli;

import io.codonj.cli.plugin.PluginStore;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `codonj plugin verify [ID…]`: whether plugins are what was installed.
@Command(
    name = "verify",
    description = "Compare plugins with what was installed, and make their indexes anew.",
    mixinStandardHelpOptions = true,
    footer = {"", "Exit status: 1 when something has changed.", "", "Example:", "  codonj plugin verify"})
final class PluginVerifyCommand implements Callable<Integer> {
  @Parameters(paramLabel = "ID", arity = "0..*", description = "The plugins (default: all that were installed).")
  List<String> ids = List.of();

  @Override
  public Integer call() throws IOException {
    var store = new PluginStore(Compilers.installation());
    boolean isRight = true;
    for (String id : ids.isEmpty() ? store.ids() : ids) {
      List<String> problems = store.verify(id);
      problems.forEach(problem -> System.out.println(id + ": " + problem));
      if (problems.isEmpty()) {
        System.out.println(id + ": as installed");
      }
      isRight &= problems.isEmpty();
    }
    return isRight ? 0 : 1;
  }
}
