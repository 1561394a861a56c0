package io.codonj.it.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Plugins that do something wrong: each ends in a diagnostic that names it, and can be switched off.
final class HostilePluginIT {
  private static final String LITERAL = """
      public List<LiteralExtension> literals() {
        return List.of(new LiteralExtension() {
          public Place place() { return Place.PREFIX; }
          public String letters() { return "x"; }
          public Expr expand(Expr literal, ExpansionContext context) { %s }
        });
      }
      """;
  private static final String PASS = """
      public List<IrPass> passes() {
        return List.of(new IrPass() {
          public String id() { return "bad-pass"; }
          public IrModule run(IrModule module, PassContext context) { %s }
        });
      }
      """;

  @TempDir Path work;
  private PluginWorkshop workshop = new PluginWorkshop(Path.of("."));

  @BeforeEach
  void start() {
    workshop = new PluginWorkshop(work);
  }

  private void unusable(String why) throws Exception {
    var result = workshop.run("print(1)\n", "--plugin", "bad");
    assertThat(result.err()).contains("the plugin 'bad' cannot be used: ").contains(why).contains("[CJ0702]");
    assertThat(result.status()).isEqualTo(1);
  }

  private void fails(String program, String what) throws Exception {
    var result = workshop.run("# codonj: plugins=bad\n" + program);
    assertThat(result.err()).contains("the plugin 'bad'").contains(what).doesNotContain("internal error");
    assertThat(result.status()).isEqualTo(1);
  }

  @Test
  void contributesNothing() throws Exception {
    workshop.plugin("bad", "", "");
    unusable("it contributes nothing");
    assertThat(workshop.codonj("plugin", "list").out()).contains("bad          1.0.0      cannot be used: it contributes nothing");
    assertThat(workshop.run("print(1)\n").out()).as("programs that do not use it").isEqualTo("1\n");
  }

  @Test
  void requiresAnotherVersionOfTheApi() throws Exception {
    workshop.plugin("bad", "plugin.requires=>=2.0.0", LITERAL.formatted("return literal;"));
    unusable("it requires version >=2.0.0 of the plugin API");
  }

  @Test
  void callsItselfSomethingElse() throws Exception {
    Path folder = workshop.plugin("bad", "", LITERAL.formatted("return literal;"));
    Path properties = folder.resolve("plugin.properties");
    Files.writeString(properties, Files.readString(properties).replace("1.0.0", "1.0.1"));
    unusable("its class calls it bad 1.0.0, its plugin.properties bad 1.0.1");
  }

  @Test
  void hasNoVersion() throws Exception {
    Path folder = workshop.plugin("bad", "", LITERAL.formatted("return literal;"));
    Files.writeString(folder.resolve("plugin.properties"), "plugin.id=bad\n");
    unusable("plugin.version must be a semantic version");
  }

  @Test
  void hasNoClass() throws Exception {
    Path folder = workshop.plugin("bad", "", LITERAL.formatted("return literal;"));
    Files.delete(folder.resolve("lib/plugin.jar"));
    unusable("must name one class, not 0");
  }

  @Test
  void hasADamagedJar() throws Exception {
    Path folder = workshop.plugin("bad", "", LITERAL.formatted("return literal;"));
    Files.writeString(folder.resolve("lib/plugin.jar"), "no jar");
    unusable("must name one class, not 0");
  }

  @Test
  void failsWhenItsClassIsInitialized() throws Exception {
    workshop.plugin("bad", "", "static int x = Integer.parseInt(\"one\");" + LITERAL.formatted("return literal;"));
    unusable("its class cannot be loaded");
  }

  @Test
  void failsWhenAskedForItsContributions() throws Exception {
    workshop.plugin("bad", "", "public List<String> fileSuffixes() { throw new IllegalStateException(\"today not\"); }");
    unusable("it failed while it was asked for its contributions: IllegalStateException: today not");
  }

  @Test
  void reachesForTheCompilersOwnClasses() throws Exception {
    workshop.plugin("bad", "", LITERAL.formatted("return literal;")
        + "static { try { Class.forName(\"io.codonj.core.driver.Compiler\"); } catch (ClassNotFoundException e) { throw new RuntimeException(e); } }");
    unusable("its class cannot be loaded");
  }

  @Test
  void listsAModuleWithoutSource() throws Exception {
    workshop.plugin("bad", "", "public List<StdlibModule> modules() { return List.of(StdlibModule.of(\"nowhere\")); }");
    unusable("the module 'nowhere' has no source in stdlib");
  }

  @Test
  void takesAPrefixOfPython() throws Exception {
    workshop.plugin("bad", "", LITERAL.formatted("return literal;").replace("\"x\"", "\"rb\""));
    unusable("the prefix 'rb' is Python's own");
  }

