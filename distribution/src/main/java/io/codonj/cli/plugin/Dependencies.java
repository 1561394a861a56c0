package io.codonj.cli.plugin;

import io.codonj.core.plugin.PluginCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds the plugins that new ones need and that are not installed: they lie beside them.
record Dependencies(Staging staging, PluginCatalog installed) {

  /// What is found nowhere is left to the check of the whole, which says so.
  void add(List<PluginSource> sources) throws IOException {
    List<Path> places = sources.stream().map(Dependencies::place).flatMap(Optional::stream).distinct().toList();
    boolean added = true;
    while (added) {
      added = false;
      for (StagedPlugin staged : staging.plugins()) {
        for (String id : staged.plugin().manifest().dependencyIds().toList()) {
          Optional<PluginSource> source = isThere(id) ? Optional.empty() : beside(places, id);
          if (source.isPresent()) {
            staging.add(source.get());
            added = true;
          }
        }
      }
    }
  }

  private boolean isThere(String id) {
    return staging.holds(id) || installed.find(id).isPresent();
  }

  private static Optional<Path> place(PluginSource source) {
    return switch (source) {
      case PluginSource.Folder folder -> Optional.ofNullable(folder.path().toAbsolutePath().normalize().getParent());
      case PluginSource.Coordinates _ -> Optional.empty();
      case PluginSource.Archive archive -> Optional.ofNullable(archive.path().toAbsolutePath().normalize().getParent());
    };
  }

  private static Optional<PluginSource> beside(List<Path> places, String id) {
    return places.stream().flatMap(place -> Stream.of(place.resolve(id), place.resolve(id + ".zip")))
        .filter(each -> Files.isRegularFile(each) || Files.exists(each.resolve("plugin.properties")))
        .map(each -> PluginSource.of(each.toString())).findFirst();
  }
}
