package io.codonj.core.plugin;

import io.codonj.api.plugin.CodonjPlugin;
import io.codonj.api.plugin.DiagnosticCatalog;
import io.codonj.api.plugin.StdlibModule;
import io.codonj.core.plugin.Contributions.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// What must be true of contributions before anybody relies on them.
final class ContributionChecks {
  private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");
  private static final Pattern DOTTED = Pattern.compile(NAME + "(\\." + NAME + ")*");
  private static final Pattern KEBAB = Pattern.compile("[a-z][a-z0-9-]*");
  private static final Pattern CODE = Pattern.compile("(?!CJ)[A-Z]+[0-9]+");
  private static final Set<String> OF_PYTHON = Set.of("r", "u", "b", "br", "rb", "f", "fr", "rf");

  private ContributionChecks() {}

  /// @throws PluginProblem about the first that is wrong
  static void check(Path folder, PluginManifest manifest, CodonjPlugin plugin) {
    Contributions all = Contributions.of(plugin);
    names(all, Kind.KEYWORD, NAME);
    names(all, Kind.PREFIX, NAME);
    names(all, Kind.SUFFIX, NAME);
    names(all, Kind.DECORATOR, DOTTED);
    names(all, Kind.REGION, DOTTED);
    names(all, Kind.MODULE, DOTTED);
    names(all, Kind.COMMAND, KEBAB);
    names(all, Kind.CODE, CODE);
    names(all, Kind.FILE_SUFFIX, Pattern.compile("\\.[a-z0-9]+"));
    for (String prefix : all.of(Kind.PREFIX)) {
      require(!OF_PYTHON.contains(prefix.toLowerCase(Locale.ROOT)), "the prefix '" + prefix + "' is Python's own");
    }
    for (String operation : all.of(Kind.OPERATION)) {
      require(operation.startsWith(manifest.id() + "."), "the operation '" + operation + "' must begin with the plugin's id");
    }
    for (Kind kind : Kind.values()) {
      var seen = new HashSet<String>();
      all.of(kind).forEach(name -> require(seen.add(name), kind.title() + ": '" + name + "' stands there twice"));
    }
    plugin.modules().forEach(module -> files(folder, module));
    plugin.diagnostics().forEach(ContributionChecks::pages);
  }

  private static void names(Contributions all, Kind kind, Pattern form) {
    List<String> names = all.of(kind);
    names.forEach(name -> require(form.matcher(name).matches(), kind.title() + ": '" + name + "' is not of the right form"));
  }

  private static void files(Path folder, StdlibModule module) {
    Path path = folder.resolve("stdlib").resolve(module.name().replace('.', '/'));
    boolean isThere = Files.isRegularFile(path.resolve("__init__.codon"))
        || Files.isRegularFile(path.resolveSibling(path.getFileName() + ".codon"));
    require(isThere, "the module '" + module.name() + "' has no source in stdlib");
    for (String part : module.nativeParts()) {
      Path directory = InstalledPlugin.nativeParts(folder).resolve(part);
      require(Files.isDirectory(directory), "the native part '" + part + "' is missing");
    }
  }

  private static void pages(DiagnosticCatalog catalog) {
    catalog.codes().forEach(code ->
        require(catalog.page(code.code()).isPresent(), "the error code " + code.code() + " has no page"));
  }

  private static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new PluginProblem(otherwise);
    }
  }
}
