package io.codonj.it.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.codonj.it.InstalledCodonj;
import io.codonj.it.Processes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The project that `codonj plugin new` makes: built outside of this repository with an installation alone, installed,
/// used and removed.
final class PluginProjectIT {
  private static final String MAVEN = System.getProperty("codonj.maven", "mvn");
  private static final String PROGRAM = """
      # codonj: plugins=my-dsl
      twice:
          print(twice 4, 10pct)
      """;

  @TempDir Path work;
  private PluginWorkshop user = new PluginWorkshop(Path.of("."));

  @BeforeEach
  void start() {
    user = new PluginWorkshop(work);
  }

  private void maven(String goal) throws Exception {
    var command = List.of(MAVEN, "-B", "-ntp", "-Dcodonj.home=" + InstalledCodonj.HOME, goal);
    var result = Processes.run(work.resolve("my-dsl"), "", Map.of("XDG_CACHE_HOME", work.resolve(".cache").toString()), command);
    assertThat(result.status()).as(result.out() + result.err()).isZero();
    assertThat(result.out()).contains("4 tests, 0 failed");
  }

  /// From a repository that settings.xml names as the mirror of all, so that nothing is asked for on the network.
  private void installFromRepository() throws Exception {
    Path repository = Files.createDirectories(work.resolve("repository/org/example/mydsl/my-dsl"));
    Path version = Files.createDirectories(repository.resolve("0.1.0"));
    checksum(Files.copy(work.resolve("my-dsl/pom.xml"), version.resolve("my-dsl-0.1.0.pom")));
    Path zip = Files.copy(work.resolve("my-dsl/target/my-dsl.zip"), version.resolve("my-dsl-0.1.0.zip"));
    checksum(Files.writeString(repository.resolve("maven-metadata.xml"), """
        <metadata><groupId>org.example.mydsl</groupId><artifactId>my-dsl</artifactId>
          <versioning><release>0.1.0</release><versions><version>0.1.0</version></versions></versioning></metadata>
        """));
    Path settings = work.resolve("settings.xml");
    Files.writeString(settings, """
        <settings>
          <localRepository>%s</localRepository>
          <mirrors><mirror><id>here</id><mirrorOf>*</mirrorOf><url>file://%s</url></mirror></mirrors>
        </settings>
        """.formatted(work.resolve("local"), work.resolve("repository")));
    Files.writeString(version.resolve("my-dsl-0.1.0.zip.sha1"), "0000000000000000000000000000000000000000");
    String coordinates = "org.example.mydsl:my-dsl";
    var damaged = user.codonj("plugin", "install", "--settings", settings.toString(), coordinates + ":0.1.0");
    assertThat(damaged.err()).contains("Checksum validation failed").doesNotContain("internal error");
    assertThat(damaged.status()).isEqualTo(1);
    checksum(zip);
    var absent = user.codonj("plugin", "install", "--settings", settings.toString(), coordinates + ":[2,)");
    assertThat(absent.err()).contains("no version of org.example.mydsl:my-dsl is in [2,)");
    var installed = user.codonj("plugin", "install", "--settings", settings.toString(), coordinates);
    assertThat(installed.out() + installed.err()).isEqualTo("installed my-dsl 0.1.0\n");
  }

  private static void checksum(Path file) throws Exception {
    byte[] sha1 = MessageDigest.getInstance("SHA-1").digest(Files.readAllBytes(file));
    Files.writeString(file.resolveSibling(file.getFileName() + ".sha1"), HexFormat.of().formatHex(sha1));
  }

  @Test
  void isBuiltTestedPackedInstalledUsedAndRemoved() throws Exception {
    assertThat(user.codonj("plugin", "new", "my-dsl").status()).isZero();
    assertThat(user.codonj("plugin", "new", "my-dsl").err()).contains("my-dsl is there already");
    assertThat(user.codonj("plugin", "new", "My_Dsl").err()).contains("cannot name a plugin");
    maven("verify");
    assertThat(user.codonj("plugin", "install", "my-dsl/target/my-dsl.zip").out()).isEqualTo("installed my-dsl 0.1.0\n");
    assertThat(user.run(PROGRAM).out()).isEqualTo("8 0.1\n8 0.1\n");
    assertThat(user.codonj("explain", "MYDSL1").out()).startsWith("# MYDSL1: more than the whole");

    Path snapshot = work.resolve("my-dsl/src/test/passes/double-by-shift/fires.snap");
    Files.writeString(snapshot, Files.readString(snapshot).replace("shl(%x, i64 1)", "shl(%x, i64 2)"));
    var failing = user.codonj("plugin", "test", "--tests", "my-dsl/src/test", "my-dsl/target/my-dsl");
    assertThat(failing.out()).contains("FAIL  passes/double-by-shift/fires.snap", "4 tests, 1 failed");
    assertThat(failing.status()).isEqualTo(1);

    assertThat(user.codonj("plugin", "remove", "my-dsl").status()).isZero();
    installFromRepository();
    assertThat(user.run(PROGRAM).out()).isEqualTo("8 0.1\n8 0.1\n");
    assertThat(user.codonj("plugin", "remove", "my-dsl").status()).isZero();
    assertThat(user.run(PROGRAM).err()).contains("no plugin named 'my-dsl' is installed [CJ0701]");
  }
}
