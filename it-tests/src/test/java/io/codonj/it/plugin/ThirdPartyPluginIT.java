package io.codonj.it.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.codonj.it.InstalledCodonj;
import io.codonj.it.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The plugin of `src/test/plugins/demo`, which has one of each extension point.
final class ThirdPartyPluginIT {
  private static final Path ROOT = InstalledCodonj.HOME.resolve("../../..").normalize();
  private static final String PROGRAM = """
      # codonj: plugins=demo
      import demo

      @demo.loud
      def double(value):
          return value * 2

      repeat 2:
          print("again", x'ff')
      print(repeat 3, 10km, double(4))
      total = 0
      @noted
      for i in range(5):
          total += i
      print(total, demo.ticks(), demo.ticks())
      """;
  private static final String OUTPUT = """
      again 255
      again 255
      calling double
      [0, 1, 2] 10 km 8
      region 1
      10 1 2
      """;

  @TempDir static Path built;
  @TempDir Path work;

  @BeforeAll
  static void build() throws Exception {
    var command = List.of(
        ROOT.resolve("it-tests/src/test/plugins/demo/build.sh").toString(),
        InstalledCodonj.HOME.resolve("lib/plugin-api.jar").toString(), built.toString(),
        ROOT.resolve("platform-core/target/clang/bin/clang").toString());
    var result = Processes.run(built, "", Map.of("JAVA_HOME", System.getProperty("java.home")), command);
    assertThat(result.status()).as(result.err()).isZero();
  }

  private PluginWorkshop with(String product) throws Exception {
    var workshop = new PluginWorkshop(work);
    Files.createDirectories(workshop.plugins());
    Processes.run(work, "", Map.of(), List.of("cp", "-R", built.resolve(product).toString(), workshop.plugins().toString()));
    return workshop;
  }

  @Test
  void eachContributionWorksFromAFolder() throws Exception {
    PluginWorkshop workshop = with("demo");
    assertThat(workshop.run(PROGRAM)).isEqualTo(new Processes.Result(0, OUTPUT, ""));
    assertThat(workshop.run(PROGRAM, "-debug").out()).isEqualTo(OUTPUT);
    assertThat(workshop.codonj("demo-hello", "Ada").out()).isEqualTo("hello Ada\n");
    assertThat(workshop.codonj("explain", "demo1").out()).startsWith("# DEMO1: ");
    assertThat(workshop.run("# codonj: plugins=demo\nprint(x'1z')\n").err())
        .contains("program.py:2:7: error: '1z' is not a hexadecimal number [DEMO1]");
    assertThat(workshop.run("# codonj: plugins=demo\nrepeat:\n    pass\n").err())
        .contains("program.py:2:1: error: the keyword 'repeat' of the plugin 'demo' has no form 'repeat' with a block [CJ0707]");
  }

  @Test
  void aZipWorksAsAFolderDoes() throws Exception {
    PluginWorkshop workshop = with("demo.zip");
    assertThat(workshop.run(PROGRAM).out()).isEqualTo(OUTPUT);
    assertThat(workshop.codonj("plugin", "list").out()).contains("demo         1.2.0      One of each extension point");
  }

  @Test
  void itsSyntaxIsInForceByFlagSuffixProjectAndComment() throws Exception {
    PluginWorkshop workshop = with("demo");
    String plain = "print(x'10')\n";
    assertThat(workshop.run(plain, "--plugin", "demo").out()).isEqualTo("16\n");
    assertThat(workshop.run("#!/usr/bin/env codonj\n# codonj: plugins=demo\n" + plain).out()).isEqualTo("16\n");
    Files.writeString(work.resolve("program.demo"), plain);
    assertThat(workshop.codonj("run", "program.demo").out()).isEqualTo("16\n");
    Files.writeString(work.resolve("codonj.toml"), "[plugins]\ndemo = '*'\n");
    assertThat(workshop.run(plain).out()).isEqualTo("16\n");
  }

  @Test
  void withoutItAProgramSaysWhichPluginIsMissing() throws Exception {
    PluginWorkshop workshop = with("demo");
    assertThat(workshop.run("repeat 2:\n    pass\n").err()).contains("'repeat' is one of the keywords of the plugin 'demo'");
    assertThat(workshop.run("print(10km)\n").err()).contains("'km' is one of the literal suffixes of the plugin 'demo'");
    assertThat(workshop.run(PROGRAM, "--disable-plugin", "demo").err()).contains("it is disabled by --disable-plugin [CJ0702]");
    assertThat(workshop.run(PROGRAM, "--no-plugins").err()).contains("no plugin named 'demo' is installed [CJ0701]");
    Processes.run(work, "", Map.of(), List.of("rm", "-r", workshop.plugins().resolve("demo").toString()));
    assertThat(workshop.run(PROGRAM).err()).contains("program.py:1:19: error: no plugin named 'demo' is installed [CJ0701]");
    Files.writeString(work.resolve("reads.seq"), "print(1)\n");
    assertThat(workshop.codonj("run", "--no-plugins", "reads.seq").err())
        .contains("reads.seq:1:1: error: files named *.seq are for the plugin 'seq', which is not installed [CJ0705]");
  }

  @Test
  void aChangedPluginIsSeenByCachedPrograms() throws Exception {
    PluginWorkshop workshop = with("demo");
    assertThat(workshop.run(PROGRAM).status()).isZero();
    Path properties = workshop.plugins().resolve("demo/plugin.properties");
    Files.writeString(properties, Files.readString(properties).replace(">=0.1.0 & <0.2.0", ">=9.0.0"));
    assertThat(workshop.run(PROGRAM).err())
        .contains("the plugin 'demo' cannot be used: it requires version >=9.0.0 of the plugin API; this is 0.1.0 [CJ0702]");
  }
}
