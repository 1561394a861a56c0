package io.codonj.cli.plugin;

import io.codonj.cli.project.PluginLock;
import io.codonj.cli.project.Project;
import io.codonj.cli.project.ProjectError;
import io.codonj.core.plugin.InstalledPlugin;
import io.codonj.core.plugin.PluginCatalog;
import io.codonj.core.plugin.PluginProblem;
import io.codonj.core.plugin.Versions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// The plugins that a project names, in the versions that its `codonj.toml` and `codonj.lock` ask for.
public record ProjectPlugins(Project project) {

  /// Demands that installed plugins are those that the project asks for. Missing ones are left to the compiler, which can
  /// say where they are needed.
  ///
  /// @param catalog is asked for only when the project says more than names
  /// @throws ProjectError about the first that is another one
  public void check(Supplier<PluginCatalog> catalog) throws IOException {
    PluginLock lock = PluginLock.of(project);
    boolean anyWillDo = project.plugins().values().stream().allMatch("*"::equals);
    if (project.plugins().isEmpty() || anyWillDo && !lock.exists()) {
      return;
    }
    for (String id : project.plugins().keySet()) {
      Optional<InstalledPlugin> installed = catalog.get().find(id);
      if (installed.isPresent()) {
        checkVersion(installed.get());
        checkLock(lock, installed.get());
      }
    }
  }

  private void checkVersion(InstalledPlugin installed) {
    String range = project.plugins().get(installed.id());
    String version = installed.manifest().version();
    if (!fits(version, range)) {
      throw new ProjectError(project.file(), "the plugin '" + installed.id() + "' is wanted in version " + range + "; "
          + version + " is installed");
    }
  }

  private boolean fits(String version, String range) {
    try {
      return Versions.fit(version, range);
    } catch (PluginProblem problem) {
      throw new ProjectError(project.file(), problem.getMessage());
    }
  }

  private static void checkLock(PluginLock lock, InstalledPlugin installed) throws IOException {
    PluginLock.Entry entry = lock.entries().get(installed.id());
    if (entry == null) {
      return;
    }
    String version = installed.manifest().version();
    boolean isOther = !entry.version().equals(version);
    if (isOther || !entry.contents().equals(contents(installed))) {
      throw new ProjectError(lock.file(), "the plugin '" + installed.id() + "' is locked to version " + entry.version() + ", "
          + (isOther ? version : "and another one of that version") + " is installed: 'codonj plugin install' gets the locked"
          + " one, 'codonj plugin update' locks this one");
    }
  }

  /// What `codonj plugin install` without arguments has to get.
  ///
  /// @throws InstallError when the lock does not say where a plugin can be had
  public List<PluginSource> missing(PluginCatalog catalog) throws IOException {
    PluginLock lock = PluginLock.of(project);
    var sources = new ArrayList<PluginSource>();
    for (String id : project.plugins().keySet()) {
      Optional<InstalledPlugin> installed = catalog.find(id);
      PluginLock.Entry entry = lock.entries().get(id);
      boolean isThere = installed.isPresent()
          && (entry == null || entry.contents().equals(contents(installed.get())))
          && fits(installed.get().manifest().version(), project.plugins().get(id));
      if (!isThere && (entry == null || entry.source().isEmpty())) {
        throw new InstallError("the plugin '" + id + "' is not installed, and " + PluginLock.FILE_NAME
            + " does not say where it can be had: codonj plugin install FILE");
      }
      if (!isThere) {
        sources.add(PluginSource.of(entry.source(), project.directory()));
      }
    }
    return sources;
  }

  /// What the plugins of the lock must consist of, by id.
  public Map<String, String> lockedContents() {
    var contents = new LinkedHashMap<String, String>();
    PluginLock.of(project).entries().forEach((id, entry) -> contents.put(id, entry.contents()));
    return contents;
  }

  /// Writes the lock after what is installed.
  public void lock(PluginCatalog catalog) throws IOException {
    var entries = new LinkedHashMap<String, PluginLock.Entry>();
    for (String id : project.plugins().keySet()) {
      Optional<InstalledPlugin> installed = catalog.find(id);
      if (installed.isPresent()) {
        checkVersion(installed.get());
        String source = Receipt.of(installed.get().folder()).map(Receipt::source).orElse("");
        entries.put(id, new PluginLock.Entry(installed.get().manifest().version(), shown(source), contents(installed.get())));
      }
    }
    PluginLock lock = PluginLock.of(project).withEntries(entries);
    if (lock.exists() || !entries.isEmpty()) {
      lock.write();
    }
  }

  private String shown(String source) {
    Path path = Path.of(source);
    return path.isAbsolute() && path.startsWith(project.directory()) ? project.directory().relativize(path).toString() : source;
  }

  private static String contents(InstalledPlugin plugin) throws IOException {
    Optional<Receipt> receipt = Receipt.of(plugin.folder());
    return receipt.isPresent() ? receipt.get().contents() : Checksums.ofAll(Checksums.ofPlugin(plugin.folder()));
  }
}
