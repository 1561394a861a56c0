package io.codonj.core.plugin;

import io.codonj.api.diagnostic.Diagnostic;
import io.codonj.api.diagnostic.DiagnosticSink;
import io.codonj.api.pass.IrPass;
import io.codonj.api.source.SourceFile;
import io.codonj.api.source.Span;
import io.codonj.core.plugin.Contributions.Kind;
import io.codonj.core.source.InputRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The plugins of one compilation: those whose syntax is in force in a file, and those whose modules are imported.
public final class PluginSet {
  /// In the first line, or in the second when the first is for the shell.
  private static final Pattern COMMENT = Pattern.compile("\\A(?:#![^\\n]*\\n)?#[ \\t]*codonj:[ \\t]*plugins[ \\t]*=([^\\n]*)");

  private static final Set<String> OWN_SUFFIXES = Set.of(".py", ".codon", "");

  private final PluginCatalog catalog;
  private final List<String> inForce;
  private final InputRecord inputs;
  private final DiagnosticSink sink;

  /// By id; empty for those that could not be loaded, which has been reported.
  private final Map<String, Optional<LoadedPlugin>> used = new LinkedHashMap<>();

  public PluginSet(PluginCatalog catalog, List<String> inForce, InputRecord inputs, DiagnosticSink sink) {
    this.catalog = catalog;
    this.inForce = List.copyOf(inForce);
    this.inputs = inputs;
    this.sink = sink;
  }

  /// A set without plugins, in which none can be found.
  public static PluginSet none() {
    return new PluginSet(PluginCatalog.none(), List.of(), new InputRecord(), _ -> {});
  }

  /// The plugins whose syntax is in force in a file: asked for on the command line or by the project, by the suffix of
  /// its name, or by a comment in its first line. A file that asks for none costs nothing.
  public List<LoadedPlugin> inForce(SourceFile file) {
    var plugins = new LinkedHashMap<String, LoadedPlugin>();
    for (String id : inForce) {
      add(id, Span.NONE, plugins);
    }
    String suffix = suffix(file.path());
    if (!OWN_SUFFIXES.contains(suffix)) {
      addForSuffix(suffix, file, plugins);
    }
    Matcher comment = COMMENT.matcher(file.text());
    if (file.text().startsWith("#") && comment.find()) {
      for (String id : Contributions.split(comment.group(1))) {
        int start = file.text().indexOf(id, comment.start(1));
        add(id, new Span(file, start, start + id.length()), plugins);
      }
    }
    return List.copyOf(plugins.values());
  }

  /// Were all plugins found that files have asked for? Without one, what a file says is not to be understood.
  public boolean isComplete() {
    return used.values().stream().allMatch(Optional::isPresent);
  }

  /// A module of an installed plugin, which counts as used from now on.
  public Optional<InstalledPlugin> ofModule(String dottedName) {
    Optional<InstalledPlugin> plugin = catalog.ofModule(dottedName);
    plugin.ifPresent(each -> use(each, Span.NONE));
    return plugin;
  }

  /// Passes of the plugins that the program uses, each guarded against what its plugin may do wrong.
  public List<IrPass> passes() {
    return loaded()
        .flatMap(plugin -> plugin.entry().passes().stream().map(pass -> (IrPass) new GuardedPass(plugin, pass)))
        .toList();
  }

  /// Where the native parts of the plugins lie that the program uses.
  public List<Path> nativeParts() {
    return loaded().map(each -> each.installed().nativeParts()).filter(Files::isDirectory).toList();
  }

  /// Does a plugin that the program uses run the stages of pipelines that follow `||>`?
  public boolean runParallelPipes() {
    return loaded().anyMatch(each -> each.entry().runsParallelPipes());
  }

  private Stream<LoadedPlugin> loaded() {
    return used.values().stream().flatMap(Optional::stream);
  }

  private void addForSuffix(String suffix, SourceFile file, Map<String, LoadedPlugin> plugins) {
    Optional<InstalledPlugin> owner = catalog.contributor(Kind.FILE_SUFFIX, suffix);
    if (owner.isPresent()) {
      add(owner.get().id(), Span.NONE, plugins);
      return;
    }
    KnownPlugins.contributor(Kind.FILE_SUFFIX, suffix).ifPresent(id -> {
      if (used.putIfAbsent(id, Optional.empty()) == null) {
        sink.report(Diagnostic.of(PluginErrorCode.SUFFIX_WITHOUT_PLUGIN, new Span(file, 0, 0),
            "files named *" + suffix + " are for the plugin '" + id + "', which is not installed")
            .withNote(KnownPlugins.howToInstall(id)));
      }
    });
  }

  private void add(String id, Span from, Map<String, LoadedPlugin> into) {
    Optional<InstalledPlugin> found = catalog.find(id);
    if (found.isEmpty()) {
      if (used.putIfAbsent(id, Optional.empty()) == null) {
        sink.report(Diagnostic.of(PluginErrorCode.NOT_INSTALLED, from, "no plugin named '" + id + "' is installed")
            .withNote(KnownPlugins.howToInstall(id)));
      }
      return;
    }
    use(found.get(), from).ifPresent(plugin -> into.putIfAbsent(id, plugin));
  }

  private Optional<LoadedPlugin> use(InstalledPlugin plugin, Span from) {
    Optional<LoadedPlugin> known = used.get(plugin.id());
    if (known != null) {
      return known;
    }
    if (!plugin.isUsable()) {
      used.put(plugin.id(), Optional.empty());
      sink.report(Diagnostic.of(PluginErrorCode.UNUSABLE, from,
          "the plugin '" + plugin.id() + "' cannot be used: " + plugin.problem()));
      return Optional.empty();
    }
    Optional<LoadedPlugin> result = Optional.empty();
    for (InstalledPlugin each : catalog.withDependencies(plugin)) {
      result = used.computeIfAbsent(each.id(), _ -> load(each, from));
    }
    return result;
  }

  private Optional<LoadedPlugin> load(InstalledPlugin plugin, Span from) {
    record(plugin);
    try {
      return Optional.of(new LoadedPlugin(plugin, PluginLoader.load(plugin.folder(), plugin.manifest())));
    } catch (PluginProblem problem) {
      sink.report(Diagnostic.of(PluginErrorCode.UNUSABLE, from,
          "the plugin '" + plugin.id() + "' cannot be used: " + problem.getMessage()));
      return Optional.empty();
    }
  }

  /// A cached program is good for these files of the plugin.
  private void record(InstalledPlugin plugin) {
    var files = new ArrayList<Path>();
    files.add(plugin.folder().resolve(PluginManifest.FILE));
    try {
      Path jars = plugin.folder().resolve("lib");
      if (Files.isDirectory(jars)) {
        try (Stream<Path> each = Files.list(jars)) {
          each.sorted().forEach(files::add);
        }
      }
      for (Path file : files) {
        inputs.read(file, Files.readAllBytes(file));
      }
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  private static String suffix(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    int dot = name.lastIndexOf('.');
    return dot <= 0 ? "" : name.substring(dot);
  }
}
