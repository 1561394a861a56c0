package io.codonj.api.plugin;

import io.codonj.api.Stable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/// What a plugin is called.
///
/// @param id what users write after `--plugin`: small letters, digits and hyphens, a letter first
/// @param version a semantic version (`1.4.0`)
/// @param summary one line about what it is for
@Stable(since = "0.1")
public record PluginInfo(String id, String version, String summary) {

  /// What `plugin.properties` says, of which the plugin's jar holds a copy at its root.
  public static PluginInfo of(Class<? extends CodonjPlugin> plugin) {
    var properties = new Properties();
    try (InputStream in = plugin.getResourceAsStream("/plugin.properties")) {
      if (in == null) {
        throw new IllegalStateException("there is no plugin.properties in the jar of " + plugin.getName());
      }
      properties.load(in);
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
    return new PluginInfo(
        properties.getProperty("plugin.id", ""),
        properties.getProperty("plugin.version", ""),
        properties.getProperty("plugin.description", ""));
  }
}
