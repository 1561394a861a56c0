package io.codonj.core.plugin;

import io.codonj.api.diagnostic.ErrorCode;
import io.codonj.api.pass.IrPass;
import io.codonj.api.plugin.AnnotatedRegion;
import io.codonj.api.plugin.CodonjPlugin;
import io.codonj.api.plugin.CommandExtension;
import io.codonj.api.plugin.DecoratorExtension;
import io.codonj.api.plugin.ExtensionOp;
import io.codonj.api.plugin.KeywordExtension;
import io.codonj.api.plugin.LiteralExtension;
import io.codonj.api.plugin.LiteralExtension.Place;
import io.codonj.api.plugin.StdlibModule;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.SequencedMap;

/// The names of all that a plugin adds, by kind, in the order in which the plugin lists them.
public record Contributions(Map<Kind, List<String>> names) {

  /// What can be added. The names of the constants are the keys of the index, in small letters.
  public enum Kind {
    FILE_SUFFIX("files"),
    KEYWORD("keywords"),
    PREFIX("literal prefixes"),
    SUFFIX("literal suffixes"),
    DECORATOR("decorators"),
    REGION("loop decorators"),
    MODULE("modules"),
    PASS("passes"),
    OPERATION("operations"),
    COMMAND("commands"),
    CODE("error codes");

    private final String title;

    Kind(String title) {
      this.title = title;
    }

    /// For people: "literal prefixes".
    public String title() {
      return title;
    }

    /// For programs: `literal_prefix`.
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Contributions of(CodonjPlugin plugin) {
    var names = new EnumMap<Kind, List<String>>(Kind.class);
    List<LiteralExtension> literals = plugin.literals();
    names.put(Kind.FILE_SUFFIX, List.copyOf(plugin.fileSuffixes()));
    names.put(Kind.KEYWORD, plugin.keywords().stream().map(KeywordExtension::keyword).toList());
    names.put(Kind.PREFIX, letters(literals, Place.PREFIX));
    names.put(Kind.SUFFIX, letters(literals, Place.SUFFIX));
    names.put(Kind.DECORATOR, plugin.decorators().stream().map(DecoratorExtension::name).toList());
    names.put(Kind.REGION, plugin.regions().stream().map(AnnotatedRegion::name).toList());
    names.put(Kind.MODULE, plugin.modules().stream().map(StdlibModule::name).toList());
    names.put(Kind.PASS, plugin.passes().stream().map(IrPass::id).toList());
    names.put(Kind.OPERATION, plugin.operations().stream().map(ExtensionOp::name).toList());
    names.put(Kind.COMMAND, plugin.commands().stream().map(CommandExtension::name).toList());
    names.put(Kind.CODE, plugin.diagnostics().stream().flatMap(each -> each.codes().stream()).map(ErrorCode::code).toList());
    return new Contributions(names);
  }

  private static List<String> letters(List<LiteralExtension> literals, Place place) {
    return literals.stream().filter(each -> each.place() == place).map(LiteralExtension::letters).toList();
  }

  static Contributions of(Properties index) {
    var names = new EnumMap<Kind, List<String>>(Kind.class);
    for (Kind kind : Kind.values()) {
      names.put(kind, split(index.getProperty(kind.key(), "")));
    }
    return new Contributions(names);
  }

  public List<String> of(Kind kind) {
    return names.getOrDefault(kind, List.of());
  }

  boolean isEmpty() {
    return names.values().stream().allMatch(List::isEmpty);
  }

  /// Lines of an index.
  SequencedMap<String, String> lines() {
    var lines = new LinkedHashMap<String, String>();
    for (Kind kind : Kind.values()) {
      if (!of(kind).isEmpty()) {
        lines.put(kind.key(), String.join(", ", of(kind)));
      }
    }
    return lines;
  }

  static List<String> split(String text) {
    return Arrays.stream(text.split(",")).map(String::strip).filter(each -> !each.isEmpty()).toList();
  }
}
