package io.codonj.maven;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.aether.RepositoryException;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession.CloseableSession;
import org.eclipse.aether.RepositorySystemSession.SessionBuilder;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.graph.DependencyNode;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.repository.RepositoryPolicy;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.VersionRangeRequest;
import org.eclipse.aether.resolution.VersionRangeResult;
import org.eclipse.aether.supplier.RepositorySystemSupplier;
import org.eclipse.aether.supplier.SessionBuilderSupplier;

/// Downloads a plugin, a zip, and the zips that it depends on. Maven's resolver verifies the checksums of what it gets.
///
/// It is called through types of Java alone, since its caller knows no others. In: `group`, `artifact`, `version` (or a
/// range, of which the newest is taken), `settings`, a file. Out: `group:artifact:version` and the file in turns, the plugin
/// first. An [IllegalArgumentException] says what went wrong.
public final class PluginDownload implements Function<Map<String, String>, List<String>> {
  private static final String ZIP = "zip";
  private static final String SIGNATURE = "zip.sig";

  @Override
  public List<String> apply(Map<String, String> wanted) {
    UserSettings settings = UserSettings.read(Path.of(wanted.get("settings")));
    try (RepositorySystem system = new RepositorySystemSupplier().get()) {
      SessionBuilder builder = new SessionBuilderSupplier(system).get()
          .withLocalRepositoryBaseDirectories(settings.localRepository())
          .setChecksumPolicy(RepositoryPolicy.CHECKSUM_POLICY_FAIL)
          .setSystemProperties(System.getProperties());
      settings.configure(builder);
      try (CloseableSession session = builder.build()) {
        var download = new Session(system, session, settings.repositories(system, session));
        return download.all(wanted.get("group"), wanted.get("artifact"), wanted.get("version"));
      }
    } catch (RepositoryException problem) {
      throw new IllegalArgumentException(problem.getMessage(), problem);
    }
  }

  private record Session(RepositorySystem system, CloseableSession session, List<RemoteRepository> repositories) {

    List<String> all(String group, String name, String range) throws RepositoryException {
      Artifact plugin = newest(new DefaultArtifact(group, name, ZIP, range));
      var result = new ArrayList<String>();
      add(plugin, result);
      var root = new CollectRequest(new Dependency(plugin, "runtime"), repositories);
      addDependencies(system.collectDependencies(session, root).getRoot(), result);
      return result;
    }

    /// The graph has been made a tree, without what loses against another version.
    private void addDependencies(DependencyNode node, List<String> result) throws RepositoryException {
      for (DependencyNode each : node.getChildren()) {
        if (each.getArtifact().getExtension().equals(ZIP) && !each.getDependency().isOptional()) {
          add(each.getArtifact(), result);
          addDependencies(each, result);
        }
      }
    }

    private Artifact newest(Artifact range) throws RepositoryException {
      VersionRangeResult versions = system.resolveVersionRange(session, new VersionRangeRequest(range, repositories, null));
      if (versions.getHighestVersion() == null) {
        throw new IllegalArgumentException("no version of " + range.getGroupId() + ":" + range.getArtifactId() + " is in "
            + range.getVersion());
      }
      return range.setVersion(versions.getHighestVersion().toString());
    }

    private void add(Artifact artifact, List<String> result) throws RepositoryException {
      Path file = resolve(artifact);
      Path signature = file.resolveSibling(file.getFileName() + ".sig");
      if (!Files.exists(signature)) {
        try {
          resolve(new DefaultArtifact(artifact.getGroupId(), artifact.getArtifactId(), SIGNATURE, artifact.getVersion()));
        } catch (ArtifactResolutionException _) {
          // It is not signed; whoever demands that it is will say so.
        }
      }
      result.add(artifact.getGroupId() + ":" + artifact.getArtifactId() + ":" + artifact.getVersion());
      result.add(file.toString());
    }

    private Path resolve(Artifact artifact) throws RepositoryException {
      return system.resolveArtifact(session, new ArtifactRequest(artifact, repositories, null)).getArtifact().getPath();
    }
  }
}
