package io.codonj.cli;

import io.codonj.cli.plugin.PluginTests;
import io.codonj.cli.plugin.PluginTests.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `codonj plugin test FOLDER`: for authors of plugins.
@Command(
    name = "test",
    description = "Run the tests of a plugin that has been built.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "src/test/passes/PASS/CASE.snap is IR before and after a pass, src/test/programs/CASE.py a program with its",
      "output CASE.out, or the compiler's words about it in CASE.err.",
      "",
      "Examples:",
      "  codonj plugin test target/my-dsl",
      "  codonj plugin test --bless target/my-dsl     accept what comes out; read the difference"
    })
final class PluginTestCommand implements Callable<Integer> {
  @Option(names = "--tests", paramLabel = "FOLDER", description = "Where the tests are (default: src/test).")
  Path tests = Path.of("src/test");

  @Option(names = "--bless", description = "Write what comes out as what is expected.")
  boolean bless;

  @Parameters(paramLabel = "FOLDER", description = "The folder of the plugin, with its plugin.properties.")
  Path folder = Path.of("");

  @Override
  public Integer call() throws IOException {
    if (bless && System.getenv("CI") != null) {
      throw new UsageError("nothing is blessed under CI");
    }
    List<Outcome> outcomes = new PluginTests(Compilers.installation(), folder, tests, bless).run();
    List<Outcome> failed = outcomes.stream().filter(each -> !each.difference().isEmpty()).toList();
    for (Outcome each : failed) {
      System.out.print("FAIL  " + each.name() + "\n" + each.difference().indent(6));
    }
    System.out.println(outcomes.size() + " tests, " + failed.size() + " failed");
    return failed.isEmpty() && !outcomes.isEmpty() ? 0 : 1;
  }
}
