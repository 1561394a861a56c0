package io.codonj.core.plugin;

import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What `plugin.properties` says about a plugin, in PF4J's keys.
///
/// @param id what users write after `--plugin`
/// @param version a semantic version
/// @param requires range of versions of the plugin API, such as `>=0.1.0 & <0.2.0`
/// @param dependencies ids of other plugins, each with an optional range of versions behind an `@`
public record PluginManifest(
    String id, String version, String summary, String requires, List<String> dependencies, String provider,
    String license) {
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]*");
  private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+\\.\\d+([-+][0-9A-Za-z.+-]+)?");

  static final String FILE = "plugin.properties";

  static PluginManifest of(Properties properties) {
    var manifest = new PluginManifest(
        text(properties, "plugin.id"),
        text(properties, "plugin.version"),
        text(properties, "plugin.description"),
        text(properties, "plugin.requires"),
        Contributions.split(text(properties, "plugin.dependencies")),
        text(properties, "plugin.provider"),
        text(properties, "plugin.license"));
    if (!ID.matcher(manifest.id).matches()) {
      throw new PluginProblem(FILE + ": plugin.id must be small letters, digits and hyphens, not '" + manifest.id + "'");
    }
    if (!VERSION.matcher(manifest.version).matches()) {
      throw new PluginProblem(FILE + ": plugin.version must be a semantic version (1.4.0), not '" + manifest.version + "'");
    }
    return manifest;
  }

  /// Ids of the plugins that must be there.
  public Stream<String> dependencyIds() {
    return dependencies.stream().map(each -> each.contains("@") ? each.substring(0, each.indexOf('@')) : each);
  }

  /// The versions of another plugin that will do; empty for any.
  String versionsOf(String dependency) {
    return dependencies.stream().filter(each -> each.startsWith(dependency + "@"))
        .map(each -> each.substring(dependency.length() + 1)).findFirst().orElse("");
  }

  private static String text(Properties properties, String key) {
    return properties.getProperty(key, "").strip();
  }
}
