package io.codonj.cli;

import io.codonj.cli.plugin.PluginStore;
import io.codonj.cli.plugin.ProjectPlugins;
import io.codonj.cli.project.Project;
import io.codonj.cli.project.ProjectSearch;
import io.codonj.core.plugin.InstalledPlugin;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `codonj plugin update [ID…]`: what the source of a plugin has now.
@Command(
    name = "update",
    description = "Get plugins again from where they were installed from.",
    mixinStandardHelpOptions = true,
    footer = {"", "Inside a project, codonj.lock is written anew.", "", "Examples:", "  codonj plugin update", "  codonj plugin update my-dsl"})
final class PluginUpdateCommand implements Callable<Integer> {
  @Parameters(paramLabel = "ID", arity = "0..*", description = "The plugins (default: all that were installed).")
  List<String> ids = List.of();

  @Override
  public Integer call() throws IOException {
    var store = new PluginStore(Compilers.installation());
    for (InstalledPlugin plugin : store.update(ids.isEmpty() ? store.ids() : ids)) {
      System.out.println("updated " + plugin.id() + " to " + plugin.manifest().version());
    }
    Optional<Project> project = ProjectSearch.above(Path.of(""));
    if (project.isPresent()) {
      new ProjectPlugins(project.get()).lock(store.catalog());
    }
    return 0;
  }
}
