package io.codonj.cli.project;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SequencedMap;

/// What `codonj.toml` says.
///
/// ```
/// name = "shapes"
/// version = "0.1.0"
/// main = "src/main.py"           # of an application: what build and run take
/// library = "src/shapes.py"      # of a library: what build makes a shared library of
/// sources = ["src"]              # where imported modules are looked for
/// tests = ["tests"]              # what codonj test runs
/// plugins = ["seq"]              # or a table: seq = ">=0.1"
/// [profile.release]              # release, debug, or any other for --profile
/// flags = ["-march=x86-64-v3"]
/// ```
/// @param file the `codonj.toml`
/// @param main the program, as a path from the project's directory
/// @param plugins ids with the versions that will do, `*` for any
/// @param profiles flags by name of the profile
public record Project(
    Path file,
    String name,
    String version,
    Optional<String> main,
    Optional<String> library,
    List<String> sources,
    List<String> tests,
    SequencedMap<String, String> plugins,
    Map<String, List<String>> profiles) {
  public static final String FILE_NAME = "codonj.toml";
  private static final Set<String> KEYS =
      Set.of("name", "version", "main", "library", "sources", "tests", "plugins", "profile");

  public static Project read(Path file) {
    try {
      return of(file, TomlReader.read(Files.readString(file)));
    } catch (TomlError problem) {
      throw new ProjectError(file, problem.getMessage());
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  private static Project of(Path file, Map<String, Object> table) {
    for (String key : table.keySet()) {
      if (!KEYS.contains(key)) {
        throw wrong(file, "unknown key '" + key + "'");
      }
    }
    if (table.containsKey("main") && table.containsKey("library")) {
      throw wrong(file, "a project has 'main' or 'library', not both");
    }
    return new Project(
        file,
        text(file, table, "name").orElse(file.toAbsolutePath().getParent().getFileName().toString()),
        text(file, table, "version").orElse("0.1.0"),
        text(file, table, "main"),
        text(file, table, "library"),
        texts(file, table, "sources", List.of("src")),
        texts(file, table, "tests", List.of("tests")),
        plugins(file, table.getOrDefault("plugins", List.of())),
        profiles(file, table.getOrDefault("profile", Map.of())));
  }

  public Path directory() {
    return file.toAbsolutePath().getParent();
  }

  /// What `run`, and `build` without a file, take: a path that reads well from the current directory.
  public Optional<Path> program() {
    return main.or(() -> library).map(this::shown);
  }

  private Path shown(String path) {
    Path here = Path.of("").toAbsolutePath();
    Path absolute = directory().resolve(path).normalize();
    return absolute.startsWith(here) ? here.relativize(absolute) : absolute;
  }

  public List<Path> modulePath() {
    return sources.stream().map(each -> directory().resolve(each).normalize()).toList();
  }

  public List<Path> testPath() {
    return tests.stream().map(this::shown).toList();
  }

  /// The flags of a profile; none that the file does not have, if it is one of the usual two.
  public List<String> flags(String profile) {
    List<String> flags = profiles.get(profile);
    if (flags == null && !Set.of("release", "debug").contains(profile)) {
      throw wrong(file, "there is no profile '" + profile + "'");
    }
    return flags == null ? List.of() : flags;
  }

  private static Optional<String> text(Path file, Map<String, Object> table, String key) {
    Object value = table.get(key);
    if (value != null && !(value instanceof String)) {
      throw wrong(file, "'" + key + "' is text in quotes");
    }
    return Optional.ofNullable((String) value);
  }

  private static List<String> texts(Path file, Map<String, Object> table, String key, List<String> otherwise) {
    return table.containsKey(key) ? texts(file, key, table.get(key)) : otherwise;
  }

  private static List<String> texts(Path file, String key, Object value) {
    var texts = new ArrayList<String>();
    for (Object element : value instanceof List<?> list ? list : List.of(1)) {
      if (!(element instanceof String text)) {
        throw wrong(file, "'" + key + "' is a list of texts: [\"...\"]");
      }
      texts.add(text);
    }
    return List.copyOf(texts);
  }

  private static SequencedMap<String, String> plugins(Path file, Object value) {
    var plugins = new LinkedHashMap<String, String>();
    if (value instanceof Map<?, ?> table) {
      table.forEach((id, versions) -> {
        if (!(versions instanceof String range)) {
          throw wrong(file, "the versions of plugin '" + id + "' are text in quotes");
        }
        plugins.put((String) id, range);
      });
    } else {
      texts(file, "plugins", value).forEach(id -> plugins.put(id, "*"));
    }
    return plugins;
  }

  private static Map<String, List<String>> profiles(Path file, Object value) {
    var profiles = new LinkedHashMap<String, List<String>>();
    for (var entry : value instanceof Map<?, ?> table ? table.entrySet() : Map.of().entrySet()) {
      if (!(entry.getValue() instanceof Map<?, ?> profile) || !Set.of("flags").containsAll(profile.keySet())) {
        throw wrong(file, "a profile is a table with 'flags': [profile." + entry.getKey() + "]");
      }
      Object flags = profile.get("flags");
      profiles.put((String) entry.getKey(), flags == null ? List.of() : texts(file, "flags", flags));
    }
    return profiles;
  }

  private static ProjectError wrong(Path file, String message) {
    return new ProjectError(file, message);
  }
}
