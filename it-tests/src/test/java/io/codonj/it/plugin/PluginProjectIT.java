package io.codonj.it.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.codonj.it.InstalledCodonj;
import io.codonj.it.Processes;
import java.nio.file.Files;
import java.nio.file.Path;
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
    assertThat(user.run(PROGRAM).err()).contains("no plugin named 'my-dsl' is installed [CJ0701]");
  }
}
