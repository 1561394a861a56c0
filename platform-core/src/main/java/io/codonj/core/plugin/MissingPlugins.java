package io.codonj.core.plugin;

import io.codonj.api.diagnostic.Diagnostic;
import io.codonj.api.diagnostic.Severity;
import io.codonj.api.source.Span;
import io.codonj.core.plugin.Contributions.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Adds to errors the plugin that would give a meaning to what is wrong. It runs only for programs with errors, so
/// that right ones need not look for plugins.
public final class MissingPlugins {
  private static final Pattern NO_MODULE = Pattern.compile("No module named '([^']+)'");
  private static final Pattern PREFIXED = Pattern.compile("([\\p{L}_]+)['\"].*", Pattern.DOTALL);
  private static final Pattern SUFFIXED = Pattern.compile("[0-9].*?([\\p{L}_]+)");
  private static final Pattern DECORATOR = Pattern.compile("([\\p{L}_][\\p{L}\\p{N}_.]*).*", Pattern.DOTALL);
  private static final Pattern LAST_WORD = Pattern.compile("([\\p{L}_][\\p{L}\\p{N}_]*)\\s*$");
  private static final Pattern FIRST_WORD = Pattern.compile("^\\s*([\\p{L}_][\\p{L}\\p{N}_]*)");

  private final PluginCatalog catalog;

  public MissingPlugins(PluginCatalog catalog) {
    this.catalog = catalog;
  }

  public Diagnostic explain(Diagnostic diagnostic) {
    if (diagnostic.severity() != Severity.ERROR || !diagnostic.span().exists()) {
      return diagnostic;
    }
    return suspects(diagnostic).stream()
        .map(this::note).flatMap(Optional::stream).findFirst()
        .map(diagnostic::withNote)
        .orElse(diagnostic);
  }

  /// Something in the source that a plugin may contribute.
  private record Suspect(Kind kind, String name) {}

  private List<Suspect> suspects(Diagnostic diagnostic) {
    var result = new ArrayList<Suspect>();
    Span span = diagnostic.span();
    String text = span.file().text().substring(span.start(), span.end());
    switch (diagnostic.code().code()) {
      case "CJ0202" -> match(NO_MODULE.matcher(diagnostic.message()), result, Kind.MODULE);
      case "CJ0369" -> {
        match(PREFIXED.matcher(text), result, Kind.PREFIX);
        match(SUFFIXED.matcher(text), result, Kind.SUFFIX);
      }
      case "CJ0320" -> match(DECORATOR.matcher(text), result, Kind.REGION, Kind.DECORATOR);
      case String code when code.startsWith("CJ01") -> {
        String before = lineBefore(span);
        match(LAST_WORD.matcher(before), result, Kind.KEYWORD);
        match(FIRST_WORD.matcher(before), result, Kind.KEYWORD);
      }
      default -> {}
    }
    return result;
  }

  private static void match(Matcher matcher, List<Suspect> into, Kind... kinds) {
    if (matcher.find()) {
      for (Kind kind : kinds) {
        into.add(new Suspect(kind, matcher.group(1)));
      }
    }
  }

  private static String lineBefore(Span span) {
    String text = span.file().text();
    int start = Math.min(span.start(), text.length());
    return text.substring(text.lastIndexOf('\n', Math.max(0, start - 1)) + 1, start);
  }

  private Optional<String> note(Suspect suspect) {
    String what = "'" + suspect.name() + "' is one of the " + suspect.kind().title() + " of the plugin '";
    Optional<InstalledPlugin> installed = catalog.all().stream()
        .filter(each -> each.contributions().of(suspect.kind()).contains(suspect.name())).findFirst();
    if (installed.isPresent()) {
      String id = installed.get().id();
      return Optional.of(what + id + "', " + (installed.get().isUsable()
          ? "which is not in force: use --plugin " + id + ", or '# codonj: plugins=" + id + "' as first line"
          : "which cannot be used: " + installed.get().problem()));
    }
    return KnownPlugins.contributor(suspect.kind(), suspect.name())
        .map(id -> what + id + "', which is not installed: " + KnownPlugins.howToInstall(id));
  }
}
