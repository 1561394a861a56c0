package io.codonj.cli;

import io.codonj.core.plugin.Contributions.Kind;
import io.codonj.core.plugin.InstalledPlugin;
import io.codonj.core.plugin.PluginManifest;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// What is known of a plugin, for people and for programs.
final class PluginDescription {
  private PluginDescription() {}

  static String text(InstalledPlugin plugin) {
    PluginManifest manifest = plugin.manifest();
    var out = new StringBuilder();
    out.append(manifest.id()).append(' ').append(manifest.version()).append(" - ").append(manifest.summary()).append('\n');
    line(out, "provider", manifest.provider());
    line(out, "license", manifest.license());
    line(out, "folder", plugin.folder().toString());
    line(out, "plugin API", manifest.requires());
    line(out, "needs", String.join(", ", manifest.dependencies()));
    line(out, "problem", plugin.problem());
    for (Kind kind : Kind.values()) {
      line(out, kind.title(), String.join(", ", plugin.contributions().of(kind)));
    }
    return out.toString();
  }

  static SequencedMap<String, Object> data(InstalledPlugin plugin) {
    PluginManifest manifest = plugin.manifest();
    var contributions = new LinkedHashMap<String, Object>();
    for (Kind kind : Kind.values()) {
      contributions.put(kind.key(), plugin.contributions().of(kind));
    }
    var data = new LinkedHashMap<String, Object>();
    data.put("id", manifest.id());
    data.put("version", manifest.version());
    data.put("summary", manifest.summary());
    data.put("provider", manifest.provider());
    data.put("license", manifest.license());
    data.put("requires", manifest.requires());
    data.put("dependencies", manifest.dependencies());
    data.put("folder", plugin.folder().toString());
    data.put("usable", plugin.isUsable());
    data.put("problem", plugin.problem());
    data.put("contributions", contributions);
    return data;
  }

  private static void line(StringBuilder out, String title, String text) {
    if (!text.isEmpty()) {
      out.append("  %-18s %s%n".formatted(title, text));
    }
  }
}
