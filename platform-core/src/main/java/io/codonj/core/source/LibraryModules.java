package io.codonj.core.source;

import io.codonj.api.ast.Module;
import io.codonj.api.source.SourceFile;
import io.codonj.core.syntax.ParseResult;
import io.codonj.core.syntax.Parser;
import io.codonj.core.syntax.SyntaxOptions;
import io.codonj.core.syntax.binary.AstReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The standard library of an installation. A tree comes from the serialized form beside the source when there is one,
/// as in every packaged installation, and is parsed otherwise.
final class LibraryModules {
  /// How places in the library are shown; no user's file has such a path.
  static final String DISPLAYED_ROOT = "<codonj>/";

  static final String SUFFIX = ".codon";
  static final String TREE_SUFFIX = ".ast";
  private static final String BUILTINS = "builtins";

  private final Path root;
  private final String displayedRoot;
  private final ModuleParser parser;

  LibraryModules(Path root) {
    this(root, DISPLAYED_ROOT, LibraryModules::parse);
  }

  /// The library of a plugin.
  ///
  /// @param parser for sources whose trees are not stored, as happens when they have errors
  static LibraryModules of(PluginLibrary library, ModuleParser parser) {
    return new LibraryModules(library.root(), DISPLAYED_ROOT + "plugins/" + library.id() + "/", parser);
  }

  private LibraryModules(Path root, String displayedRoot, ModuleParser parser) {
    this.root = root;
    this.displayedRoot = displayedRoot;
    this.parser = parser;
  }

  Optional<Module> find(String dottedName) {
    return locate(dottedName).map(path -> load(path, dottedName));
  }

  boolean isPackage(String dottedName) {
    return locate(dottedName).filter(path -> path.endsWith("__init__" + SUFFIX)).isPresent();
  }

  List<Module> builtins() {
    Path directory = root.resolve(BUILTINS);
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(file -> file.toString().endsWith(SUFFIX))
          .sorted()
          .map(file -> load(file, BUILTINS + "." + stem(file)))
          .toList();
    } catch (IOException problem) {
      throw new UncheckedIOException("no standard library in " + root, problem);
    }
  }

  private Optional<Path> locate(String dottedName) {
    String relative = dottedName.replace('.', '/');
    return Stream.of(root.resolve(relative + "/__init__" + SUFFIX), root.resolve(relative + SUFFIX))
        .filter(Files::isRegularFile)
        .findFirst();
  }

  private Module load(Path path, String dottedName) {
    try {
      String displayed = displayedRoot + root.relativize(path);
      var file = new SourceFile(displayed, Files.readString(path));
      Path tree = path.resolveSibling(stem(path) + TREE_SUFFIX);
      Optional<Module> stored = Files.exists(tree) ? AstReader.read(Files.readAllBytes(tree), file) : Optional.empty();
      return stored.orElseGet(() -> parser.parse(file, dottedName));
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  /// Parses a file of the library, which is a mistake in the compiler's own distribution if it cannot be done.
  static Module parse(SourceFile file, String dottedName) {
    ParseResult result = Parser.parse(file, dottedName, SyntaxOptions.DEFAULT);
    if (!result.succeeded()) {
      var first = result.problems().getFirst();
      throw new IllegalStateException(first.span() + ": " + first.message());
    }
    return result.module();
  }

  static String stem(Path path) {
    String name = path.getFileName().toString();
    return name.substring(0, name.lastIndexOf('.'));
  }
}
