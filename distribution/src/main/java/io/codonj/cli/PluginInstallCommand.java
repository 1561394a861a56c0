package io.codonj.cli;

import io.codonj.cli.plugin.Demands;
import io.codonj.cli.plugin.PluginSource;
import io.codonj.cli.plugin.PluginStore;
import io.codonj.cli.plugin.ProjectPlugins;
import io.codonj.cli.project.Project;
import io.codonj.cli.project.ProjectSearch;
import io.codonj.core.plugin.InstalledPlugin;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `codonj plugin install SOURCE…`: all of them or none.
@Command(
    name = "install",
    description = "Install plugins for this user, or those of the project that are missing.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "A file FILE.sha256 beside an archive is compared with it. A plugin whose key lies in",
      "$XDG_CONFIG_HOME/codonj/keys/ID.pub must be signed: FILE.sig, by 'cosign sign-blob' or 'openssl dgst -sign'.",
      "",
      "Examples:",
      "  codonj plugin install my-dsl-1.0.0.zip",
      "  codonj plugin install org.example:my-dsl:1.0.0      from Maven repositories; '[1,2)' is a range",
      "  codonj plugin install --key author.pub my-dsl-1.0.0.zip",
      "  codonj plugin install                    those that codonj.toml names and codonj.lock describes"
    })
final class PluginInstallCommand implements Callable<Integer> {
  @Option(names = "--sha256", paramLabel = "HEX", description = "The checksum that the archive must have.")
  @Nullable String checksum;

  @Option(names = "--key", paramLabel = "FILE", description = "The public key (PEM) that the archive must be signed with.")
  @Nullable Path key;

  @Option(names = "--signature", paramLabel = "FILE", description = "Where its signature is (default: FILE.sig beside it).")
  @Nullable Path signature;

  @Option(names = "--settings", paramLabel = "FILE", description = "Maven's settings (default: ~/.m2/settings.xml).")
  @Nullable Path settings;

  @Parameters(paramLabel = "SOURCE", arity = "0..*", description = "A zip or folder of a plugin, or its Maven coordinates.")
  List<String> sources = List.of();

  @Override
  public Integer call() throws IOException {
    var store = new PluginStore(Compilers.installation());
    Optional<ProjectPlugins> project = ProjectSearch.above(Path.of("")).map(ProjectPlugins::new);
    var demands = new Demands(Optional.ofNullable(checksum), Optional.ofNullable(key), Optional.ofNullable(signature), Optional.ofNullable(settings));
    List<InstalledPlugin> installed = sources.isEmpty()
        ? store.install(ofProject(project, store), demands, project.orElseThrow().lockedContents())
        : store.install(sources.stream().map(PluginSource::of).toList(), demands, Map.of());
    for (InstalledPlugin plugin : installed) {
      System.out.println("installed " + plugin.id() + " " + plugin.manifest().version());
    }
    if (project.isPresent()) {
      project.get().lock(store.catalog());
    }
    return 0;
  }

  private static List<PluginSource> ofProject(Optional<ProjectPlugins> project, PluginStore store) throws IOException {
    if (project.isEmpty()) {
      throw new UsageError("a plugin is missing: there is no " + Project.FILE_NAME + " that names some");
    }
    List<PluginSource> missing = project.get().missing(store.catalog());
    if (missing.isEmpty()) {
      System.err.println("all plugins of the project are installed");
    }
    return missing;
  }
}