  @Test
  void needsAPluginThatIsNotThere() throws Exception {
    workshop.plugin("bad", "plugin.dependencies=other", LITERAL.formatted("return literal;"));
    unusable("it needs the plugin 'other', which is not installed");
  }

  @Test
  void needsAPluginThatNeedsIt() throws Exception {
    workshop.plugin("bad", "plugin.dependencies=worse", LITERAL.formatted("return literal;"));
    workshop.plugin("worse", "plugin.dependencies=bad", LITERAL.formatted("return literal;"));
    var result = workshop.run("print(1)\n", "--plugin", "bad");
    assertThat(result.err()).contains("the plugin 'bad' cannot be used: ").contains("need each other");
  }

  @Test
  void hasTheModuleOfAnotherPlugin() throws Exception {
    module("bad");
    module("also");
    unusable("'shared' of its modules is also of the plugin 'also'; choose one with --disable-plugin");
    assertThat(workshop.run("import shared\nprint(shared.NAME)\n", "--disable-plugin", "also").out()).isEqualTo("bad\n");
  }

  private void module(String id) throws IOException {
    Path folder = workshop.plugin(id, "", "public List<StdlibModule> modules() { return List.of(StdlibModule.of(\"shared\")); }");
    Files.createDirectories(folder.resolve("stdlib"));
    Files.writeString(folder.resolve("stdlib/shared.codon"), "NAME = '" + id + "'\n");
  }

  @Test
  void hasALiteralOfAnotherPluginInForce() throws Exception {
    workshop.plugin("bad", "", LITERAL.formatted("return literal;"));
    workshop.plugin("also", "", LITERAL.formatted("return literal;"));
    assertThat(workshop.run("print(1)\n", "--plugin", "bad,also").err())
        .contains("the plugins 'bad' and 'also' both define the prefix 'x' [CJ0704]");
  }

  @Test
  void throwsWhileItExpands() throws Exception {
    workshop.plugin("bad", "", LITERAL.formatted("throw new IllegalStateException(\"not today\");"));
    fails("print(x'1')\n", "failed here: IllegalStateException: not today [CJ0703]");
  }

  @Test
  void recursesWithoutEnd() throws Exception {
    workshop.plugin("bad", "", LITERAL.formatted("return expand(literal, context);"));
    fails("print(x'1')\n", "failed here: StackOverflowError [CJ0703]");
  }

  @Test
  void expandsToItsOwnSyntaxForever() throws Exception {
    workshop.plugin("bad", "", LITERAL.formatted("return literal;"));
    fails("print(x'1')\n", "expands this without end [CJ0703]");
  }

  @Test
  void expandsToNothing() throws Exception {
    workshop.plugin("bad", "", LITERAL.formatted("return null;"));
    fails("print(x'1')\n", "made nothing of this [CJ0703]");
  }

  @Test
  void hasALibraryThatDoesNotParse() throws Exception {
    module("bad");
    Path source = workshop.plugins().resolve("bad/stdlib/shared.codon");
    Files.writeString(source, "def f(:\n");
    assertThat(workshop.run("import shared\n").err()).contains("<codonj>/plugins/bad/shared.codon:1:6: error: ");
  }

  @Test
  void throwsInAPass() throws Exception {
    workshop.plugin("bad", "", PASS.formatted("throw new IllegalStateException(\"not today\");"));
    fails("print(1)\n", "the pass 'bad-pass' of the plugin 'bad' failed: IllegalStateException: not today [CJ0703]");
  }

  @Test
  void returnsNoModule() throws Exception {
    workshop.plugin("bad", "", PASS.formatted("return null;"));
    fails("print(1)\n", "returned no module [CJ0703]");
  }

  @Test
  void returnsInvalidIr() throws Exception {
    workshop.plugin("bad", "", PASS.formatted("""
        var functions = new LinkedHashMap<>(module.functions());
        functions.remove(module.entry());
        return new IrModule(module.name(), module.globals(), functions, module.entry());
        """));
    fails("print(1)\n", "made IR that is not valid [CJ0706]");
    assertThat(workshop.run("# codonj: plugins=bad\nprint(1)\n", "--disable-opt", "bad-pass").out()).isEqualTo("1\n");
  }

  @Test
  void hasAPassThatDoesNotEnd() throws Exception {
    workshop.plugin("bad", "", PASS.formatted("while (module != null) { Thread.onSpinWait(); } return module;"));
    Files.writeString(work.resolve("program.py"), "# codonj: plugins=bad\nprint(1)\n");
    assertThat(workshop.codonjWith(Map.of("CODONJ_PASS_LIMIT", "1"), "run", "program.py").err())
        .contains("the pass 'bad-pass' of the plugin 'bad' does not end [CJ0708]");
  }
}
