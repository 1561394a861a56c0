package io.codonj.cli.plugin;

import io.codonj.core.plugin.InstalledPlugin;
import io.codonj.core.plugin.PluginCatalog;
import io.codonj.core.plugin.PluginFolders;
import io.codonj.core.source.Installation;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;

/// The user's plugins. A change happens as a whole or not at all, and not while another process makes one.
public final class PluginStore {
  private final Installation installation;
  private final Path folder;

  public PluginStore(Installation installation) {
    this(installation, PluginFolders.ofUser());
  }

  PluginStore(Installation installation, Path folder) {
    this.installation = installation;
    this.folder = folder;
  }

  /// All installed plugins, those of the installation and of the user's other folders, too.
  public PluginCatalog catalog() {
    return new PluginCatalog(PluginFolders.of(installation), Set.of());
  }

  /// Installs plugins, in place of those of the same id.
  ///
  /// @param contents checksums of what plugins must consist of, by id
  /// @throws InstallError when one of them cannot be used, or is not what it must be, or takes another one's place
  public List<InstalledPlugin> install(List<PluginSource> sources, Demands demands, Map<String, String> contents)
      throws IOException {
    if (demands.isOfOneArchive() && sources.size() != 1) {
      throw new InstallError("a checksum or signature is of one archive, and " + sources.size() + " are given");
    }
    try (var _ = lock(); var staging = new Staging(folder, demands, demands.repositories(installation))) {
      for (PluginSource source : sources) {
        staging.add(source);
      }
      new Dependencies(staging, catalog()).add(sources);
      for (StagedPlugin staged : staging.plugins()) {
        String found = staged.receipt().contents();
        if (!contents.getOrDefault(staged.plugin().id(), found).equals(found)) {
          throw new InstallError("the plugin '" + staged.plugin().id() + "' of " + staged.receipt().source()
              + " is not the one that the project is locked to");
        }
      }
      refuseHarm(staging);
      return replace(staging);
    }
  }

  /// Removes plugins.
  ///
  /// @throws InstallError when one is not the user's, or another one needs it
  public void remove(List<String> ids) throws IOException {
    try (var _ = lock()) {
      PluginCatalog catalog = catalog();
      for (String id : ids) {
        InstalledPlugin plugin = catalog.find(id).orElseThrow(() -> new InstallError("no plugin named '" + id + "' is installed"));
        if (!isHere(plugin)) {
          throw new InstallError("the plugin '" + id + "' lies in " + plugin.folder().getParent()
              + ", from where it is not removed; --disable-plugin leaves it out");
        }
        for (InstalledPlugin other : catalog.all()) {
          if (other.manifest().dependencyIds().anyMatch(id::equals) && !ids.contains(other.id())) {
            throw new InstallError("the plugin '" + other.id() + "' needs '" + id + "'; remove both");
          }
        }
      }
      for (String id : ids) {
        Path place = catalog.find(id).orElseThrow().folder();
        Path trash = aside(place);
        // Else the folder would come back from it.
        Files.deleteIfExists(place.resolveSibling(place.getFileName() + ".zip"));
        Files.move(place, trash, StandardCopyOption.ATOMIC_MOVE);
        PluginFolders.delete(trash);
      }
    }
  }

  /// Gets plugins again from where they came, signed with the same key if they were signed.
  ///
  /// @return those that are another version, or another build of the same, now
  public List<InstalledPlugin> update(List<String> ids) throws IOException {
    var changed = new ArrayList<InstalledPlugin>();
    for (String id : ids) {
      InstalledPlugin old = catalog().find(id).orElseThrow(() -> new InstallError("no plugin named '" + id + "' is installed"));
      Receipt before = Receipt.of(old.folder()).orElseThrow(() -> new InstallError("it is not known where the plugin '" + id
          + "' came from; 'codonj plugin install' gets another one"));
      PluginSource source = PluginSource.of(before.source()) instanceof PluginSource.Coordinates coordinates
          ? coordinates.newest()
          : PluginSource.of(before.source());
      InstalledPlugin now = installUpdate(id, source, before.key());
      if (!Receipt.of(now.folder()).orElseThrow().files().equals(before.files())) {
        changed.add(now);
      }
    }
    return changed;
  }

