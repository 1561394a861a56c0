package io.codonj.cli;

import io.codonj.api.ast.Module;
import io.codonj.api.diagnostic.Diagnostic;
import io.codonj.cli.doc.DocCollector;
import io.codonj.cli.doc.Documentation;
import io.codonj.cli.doc.HtmlPages;
import io.codonj.cli.doc.JsonDocumentation;
import io.codonj.cli.project.Project;
import io.codonj.cli.project.ProjectSearch;
import io.codonj.core.driver.BuildOptions;
import io.codonj.core.driver.Compilation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `codonj doc`: what the doc strings of modules say.
@Command(
    name = "doc",
    description = "Make documentation from doc strings, as HTML pages or JSON.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    abbreviateSynopsis = true,
    footer = {
      "",
      "Examples:",
      "  codonj doc                       the project's sources, to build/doc",
      "  codonj doc src/shapes.py -o pages",
      "  codonj doc --library -o pages    the standard library",
      "  codonj doc --json math           a module of the library, on standard output"
    })
final class DocCommand implements Callable<Integer> {
  private static final String INIT = "__init__";
  private static final String BUILTINS = "builtins";
  private static final String BUILTINS_TEXT = "What programs see without importing it.";

  @Mixin ReportFlags report = new ReportFlags();

  @Option(names = "--json", description = "JSON instead of pages, on standard output unless -o names a file.")
  boolean json;

  @Option(names = "--library", description = "All modules of the standard library.")
  boolean library;

  @Option(names = {"-o", "--output"}, paramLabel = "PATH", description = "Where the result goes (default: build/doc in a project, else doc).")
  @Nullable Path output;

  @Parameters(arity = "0..*", paramLabel = "FILE|MODULE", description = "Files, directories, or modules of the library (default: the project's sources).")
  List<String> names = List.of();

  private final List<Diagnostic> problems = new ArrayList<>();
  private final SequencedMap<String, Path> files = new LinkedHashMap<>();

  @Override
  public Integer call() throws IOException {
    report.check();
    Optional<Project> project = ProjectSearch.above(Path.of(""));
    Path stdlib = Compilers.installation().library();
    List<Path> roots = project.map(Project::modulePath).filter(_ -> names.isEmpty() && !library).orElse(List.of());
    for (Path root : roots) {
      addAll(root);
    }
    if (library) {
      addAll(stdlib);
    }
    for (String name : names) {
      add(name, stdlib);
    }
    if (files.isEmpty()) {
      throw new UsageError("name files or modules, or start it in a project");
    }
    var collector = new DocCollector(this::module);
    var documented = new ArrayList<Documentation>();
    files.forEach((name, file) -> parse(file).ifPresent(module -> add(collector.of(name, module), documented)));
    report.print(problems);
    write(documented, output == null ? project.map(each -> each.directory().resolve("build/doc")).orElse(Path.of("doc")) : output);
    return problems.isEmpty() ? 0 : 1;
  }

  private void add(String name, Path stdlib) throws IOException {
    Path path = Path.of(name);
    Path module = stdlib.resolve(name.replace('.', '/'));
    if (Files.isDirectory(path)) {
      addAll(path);
    } else if (Files.exists(path)) {
      files.put(withoutSuffix(path.getFileName().toString()), path);
    } else if (Files.exists(Path.of(module + ".codon"))) {
      files.put(name, Path.of(module + ".codon"));
    } else if (Files.exists(module.resolve(INIT + ".codon"))) {
      files.put(name, module.resolve(INIT + ".codon"));
    } else {
      throw new UsageError("no file, directory or module of the library: " + name);
    }
  }

  /// The public modules below a directory.
  private void addAll(Path root) throws IOException {
    if (!Files.isDirectory(root)) {
      return;
    }
    try (Stream<Path> below = Files.walk(root)) {
      for (Path file : below.filter(each -> each.toString().matches(".*\\.(py|codon)")).sorted().toList()) {
        String name = withoutSuffix(root.relativize(file).toString()).replace('/', '.').replaceFirst("\\.?" + INIT + "$", "");
        if (!name.isEmpty() && !name.matches("(.*\\.)?_.*")) {
          files.putIfAbsent(name, file);
        }
      }
    }
  }

  /// The files of the built-in module are one module to those who read of it.
  private static void add(Documentation module, List<Documentation> into) {
    boolean known = !into.isEmpty() && into.getLast().name().equals(BUILTINS) && module.name().startsWith(BUILTINS + ".");
    if (known) {
      var entries = new ArrayList<>(into.removeLast().entries());
      entries.addAll(module.entries());
      into.add(new Documentation(BUILTINS, BUILTINS_TEXT, entries));
    } else if (module.name().startsWith(BUILTINS + ".")) {
      into.add(new Documentation(BUILTINS, BUILTINS_TEXT, module.entries()));
    } else {
      into.add(module);
    }
  }

  /// A module that a package imports from itself; it lies below the package's directory.
  private Optional<Module> module(String dottedName) {
    for (var entry : files.entrySet()) {
      if (dottedName.startsWith(entry.getKey() + ".") && withoutSuffix(entry.getValue().toString()).endsWith(INIT)) {
        String below = dottedName.substring(entry.getKey().length() + 1).replace('.', '/');
        Path base = entry.getValue().resolveSibling(below);
        for (String candidate : List.of(base + ".codon", base + ".py", base + "/" + INIT + ".codon", base + "/" + INIT + ".py")) {
          if (Files.exists(Path.of(candidate))) {
            return parse(Path.of(candidate));
          }
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Module> parse(Path file) {
    return new Compilation(Compilers.installation()).parse(file.toString(), BuildOptions.RELEASE, problems::add);
  }

  private void write(List<Documentation> documented, Path place) throws IOException {
    if (!json) {
      HtmlPages.write(documented, place);
      System.err.println(documented.size() + " modules documented in " + place.resolve("index.html"));
    } else if (output == null) {
      System.out.print(JsonDocumentation.of(documented));
      System.out.flush();
    } else {
      Files.writeString(output, JsonDocumentation.of(documented));
    }
  }

  private static String withoutSuffix(String name) {
    return name.replaceFirst("\\.(py|codon)$", "");
  }
}
