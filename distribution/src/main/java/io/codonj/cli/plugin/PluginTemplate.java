package io.codonj.cli.plugin;

import io.codonj.core.plugin.PluginApi;
import io.codonj.core.source.Installation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The project that `codonj plugin new` makes: a plugin with a keyword, a literal, a module, a pass and tests of them.
///
/// @param id of the plugin
/// @param javaPackage of its classes
public record PluginTemplate(String id, String javaPackage) {
  private static final String FOLDER = "/templates/plugin/";
  private static final Pattern PLACE = Pattern.compile("@(\\w+)@");
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]*");
  private static final Pattern PACKAGE = Pattern.compile("[a-z_][a-z0-9_]*(\\.[a-z_][a-z0-9_]*)*");

  /// @throws InstallError when one of the names is not of the right form
  public PluginTemplate {
    if (!ID.matcher(id).matches()) {
      throw new InstallError("'" + id + "' cannot name a plugin; use small letters, digits and hyphens");
    }
    if (!PACKAGE.matcher(javaPackage).matches()) {
      throw new InstallError("'" + javaPackage + "' cannot name a package of Java");
    }
  }

  /// Names are those of a stranger, until they say theirs.
  public static PluginTemplate of(String id) {
    return new PluginTemplate(id, "org.example." + id.replace("-", ""));
  }

  /// Writes the project.
  ///
  /// @throws InstallError when the directory is there already
  public void write(Path directory, Installation installation) throws IOException {
    if (Files.exists(directory)) {
      throw new InstallError(directory + " is there already");
    }
    Map<String, String> names = names(installation);
    for (var entry : files().entrySet()) {
      Path file = directory.resolve(fill(entry.getKey(), names));
      Files.createDirectories(file.getParent());
      Files.writeString(file, fill(text(entry.getValue()), names));
    }
  }

  private Map<String, String> names(Installation installation) {
    String words = Arrays.stream(id.split("-")).filter(each -> !each.isEmpty())
        .map(each -> each.substring(0, 1).toUpperCase(Locale.ROOT) + each.substring(1)).collect(Collectors.joining());
    String[] version = PluginApi.VERSION.split("\\.");
    return Map.of(
        "id", id,
        "package", javaPackage,
        "path", javaPackage.replace('.', '/'),
        "Class", words,
        "module", id.replace('-', '_'),
        "CODE", id.replaceAll("[^a-z]", "").toUpperCase(Locale.ROOT),
        "api", PluginApi.VERSION,
        "nextApi", version[0] + "." + (Integer.parseInt(version[1]) + 1) + ".0",
        "home", installation.home().toString());
  }

  /// Templates by the files that they become.
  private static SequencedMap<String, String> files() {
    var files = new LinkedHashMap<String, String>();
    files.put("pom.xml", "pom.xml");
    files.put("plugin.properties", "plugin.properties");
    files.put("README.md", "README.md");
    files.put(".gitignore", "gitignore");
    files.put(".github/workflows/build.yml", "build.yml");
    files.put("src/assembly/plugin.xml", "assembly.xml");
    files.put("src/main/codonj/@module@.codon", "module.codon");
    for (String name : new String[] {"package-info", "TwiceKeyword", "PercentLiteral", "DoubleByShift"}) {
      files.put("src/main/java/@path@/" + name + ".java", name + ".java");
    }
    files.put("src/main/java/@path@/@Class@Plugin.java", "Plugin.java");
    files.put("src/main/java/@path@/@Class@Errors.java", "Errors.java");
    files.put("src/main/resources/META-INF/services/io.codonj.api.plugin.CodonjPlugin", "service");
    files.put("src/main/resources/errors/@CODE@1.md", "error.md");
    files.put("src/test/passes/double-by-shift/fires.snap", "fires.snap");
    files.put("src/test/passes/double-by-shift/does-not-fire.snap", "does-not-fire.snap");
    files.put("src/test/programs/tour.py", "tour.py");
    files.put("src/test/programs/tour.out", "tour.out");
    files.put("src/test/programs/too_much.py", "too_much.py");
    files.put("src/test/programs/too_much.err", "too_much.err");
    return files;
  }

  private static String fill(String text, Map<String, String> names) {
    return PLACE.matcher(text).replaceAll(place -> {
      String name = names.get(place.group(1));
      return Matcher.quoteReplacement(name == null ? place.group() : name);
    });
  }

  private static String text(String template) throws IOException {
    try (InputStream in = PluginTemplate.class.getResourceAsStream(FOLDER + template)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
