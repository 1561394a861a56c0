package io.codonj.it.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.codonj.it.InstalledCodonj;
import io.codonj.it.Processes;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/// Makes plugins, and runs codonj with a folder of them.
///
/// @param work a directory of the test's own
public record PluginWorkshop(Path work) {
  private static final Path API = InstalledCodonj.HOME.resolve("lib/plugin-api.jar");

  /// The folder of plugins.
  public Path plugins() {
    return work.resolve("plugins");
  }

  public Processes.Result codonj(String... arguments) throws IOException, InterruptedException {
    return codonjWith(Map.of(), arguments);
  }

  Processes.Result codonjWith(Map<String, String> more, String... arguments) throws IOException, InterruptedException {
    var variables = new HashMap<>(more);
    variables.put("CODONJ_PLUGIN_PATH", plugins().toString());
    variables.put("XDG_DATA_HOME", work.resolve("data").toString());
    variables.put("XDG_CONFIG_HOME", work.resolve("config").toString());
    return new InstalledCodonj(work).callWith("", variables, arguments);
  }

  /// Runs a program; what it or the compiler wrote.
  public Processes.Result run(String program, String... flags) throws IOException, InterruptedException {
    Path file = work.resolve("program.py");
    Files.writeString(file, program);
    var arguments = Stream.concat(Stream.concat(Stream.of("run"), Stream.of(flags)), Stream.of("program.py"));
    return codonj(arguments.toArray(String[]::new));
  }

  /// A plugin of one class in the folder of plugins.
  ///
  /// @param properties lines of `plugin.properties` beside id and version
  /// @param body of the class `PLUGIN implements CodonjPlugin`
  public Path plugin(String id, String properties, String body) throws IOException {
    Path folder = plugins().resolve(id);
    Files.createDirectories(folder.resolve("lib"));
    Files.writeString(
        folder.resolve("plugin.properties"), "plugin.id=" + id + "\nplugin.version=1.0.0\n" + properties + "\n");
    String name = "Plugin" + id.replace("-", "");
    String source = """
        import io.codonj.api.ast.*;
        import io.codonj.api.diagnostic.*;
        import io.codonj.api.ir.*;
        import io.codonj.api.pass.*;
        import io.codonj.api.plugin.*;
        import java.util.*;
        public class %s implements CodonjPlugin {
          public PluginInfo info() { return new PluginInfo("%s", "1.0.0", ""); }
          %s
        }
        """.formatted(name, id, body);
    Path classes = Files.createDirectories(work.resolve("classes-" + id));
    compile(name, source, classes);
    jar(classes, folder.resolve("lib/plugin.jar"), name);
    return folder;
  }

  /// A zip of a plugin's folder, beside it.
  static Path zip(Path folder) throws IOException {
    Path target = folder.resolveSibling(folder.getFileName() + ".zip");
    try (var zip = new ZipOutputStream(Files.newOutputStream(target)); Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        zip.putNextEntry(new ZipEntry(folder.getParent().relativize(file).toString()));
        Files.copy(file, zip);
      }
    }
    return target;
  }

  private static void compile(String name, String source, Path target) {
    var file = new SimpleJavaFileObject(URI.create("string:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return source;
      }
    };
    var messages = new StringWriter();
    boolean compiled = ToolProvider.getSystemJavaCompiler()
        .getTask(messages, null, null, List.of("-cp", API.toString(), "-d", target.toString()), null, List.of(file))
        .call();
    assertThat(compiled).as(messages.toString()).isTrue();
  }

  private static void jar(Path classes, Path target, String service) throws IOException {
    try (var jar = new JarOutputStream(Files.newOutputStream(target)); Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        jar.putNextEntry(new JarEntry(classes.relativize(file).toString()));
        Files.copy(file, jar);
      }
      jar.putNextEntry(new JarEntry("META-INF/services/io.codonj.api.plugin.CodonjPlugin"));
      jar.write(service.getBytes(StandardCharsets.UTF_8));
    }
  }
}
