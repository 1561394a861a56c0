package io.codonj.cli.project;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;

/// `codonj.lock` beside `codonj.toml`: the plugins that a project was last built with, so that others build it with the
/// same ones.
///
/// ```
/// [[plugin]]
/// id = "seq"
/// version = "0.1.0"
/// source = "org.example:seq:0.1.0"
/// contents = "sha256 of all its files"
/// ```
public record PluginLock(Path file, SequencedMap<String, Entry> entries) {
  public static final String FILE_NAME = "codonj.lock";
  private static final String HEAD = "# Written by codonj plugin install and update; belongs under version control.\n";

  /// @param source where the plugin can be had: a path, seen from the project, or Maven coordinates; empty when it came with codonj
  public record Entry(String version, String source, String contents) {}

  /// The lock of a project; without entries when it has none.
  public static PluginLock of(Project project) {
    Path file = project.directory().resolve(FILE_NAME);
    var entries = new TreeMap<String, Entry>();
    try {
      Map<String, Object> table = Files.exists(file) ? TomlReader.read(Files.readString(file)) : Map.of();
      for (Object element : table.getOrDefault("plugin", List.of()) instanceof List<?> plugins ? plugins : List.of()) {
        if (!(element instanceof Map<?, ?> plugin)) {
          throw new ProjectError(file, "'plugin' is a list of tables: [[plugin]]");
        }
        entries.put(
            text(file, plugin, "id"),
            new Entry(text(file, plugin, "version"), text(file, plugin, "source"), text(file, plugin, "contents")));
      }
    } catch (TomlError problem) {
      throw new ProjectError(file, problem.getMessage());
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
    return new PluginLock(file, entries);
  }

  private static String text(Path file, Map<?, ?> plugin, String key) {
    if (plugin.get(key) instanceof String text) {
      return text;
    }
    throw new ProjectError(file, "each plugin has '" + key + "', text in quotes");
  }

  public boolean exists() {
    return Files.exists(file);
  }

  /// The same lock with these entries alone.
  public PluginLock withEntries(Map<String, Entry> entries) {
    return new PluginLock(file, new LinkedHashMap<>(new TreeMap<>(entries)));
  }

  public void write() throws IOException {
    var text = new StringBuilder(HEAD);
    entries.forEach((id, entry) -> {
      text.append("\n[[plugin]]\n");
      line(text, "id", id);
      line(text, "version", entry.version());
      line(text, "source", entry.source());
      line(text, "contents", entry.contents());
    });
    Files.writeString(file, text);
  }

  private static void line(StringBuilder text, String key, String value) {
    text.append(key).append(" = \"").append(value.replace("\\", "\\\\").replace("\"", "\\\"")).append("\"\n");
  }
}
