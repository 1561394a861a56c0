package io.codonj.cli;

import io.codonj.cli.project.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `codonj new app NAME`: a project that builds, runs and has a test.
@Command(
    name = "new",
    description = "Make a project: an application, a library or a plugin.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  codonj new app hello && cd hello && codonj run && codonj test",
      "  codonj new lib shapes",
      "  codonj new plugin my-dsl                    as codonj plugin new my-dsl"
    })
final class NewCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "app|lib|plugin", description = "What the project makes.")
  Kind kind = Kind.app;

  @Parameters(index = "1", paramLabel = "NAME", description = "The directory to make; its last part names the project.")
  Path directory = Path.of("");

  @Override
  public Integer call() throws IOException {
    if (kind == Kind.plugin) {
      return PluginNewCommand.make(directory, "");
    }
    String name = directory.toAbsolutePath().normalize().getFileName().toString();
    String module = name.replace('-', '_');
    if (!module.matches("[A-Za-z_][A-Za-z0-9_]*")) {
      throw new UsageError("'" + name + "' cannot name a module; use letters, digits, - and _");
    }
    if (Files.exists(directory)) {
      throw new UsageError(directory + " is there already");
    }
    Files.createDirectories(directory.resolve("src"));
    Files.createDirectories(directory.resolve("tests"));
    write(Project.FILE_NAME, projectFile(name, module));
    write(".gitignore", "/build/\n");
    switch (kind) {
      case app -> {
        write("src/" + module + ".py", MODULE);
        write("src/main.py", "from %s import greeting\n\nprint(greeting(\"world\"))\n".formatted(module));
      }
      case lib, plugin -> write("src/" + module + ".py", EXPORT + MODULE);
    }
    write("tests/test_" + module + ".py", TEST.formatted(module));
    System.err.println("made " + directory.resolve(Project.FILE_NAME));
    return 0;
  }

  private String projectFile(String name, String module) {
    String program =
        switch (kind) {
          case app -> "main = \"src/main.py\"";
          case lib, plugin -> "library = \"src/" + module + ".py\"";
        };
    return """
        name = "%s"
        version = "0.1.0"
        %s
        sources = ["src"]
        tests = ["tests"]
        plugins = []

        # What is built for others runs on other machines, too.
        [profile.ship]
        flags = ["-march=x86-64-v3"]
        """.formatted(name, program);
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(directory.resolve(name), text);
  }

  private static final String MODULE =
      """
      def greeting(name: str) -> str:
          \"\"\"A greeting for someone.\"\"\"
          return f"Hello, {name}!"
      """;

  private static final String EXPORT =
      """
      @export
      def twice(value: int) -> int:
          \"\"\"For programs in C: int64_t twice(int64_t).\"\"\"
          return 2 * value


      """;

  private static final String TEST =
      """
      from %s import greeting


      def test_greeting():
          assert greeting("Ada") == "Hello, Ada!"
      """;

  /// The words for the kinds.
  enum Kind {
    app,
    lib,
    plugin
  }
}
