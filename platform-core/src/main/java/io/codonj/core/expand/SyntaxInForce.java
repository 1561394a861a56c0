package io.codonj.core.expand;

import io.codonj.api.diagnostic.Diagnostic;
import io.codonj.api.diagnostic.DiagnosticSink;
import io.codonj.api.plugin.AnnotatedRegion;
import io.codonj.api.plugin.DecoratorExtension;
import io.codonj.api.plugin.KeywordExtension;
import io.codonj.api.plugin.LiteralExtension;
import io.codonj.api.plugin.LiteralExtension.Place;
import io.codonj.api.source.Span;
import io.codonj.core.plugin.LoadedPlugin;
import io.codonj.core.plugin.PluginErrorCode;
import io.codonj.core.syntax.SyntaxOptions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What plugins add to the syntax of one file.
public final class SyntaxInForce {
  private static final SyntaxInForce PLAIN = new SyntaxInForce();

  /// An extension and the plugin that it comes from.
  record Owned<T>(LoadedPlugin plugin, T extension) {}

  final Map<String, Owned<KeywordExtension>> keywords = new HashMap<>();
  final Map<String, Owned<LiteralExtension>> prefixes = new HashMap<>();
  final Map<String, Owned<LiteralExtension>> suffixes = new HashMap<>();
  final Map<String, Owned<DecoratorExtension>> decorators = new HashMap<>();
  final Map<String, Owned<AnnotatedRegion>> regions = new HashMap<>();

  private SyntaxInForce() {}

  /// @param plugins those in force, in the order in which the file asks for them
  public static SyntaxInForce of(List<LoadedPlugin> plugins, DiagnosticSink sink) {
    if (plugins.isEmpty()) {
      return PLAIN;
    }
    var syntax = new SyntaxInForce();
    for (LoadedPlugin plugin : plugins) {
      var adding = syntax.new Adding(plugin, sink);
      plugin.entry().keywords().forEach(each -> adding.add(syntax.keywords, "keyword", each.keyword(), each));
      plugin.entry().decorators().forEach(each -> adding.add(syntax.decorators, "decorator", each.name(), each));
      plugin.entry().regions().forEach(each -> adding.add(syntax.regions, "decorator", each.name(), each));
      for (LiteralExtension each : plugin.entry().literals()) {
        boolean isPrefix = each.place() == Place.PREFIX;
        adding.add(isPrefix ? syntax.prefixes : syntax.suffixes, isPrefix ? "prefix" : "suffix", each.letters(), each);
      }
    }
    return syntax;
  }

  public SyntaxOptions options() {
    return new SyntaxOptions(List.copyOf(keywords.keySet()), SyntaxOptions.DEFAULT.dialect());
  }

  public boolean isPlain() {
    return this == PLAIN;
  }

  private final class Adding {
    private final LoadedPlugin plugin;
    private final DiagnosticSink sink;

    Adding(LoadedPlugin plugin, DiagnosticSink sink) {
      this.plugin = plugin;
      this.sink = sink;
    }

    <T> void add(Map<String, Owned<T>> known, String kind, String name, T extension) {
      Owned<T> other = known.putIfAbsent(name, new Owned<>(plugin, extension));
      if (other != null) {
        sink.report(Diagnostic.of(PluginErrorCode.CONFLICT, Span.NONE,
            "the plugins '" + other.plugin().id() + "' and '" + plugin.id() + "' both define the " + kind + " '" + name + "'")
            .withNote("--disable-plugin ID leaves out one of them"));
      }
    }
  }
}
