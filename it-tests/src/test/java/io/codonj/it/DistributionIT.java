package io.codonj.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The archive, unpacked where there is nothing to build on.
final class DistributionIT {
  private static final Path SOURCES = Path.of(System.getProperty("codonj.root", "..")).toAbsolutePath().normalize();
  private static final String CODONJ = "/opt/codonj/bin/codonj";

  @TempDir static Path directory;
  private static BareRoot root = new BareRoot(Path.of("/"));

  @BeforeAll
  static void unpack() throws Exception {
    root = BareRoot.in(directory);
    root.unpack(archive(), "/opt/codonj");
    for (String example : List.of("hello.py", "fib.py", "primes.py")) {
      root.write("/examples/" + example, Files.readString(SOURCES.resolve("examples").resolve(example)));
    }
  }

  private static Path archive() throws IOException {
    try (Stream<Path> files = Files.list(SOURCES.resolve("distribution/target"))) {
      List<Path> archives = files.filter(each -> each.toString().endsWith("-linux-x86_64.tar.gz")).toList();
      assertThat(archives).as("archives of the build").hasSize(1);
      return archives.getFirst();
    }
  }

  /// The mode makes Java fail if the cache does not fit the place where the installation lies now.
  @Test
  void compilesAndRunsWithTheCacheOfClasses() throws Exception {
    var result = root.run(Map.of("JAVA_TOOL_OPTIONS", "-XX:AOTMode=on"), CODONJ, "run", "/examples/hello.py");
    assertThat(result.status()).as(result.err()).isZero();
    assertThat(result.out()).isEqualTo("hello\n");
  }

  @Test
  void buildsExecutablesThatNeedNothingElse() throws Exception {
    var build = root.run(Map.of(), CODONJ, "build", "-release", "/examples/fib.py", "-o", "/fib");
    assertThat(build).isEqualTo(new Processes.Result(0, "", ""));
    var run = root.run(Map.of(), "/fib", "20");
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out()).contains("6765");
  }

  @Test
  void linksTheNativePartsOfModules() throws Exception {
    root.write("/packed.py", "import zlib\nprint(zlib.crc32(b'native'))\n");
    var result = root.run(Map.of(), CODONJ, "run", "/packed.py");
    assertThat(result.out()).as(result.err()).isEqualTo("3230145975\n");
  }

  @Test
  void programsGetTheirArgumentsAndDiagnosticsTheirCodes() throws Exception {
    root.write("/shown.py", "import sys\nprint(sys.argv[1:])\n");
    var result = root.run(Map.of(), CODONJ, "run", "/shown.py", "a", "b c");
    assertThat(result.out()).as(result.err()).isEqualTo("['a', 'b c']\n");
    assertThat(root.run(Map.of(), CODONJ, "check", "/missing.py").err()).contains("[CJ0001]");
  }

  @Test
  void saysWhoseWorkItContains() throws Exception {
    Path home = root.file("/opt/codonj");
    String list = Files.readString(home.resolve("LICENSES/README"));
    try (Stream<Path> files = Files.walk(home)) {
      assertThat(files.map(home::relativize).map(Path::toString).filter(DistributionIT::isLibraryOfOthers))
          .isNotEmpty()
          .allSatisfy(file -> assertThat(list).contains(file));
    }
    assertThat(Files.readString(home.resolve("sbom.cdx.json")))
        .contains("\"bomFormat\" : \"CycloneDX\"", "\"LLVM\"", "\"OpenJDK\"", "\"libgc-dev\"", "\"picocli\"");
  }

  private static boolean isLibraryOfOthers(String file) {
    boolean library = file.endsWith(".a") || file.endsWith(".jar");
    return library && !file.startsWith("lib/jre/") && !file.matches(".*/(codonj-[^/]*|platform-core|plugin-api|seq-genomics|openmp)\\.jar");
  }

  @Test
  void holdsNothingThatNobodyNeeds() throws Exception {
    Path home = root.file("/opt/codonj");
    try (Stream<Path> files = Files.walk(home)) {
      assertThat(files.map(home::relativize).map(Path::toString))
          .noneMatch(file -> file.matches("lib/runtime/runtime\\.bc|lib/jre/(include|man|jmods)/.*|.*\\.(pdb|debuginfo|diz)"));
    }
  }
}
