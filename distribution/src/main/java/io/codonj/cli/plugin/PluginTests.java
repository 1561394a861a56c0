package io.codonj.cli.plugin;

import io.codonj.cli.render.TextRenderer;
import io.codonj.core.driver.BuildOptions;
import io.codonj.core.driver.Compilation;
import io.codonj.core.driver.CompileRequest;
import io.codonj.core.driver.CompileResult;
import io.codonj.core.driver.HopTimes;
import io.codonj.core.driver.Product;
import io.codonj.core.plugin.InstalledPlugin;
import io.codonj.core.plugin.PassTrial;
import io.codonj.core.plugin.PluginChoice;
import io.codonj.core.plugin.PluginProblem;
import io.codonj.core.source.Installation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The tests of a plugin: what its passes make of IR, and what programs that use it print.
///
/// ```
/// passes/PASS/CASE.snap      ---- input, IR, ---- output, IR or "unchanged"
/// programs/CASE.py           with CASE.out, what it prints, or CASE.err, what the compiler says
/// ```
/// The syntax of the plugin is in force in the programs.
public final class PluginTests {
  private static final String INPUT = "---- input\n";
  private static final String OUTPUT = "---- output\n";
  private static final long LIMIT_SECONDS = 60;

  private final Installation installation;
  private final InstalledPlugin plugin;
  private final Path directory;
  private final boolean bless;

  /// @param folder of the plugin
  /// @param directory of the tests
  /// @param bless write what is instead of comparing with what was
  public PluginTests(Installation installation, Path folder, Path directory, boolean bless) {
    this.installation = installation;
    this.plugin = InstalledPlugin.at(folder.toAbsolutePath().normalize());
    this.directory = directory;
    this.bless = bless;
  }

  /// The outcome of one test.
  ///
  /// @param difference empty when it passed
  public record Outcome(String name, String difference) {}

  /// Runs all tests.
  ///
  /// @throws PluginProblem when the plugin cannot be used
  public List<Outcome> run() throws IOException {
    var trial = new PassTrial(plugin);
    var outcomes = new ArrayList<Outcome>();
    for (Path file : files("passes", ".snap")) {
      outcomes.add(pass(trial, file));
    }
    for (Path file : files("programs", ".py", ".codon")) {
      outcomes.add(program(file));
    }
    return outcomes;
  }

  private List<Path> files(String part, String... suffixes) throws IOException {
    Path root = directory.resolve(part);
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(file -> Stream.of(suffixes).anyMatch(file.toString()::endsWith)).sorted().toList();
    }
  }

  private Outcome pass(PassTrial trial, Path file) throws IOException {
    String text = Files.readString(file);
    if (!text.startsWith(INPUT)) {
      throw new InstallError(file + " does not begin with " + INPUT.strip());
    }
    int split = text.indexOf(OUTPUT);
    String input = text.substring(INPUT.length(), split < 0 ? text.length() : split);
    String actual = trial.run(file.getParent().getFileName().toString(), input);
    if (bless) {
      Files.writeString(file, INPUT + input.stripTrailing() + "\n" + OUTPUT + actual);
    }
    return compare(file, split < 0 ? "" : text.substring(split + OUTPUT.length()), actual);
  }

  private Outcome program(Path file) throws IOException {
    String stem = file.getFileName().toString().replaceFirst("\\.[a-z]+$", "");
    Path executable = Files.createTempFile("codonj-plugin-test", "");
    try {
      var choice = new PluginChoice(List.of(plugin.id()), Set.of(), false, List.of(plugin.folder()));
      BuildOptions options = BuildOptions.RELEASE.withPlugins(choice);
      var request = new CompileRequest(file.toString(), Product.EXECUTABLE, executable, options);
      CompileResult result = new Compilation(installation).run(request, new HopTimes());
      String said = new TextRenderer(false).render(result.diagnostics()).replace(file.getParent() + "/", "");
      String printed = result.succeeded() ? output(executable) : "";
      Outcome compiled = expect(file.resolveSibling(stem + ".err"), said);
      return compiled.difference().isEmpty() ? expect(file.resolveSibling(stem + ".out"), printed) : compiled;
    } finally {
      Files.deleteIfExists(executable);
    }
  }

  private Outcome expect(Path expectation, String actual) throws IOException {
    String expected = Files.exists(expectation) ? Files.readString(expectation) : "";
    if (bless && !actual.equals(expected)) {
      Files.writeString(expectation, actual);
    }
    return compare(expectation, expected, actual);
  }

  private static String output(Path executable) throws IOException {
    Path file = Files.createTempFile("codonj-plugin-test", ".out");
    try {
      Process process = new ProcessBuilder(executable.toString()).redirectErrorStream(true)
          .redirectOutput(file.toFile()).redirectInput(Path.of("/dev/null").toFile()).start();
      boolean ended = process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
      if (!ended) {
        process.destroyForcibly();
      }
      String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      return ended ? text : text + "still running after " + LIMIT_SECONDS + " s\n";
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", interrupted);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private Outcome compare(Path file, String expected, String actual) {
    String name = directory.relativize(file).toString();
    return bless || expected.equals(actual)
        ? new Outcome(name, "")
        : new Outcome(name, "expected:\n" + expected.indent(2) + "but it is:\n" + actual.indent(2));
  }
}
