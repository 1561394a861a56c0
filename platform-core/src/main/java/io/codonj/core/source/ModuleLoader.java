package io.codonj.core.source;

import io.codonj.api.ast.Module;
import io.codonj.api.diagnostic.DiagnosticSink;
import io.codonj.api.source.SourceFile;
import io.codonj.core.resolve.ModuleSource;
import io.codonj.core.syntax.ParseResult;
import io.codonj.core.syntax.Parser;
import io.codonj.core.syntax.SyntaxOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Finds imported modules: first beside the program, then along `CODONJ_PATH`, then in the standard library.
///
/// The library itself sees only the library, so a user's `math.py` cannot break `statistics`; and, as in CPython, the
/// few modules that are part of the interpreter cannot be replaced by a file.
public final class ModuleLoader implements ModuleSource {
  private static final Set<String> IRREPLACEABLE = Set.of("builtins", "sys", "time", "itertools", "internal");

  private final LibraryModules library;
  private final UserModules userModules;
  private final SourceReader reader;
  private final DiagnosticSink sink;
  private final UnaryOperator<Module> rewrite;
  private final String displayedRoot;
  private final Path root;
  private final Map<String, Optional<Module>> ofUser = new HashMap<>();
  private final Map<String, Optional<Module>> ofLibrary = new HashMap<>();
  private @Nullable List<Module> builtins;

  /// @param main the program's file as the user wrote it; imported files are displayed relative to its directory
  /// @param path further directories to search
  public ModuleLoader(Installation installation, Path main, List<Path> path, InputRecord inputs, DiagnosticSink sink) {
    this(installation, main, path, inputs, sink, UnaryOperator.identity());
  }

  /// @param rewrite applied to the user's modules once they are parsed
  public ModuleLoader(
      Installation installation, Path main, List<Path> path, InputRecord inputs, DiagnosticSink sink,
      UnaryOperator<Module> rewrite) {
    this.rewrite = rewrite;
    Path parent = main.getParent();
    this.root = parent == null ? Path.of("") : parent;
    this.displayedRoot = parent == null ? "" : parent + "/";
    this.library = new LibraryModules(installation.library());
    var directories = new ArrayList<Path>();
    directories.add(root);
    directories.addAll(path);
    this.userModules = new UserModules(directories, inputs);
    this.reader = new SourceReader(inputs, sink);
    this.sink = sink;
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
        : library.isPackage(dottedName);
  }

  private Optional<Module> ofLibrary(String dottedName) {
    return memorized(ofLibrary, dottedName, library::find);
  }

  private Optional<Module> ofUser(String dottedName) {
    return memorized(ofUser, dottedName, name -> userModules.locate(name).flatMap(found -> load(name, found)));
  }

  private Optional<Module> load(String dottedName, UserModules.Found found) {
    String displayed = displayed(found.path());
    Optional<SourceFile> file =
        found.hasFile() ? reader.read(found.path(), displayed) : Optional.of(new SourceFile(displayed, ""));
    return file.map(
        text -> {
          ParseResult result = Parser.parse(text, dottedName, SyntaxOptions.DEFAULT);
          result.problems().forEach(sink::report);
          return result.succeeded() ? rewrite.apply(result.module()) : result.module();
        });
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
