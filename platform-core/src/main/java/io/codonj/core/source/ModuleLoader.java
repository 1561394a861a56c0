package io.codonj.core.source;

import io.codonj.api.ast.Module;
import io.codonj.api.diagnostic.DiagnosticSink;
import io.codonj.api.source.SourceFile;
import io.codonj.core.resolve.ModuleSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Finds imported modules: first beside the program, then along `CODONJ_PATH`, then in the standard library, then in the
/// libraries of plugins.
///
/// The library itself sees only the library, so a user's `math.py` cannot break `statistics`; and, as in CPython, the
/// few modules that are part of the interpreter cannot be replaced by a file.
public final class ModuleLoader implements ModuleSource {
  private static final Set<String> IRREPLACEABLE = Set.of("builtins", "sys", "time", "itertools", "internal");

  private final LibraryModules library;
  private final UserModules userModules;
  private final SourceReader reader;
  private final ModuleParser parser;
  private final Function<String, Optional<PluginLibrary>> plugins;
  private final String displayedRoot;
  private final Path root;
  private final Map<String, Optional<Module>> ofUser = new HashMap<>();
  private final Map<String, Optional<Module>> ofLibrary = new HashMap<>();
  private @Nullable List<Module> builtins;

  /// @param main the program's file as the user wrote it; imported files are displayed relative to its directory
  /// @param path further directories to search
  /// @param parser for the user's files
  /// @param plugins finds the plugin that brings a module
  public ModuleLoader(
      Installation installation, Path main, List<Path> path, InputRecord inputs, DiagnosticSink sink,
      ModuleParser parser, Function<String, Optional<PluginLibrary>> plugins) {
    this.parser = parser;
    this.plugins = plugins;
    Path parent = main.getParent();
    this.root = parent == null ? Path.of("") : parent;
    this.displayedRoot = parent == null ? "" : parent + "/";
    this.library = new LibraryModules(installation.library());
    var directories = new ArrayList<Path>();
    directories.add(root);
    directories.addAll(path);
    this.userModules = new UserModules(directories, inputs);
    this.reader = new SourceReader(inputs, sink);
  }

  /// Does a displayed path lie in the library, rather than in the program?
  public static boolean isLibraryPath(String path) {
    return path.startsWith(LibraryModules.DISPLAYED_ROOT);
  }

  @Override
  public Optional<Module> find(String dottedName, @Nullable SourceFile importer) {
    boolean byLibrary = importer == null || isLibraryPath(importer.path());
    if (byLibrary || IRREPLACEABLE.contains(firstPart(dottedName))) {
      return ofLibrary(dottedName);
    }
    Optional<Module> found = ofUser(dottedName);
    return found.isPresent() ? found : ofLibrary(dottedName);
  }

  @Override
  public List<Module> builtins() {
    if (builtins == null) {
      builtins = library.builtins();
    }
    return builtins;
  }

  @Override
  public boolean isPackage(String dottedName) {
    return ofUser(dottedName).isPresent()
        ? userModules.locate(dottedName).orElseThrow().isPackage()
        : library.isPackage(dottedName) || ofPlugin(dottedName).filter(each -> each.isPackage(dottedName)).isPresent();
  }

  private Optional<Module> ofLibrary(String dottedName) {
    return memorized(ofLibrary, dottedName, name ->
        library.find(name).or(() -> ofPlugin(name).flatMap(each -> each.find(name))));
  }

  private Optional<LibraryModules> ofPlugin(String dottedName) {
    return plugins.apply(dottedName).map(each -> LibraryModules.of(each, parser));
  }

  private Optional<Module> ofUser(String dottedName) {
    return memorized(ofUser, dottedName, name -> userModules.locate(name).flatMap(found -> load(name, found)));
  }

  private Optional<Module> load(String dottedName, UserModules.Found found) {
    String displayed = displayed(found.path());
    Optional<SourceFile> file =
        found.hasFile() ? reader.read(found.path(), displayed) : Optional.of(new SourceFile(displayed, ""));
    return file.map(text -> parser.parse(text, dottedName));
  }

  private String displayed(Path path) {
    return path.startsWith(root) && !root.toString().isEmpty() ? displayedRoot + root.relativize(path) : path.toString();
  }

  private static Optional<Module> memorized(
      Map<String, Optional<Module>> known,
      String name,
      Function<String, Optional<Module>> find) {
    Optional<Module> before = known.get(name);
    if (before != null) {
      return before;
    }
    Optional<Module> found = find.apply(name);
    known.put(name, found);
    return found;
  }

  private static String firstPart(String dottedName) {
    int dot = dottedName.indexOf('.');
    return dot < 0 ? dottedName : dottedName.substring(0, dot);
  }
}
