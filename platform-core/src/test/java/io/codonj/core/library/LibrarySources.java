package io.codonj.core.library;

import io.codonj.api.ast.Expr;
import io.codonj.api.ast.Module;
import io.codonj.api.ast.Parameter;
import io.codonj.api.ast.Stmt;
import io.codonj.api.source.SourceFile;
import io.codonj.core.syntax.Parser;
import io.codonj.core.syntax.SyntaxOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The names of the library's modules, read from their sources.
final class LibrarySources {
  private static final String BUILTINS = "builtins";

  private final Path root;
  private final Map<String, List<Module>> modules = new HashMap<>();

  LibrarySources(Path root) {
    this.root = root;
  }

  boolean has(String module) {
    return !files(module).isEmpty();
  }

  /// The parameters of all overloads of a function, nothing but an empty set for a value or class; empty when the module
  /// has no such name. `Counter.update` is a member of a class.
  Optional<Set<String>> find(String module, String name) {
    int dot = name.indexOf('.');
    return dot < 0 ? find(module, name, new HashSet<>())
        : member(module, name.substring(0, dot), name.substring(dot + 1), new HashSet<>());
  }

  private Optional<Set<String>> find(String module, String name, Set<String> seen) {
    if (!seen.add(module + "." + name)) {
      return Optional.empty();
    }
    Set<String> found = null;
    for (Module file : files(module)) {
      for (Stmt statement : file.body()) {
        Optional<Set<String>> here = bound(module, statement, name, seen);
        if (here.isPresent()) {
          found = found == null ? new TreeSet<>() : found;
          found.addAll(here.get());
        }
      }
    }
    return Optional.ofNullable(found);
  }

  /// What a statement says about a name.
  private Optional<Set<String>> bound(String module, Stmt statement, String name, Set<String> seen) {
    return switch (statement) {
      case Stmt.FunctionDef f when f.name().equals(name) -> Optional.of(parameters(f));
      case Stmt.ClassDef c when c.name().equals(name) -> Optional.of(Set.of());
      case Stmt.TypeAlias a when a.name().equals(name) -> Optional.of(Set.of());
      case Stmt.AnnotatedAssign(_, Expr.Name(_, var target), _, _) when target.equals(name) -> Optional.of(Set.of());
      case Stmt.Assign a when a.targets().stream().anyMatch(t -> t instanceof Expr.Name(_, var target)
          && target.equals(name)) -> Optional.of(Set.of());
      case Stmt.ImportFrom i when i.names().getFirst().name().equals("*") -> find(i.module(), name, seen);
      case Stmt.ImportFrom i -> i.names().stream().filter(a -> (a.alias().isEmpty() ? a.name() : a.alias()).equals(name))
          .findFirst().map(a -> has(i.module() + "." + a.name()) ? Set.<String>of()
              : find(i.module(), a.name(), seen).or(() -> find(BUILTINS, a.name(), seen)).orElse(Set.of()));
      default -> Optional.empty();
    };
  }

  /// A member of a class: its own, one that `@extend` adds in the package, or one of a base class.
  private Optional<Set<String>> member(String module, String owner, String name, Set<String> seen) {
    if (!seen.add(module + ":" + owner)) {
      return Optional.empty();
    }
    Set<String> found = null;
    for (Module file : family(module)) {
      for (Stmt statement : file.body()) {
        if (!(statement instanceof Stmt.ClassDef c) || !c.name().equals(owner)) {
          continue;
        }
        for (Stmt inner : c.body()) {
          Optional<Set<String>> here = bound(module, inner, name, seen);
          if (here.isPresent()) {
            found = found == null ? new TreeSet<>() : found;
            found.addAll(here.get());
          }
        }
        for (Expr.Argument base : c.bases()) {
          if (found == null) {
            found = inherited(module, file, simple(base.value()), name, seen).orElse(null);
          }
        }
      }
    }
    return found != null ? Optional.of(found) : elsewhere(module, owner, name, seen);
  }

  private Optional<Set<String>> inherited(String module, Module file, String base, String name, Set<String> seen) {
    return member(module, base, name, seen)
        .or(() -> imported(file, base).flatMap(from -> member(from, base, name, seen)))
        .or(() -> member(BUILTINS, base, name, seen));
  }

  /// The class may be taken from another module.
  private Optional<Set<String>> elsewhere(String module, String owner, String name, Set<String> seen) {
    return files(module).stream().map(file -> imported(file, owner)).flatMap(Optional::stream).findFirst()
        .flatMap(from -> member(from, owner, name, seen));
  }

  private static Optional<String> imported(Module file, String name) {
    return file.body().stream().filter(s -> s instanceof Stmt.ImportFrom i
        && i.names().stream().anyMatch(a -> a.name().equals(name))).map(s -> ((Stmt.ImportFrom) s).module()).findFirst();
  }

  private static String simple(Expr base) {
    return switch (base) {
      case Expr.Name(_, var name) -> name;
      case Expr.Subscript(_, var inner, _) -> simple(inner);
      case Expr.Attribute(_, _, var name) -> name;
      default -> "";
    };
  }

  private static Set<String> parameters(Stmt.FunctionDef function) {
    var names = new TreeSet<String>();
    for (Parameter parameter : function.parameters()) {
      names.add(switch (parameter.kind()) {
        case DOUBLE_STAR -> "**";
        default -> parameter.name();
      });
    }
    return names;
  }

  /// The module itself: a file, the `__init__` of a package, or all files of the builtins.
  private List<Module> files(String module) {
    return modules.computeIfAbsent(module, key -> {
      Path base = root.resolve(key.replace('.', '/'));
      if (key.equals(BUILTINS)) {
        return parseAll(base);
      }
      Path file = Path.of(base + ".codon");
      Path init = base.resolve("__init__.codon");
      return Files.exists(file) ? List.of(parse(file)) : Files.exists(init) ? List.of(parse(init)) : List.of();
    });
  }

  /// The module and the files beside it in its package.
  private List<Module> family(String module) {
    int dot = module.lastIndexOf('.');
    String part = dot < 0 ? module : module.substring(dot + 1);
    String head = module.contains(".") && part.startsWith("_") ? module.substring(0, dot) : module;
    return modules.computeIfAbsent(head + "/", _ -> {
      Path folder = root.resolve(head.replace('.', '/'));
      return Files.isDirectory(folder) ? parseAll(folder) : files(head);
    });
  }

  private static List<Module> parseAll(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      var result = new ArrayList<Module>();
      files.filter(f -> f.toString().endsWith(".codon")).sorted().forEach(f -> result.add(parse(f)));
      return result;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Module parse(Path file) {
    try {
      return Parser.parse(new SourceFile(file.toString(), Files.readString(file)), "library", SyntaxOptions.DEFAULT).module();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
