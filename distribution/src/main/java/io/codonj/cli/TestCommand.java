package io.codonj.cli;

import io.codonj.cli.project.Project;
import io.codonj.cli.project.ProjectSearch;
import io.codonj.cli.test.TestFinder;
import io.codonj.cli.test.TestSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `codonj test`: finds tests and runs them.
@Command(
    name = "test",
    description = "Find and run tests: test_* functions, @test functions, unittest classes.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    abbreviateSynopsis = true,
    footer = {
      "",
      "Examples:",
      "  codonj test                          the tests of the project here",
      "  codonj test tests/test_shapes.py",
      "  codonj test -k area -x               those with 'area' in their name, up to the first failure",
      "  codonj test --junit results.xml"
    })
final class TestCommand implements Callable<Integer> {
  @Mixin CompilerFlags flags = new CompilerFlags();
  @Mixin ReportFlags report = new ReportFlags();

  @Option(names = {"-k", "--select"}, paramLabel = "WORD", description = "Only tests whose name contains WORD; may be repeated.")
  List<String> words = List.of();

  @Option(names = {"-x", "--stop"}, description = "Stop at the first failure.")
  boolean stop;

  @Option(names = "--timeout", paramLabel = "SECONDS", defaultValue = "60", description = "The most a test may take (default: 60).")
  long limitSeconds = 60;

  @Option(names = "--junit", paramLabel = "FILE", description = "Write the results as XML in the form of JUnit.")
  @Nullable Path junit;

  @Parameters(
      arity = "0..*",
      paramLabel = "FILE",
      description = "Test files, or directories with files test_* and *_test (default: the tests of the project here).")
  List<Path> places = List.of();

  @Override
  public Integer call() throws IOException {
    report.check();
    Optional<Project> project = ProjectSearch.above(places.isEmpty() ? Path.of("") : directoryOf(places.getFirst()));
    for (Path place : places) {
      if (!Files.exists(place)) {
        throw new UsageError("no such file or directory: " + place);
      }
    }
    List<Path> files = TestFinder.files(places.isEmpty() ? defaultPlaces(project) : places);
    var choice = new TestSession.Choice(words, stop, limitSeconds);
    var session =
        new TestSession(Compilers.installation(), flags.options(project), choice, System.out, report::print);
    session.run(files);
    if (session.isEmpty()) {
      System.err.println("codonj test: no tests found");
      return 1;
    }
    System.out.println();
    System.out.println(session.summary());
    System.out.flush();
    if (junit != null) {
      Files.writeString(junit, session.junitReport());
    }
    return session.succeeded() ? 0 : 1;
  }

  private static List<Path> defaultPlaces(Optional<Project> project) {
    return project.map(Project::testPath).filter(paths -> paths.stream().allMatch(Files::exists)).orElse(List.of(Path.of(".")));
  }

  private static Path directoryOf(Path place) {
    return Files.isDirectory(place) ? place : place.toAbsolutePath().getParent();
  }
}