  private InstalledPlugin installUpdate(String id, PluginSource source, String key) throws IOException {
    try (var _ = lock(); var staging = new Staging(folder, Demands.NONE, MavenRepositories.ofUser(installation))) {
      staging.add(source);
      new Dependencies(staging, catalog()).add(List.of(source));
      StagedPlugin staged = staging.plugins().getFirst();
      if (!staged.plugin().id().equals(id)) {
        throw new InstallError(source.name() + " is the plugin '" + staged.plugin().id() + "' now, not '" + id + "'");
      }
      if (!key.isEmpty() && !staged.receipt().key().equals(key)) {
        throw new InstallError("the plugin '" + id + "' was signed with a key that is not in "
            + Keyring.ofUser().folder() + "; 'codonj plugin install --key FILE' names it");
      }
      refuseHarm(staging);
      return replace(staging).getFirst();
    }
  }

  /// What is no longer as it was installed, by plugin and file; index and trees are made anew.
  ///
  /// @throws InstallError when a plugin has no receipt
  public List<String> verify(String id) throws IOException {
    InstalledPlugin plugin = catalog().find(id).orElseThrow(() -> new InstallError("no plugin named '" + id + "' is installed"));
    Receipt receipt = Receipt.of(plugin.folder()).orElseThrow(() ->
        new InstallError("the plugin '" + id + "' was not installed with 'codonj plugin install'"));
    SequencedMap<String, String> now = Checksums.ofPlugin(plugin.folder());
    var problems = new ArrayList<String>();
    receipt.files().forEach((path, checksum) -> {
      if (!now.containsKey(path)) {
        problems.add(path + " is missing");
      } else if (!now.get(path).equals(checksum)) {
        problems.add(path + " has been changed");
      }
    });
    now.keySet().stream().filter(path -> !receipt.files().containsKey(path)).map(path -> path + " is new").forEach(problems::add);
    PluginFolders.deleteWhatIsMadeHere(plugin.folder());
    InstalledPlugin anew = InstalledPlugin.at(plugin.folder());
    if (!anew.isUsable()) {
      problems.add(anew.problem());
    }
    return problems;
  }

  /// Ids of the user's plugins that came through `codonj plugin install`.
  public List<String> ids() throws IOException {
    var ids = new ArrayList<String>();
    for (InstalledPlugin plugin : catalog().all()) {
      if (isHere(plugin) && Receipt.of(plugin.folder()).isPresent()) {
        ids.add(plugin.id());
      }
    }
    return ids;
  }

  private boolean isHere(InstalledPlugin plugin) {
    return plugin.folder().getParent().equals(folder);
  }

  /// Compares the catalogue with what it would be.
  private void refuseHarm(Staging staging) {
    List<Path> folders = Stream.concat(Stream.of(staging.folder()), PluginFolders.of(installation).stream()).toList();
    var after = new PluginCatalog(folders, Set.of());
    for (StagedPlugin staged : staging.plugins()) {
      InstalledPlugin plugin = after.find(staged.plugin().id()).orElseThrow();
      if (!plugin.isUsable()) {
        throw new InstallError("the plugin '" + plugin.id() + "' cannot be used: " + plugin.problem());
      }
    }
    for (InstalledPlugin before : catalog().all()) {
      InstalledPlugin then = after.find(before.id()).orElseThrow();
      if (before.isUsable() && !then.isUsable()) {
        throw new InstallError("the plugin '" + then.id() + "' could no longer be used: " + then.problem());
      }
    }
  }

  /// Moves the new plugins to their places; when one cannot be moved, all old ones come back.
  private List<InstalledPlugin> replace(Staging staging) throws IOException {
    Deque<Path[]> undo = new ArrayDeque<>();
    var trash = new ArrayList<Path>();
    try {
      for (StagedPlugin staged : staging.plugins()) {
        Path place = folder.resolve(staged.plugin().id());
        if (Files.exists(place)) {
          Path old = aside(place);
          move(place, old, undo);
          trash.add(old);
        }
        move(staged.plugin().folder(), place, undo);
      }
    } catch (IOException problem) {
      for (Path[] step : undo) {
        Files.move(step[1], step[0], StandardCopyOption.ATOMIC_MOVE);
      }
      throw problem;
    }
    for (Path old : trash) {
      PluginFolders.delete(old);
    }
    return staging.plugins().stream().map(each -> InstalledPlugin.at(folder.resolve(each.plugin().id()))).toList();
  }

  private static void move(Path from, Path to, Deque<Path[]> undo) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    undo.push(new Path[] {from, to});
  }

  /// A name beside a folder of plugins' own that no plugin has.
  private static Path aside(Path place) {
    return place.resolveSibling(".old-" + place.getFileName() + "-" + ProcessHandle.current().pid());
  }

  private FileChannel lock() throws IOException {
    Files.createDirectories(folder);
    FileChannel channel = FileChannel.open(folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    channel.lock();
    return channel;
  }
}
