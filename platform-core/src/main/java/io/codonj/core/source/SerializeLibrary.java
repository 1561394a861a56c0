package io.codonj.core.source;

import io.codonj.api.source.SourceFile;
import io.codonj.core.syntax.ParseResult;
import io.codonj.core.syntax.Parser;
import io.codonj.core.syntax.SyntaxOptions;
import io.codonj.core.syntax.binary.AstWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Run by the build: copies the library's sources into an installation and writes each one's syntax tree beside it.
///
/// ```
/// math.codon  ->  stdlib/math.codon, stdlib/math.ast
/// ```
public final class SerializeLibrary {
  private SerializeLibrary() {}

  /// Arguments: the directory of sources, the directory to fill.
  public static void main(String[] arguments) throws IOException {
    Path sources = Path.of(arguments[0]);
    Path target = Path.of(arguments[1]);
    clear(target);
    for (Path source : sourcesIn(sources)) {
      Path relative = sources.relativize(source);
      Path copy = target.resolve(relative);
      Files.createDirectories(copy.getParent());
      Files.copy(source, copy, StandardCopyOption.REPLACE_EXISTING);
      var file = new SourceFile(LibraryModules.DISPLAYED_ROOT + relative, Files.readString(source));
      var module = LibraryModules.parse(file, moduleName(relative));
      Path tree = copy.resolveSibling(LibraryModules.stem(copy) + LibraryModules.TREE_SUFFIX);
      Files.write(tree, AstWriter.write(module));
    }
  }

  /// Writes the trees of sources that have none, or an older one, beside them. Sources that cannot be parsed are left to
  /// those who import them.
  public static void addTrees(Path library) throws IOException {
    if (!Files.isDirectory(library)) {
      return;
    }
    for (Path source : sourcesIn(library)) {
      Path tree = source.resolveSibling(LibraryModules.stem(source) + LibraryModules.TREE_SUFFIX);
      boolean isFresh = Files.exists(tree)
          && Files.getLastModifiedTime(tree).compareTo(Files.getLastModifiedTime(source)) >= 0;
      if (!isFresh) {
        Path relative = library.relativize(source);
        var file = new SourceFile(LibraryModules.DISPLAYED_ROOT + relative, Files.readString(source));
        ParseResult parsed = Parser.parse(file, moduleName(relative), SyntaxOptions.DEFAULT);
        if (parsed.succeeded()) {
          Files.write(tree, AstWriter.write(parsed.module()));
        }
      }
    }
  }

  /// Whether a file is one of those trees.
  public static boolean isTree(String path) {
    return path.endsWith(LibraryModules.TREE_SUFFIX);
  }

  /// Removes what an earlier run wrote, so that no module outlives its source.
  private static void clear(Path target) throws IOException {
    if (!Files.exists(target)) {
      return;
    }
    try (Stream<Path> files = Files.walk(target)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private static List<Path> sourcesIn(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(file -> file.toString().endsWith(LibraryModules.SUFFIX)).sorted().toList();
    }
  }

  private static String moduleName(Path relative) {
    String dotted = relative.toString().replace('/', '.');
    String name = dotted.substring(0, dotted.length() - LibraryModules.SUFFIX.length());
    return name.endsWith(".__init__") ? name.substring(0, name.length() - ".__init__".length()) : name;
  }
}
