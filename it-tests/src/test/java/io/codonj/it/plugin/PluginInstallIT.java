package io.codonj.it.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.codonj.it.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `codonj plugin install`, `update`, `verify` and `remove`, and the lock of a project.
final class PluginInstallIT {
  private static final String HELLO = """
      public List<CommandExtension> commands() {
        return List.of(new CommandExtension() {
          public String name() { return "NAME-hello"; }
          public String summary() { return "hello"; }
          public int run(List<String> arguments, Console console) { console.out().println("TEXT"); return 0; }
        });
      }
      """;

  @TempDir Path work;
  private PluginWorkshop author = new PluginWorkshop(Path.of("."));
  private PluginWorkshop user = new PluginWorkshop(Path.of("."));

  @BeforeEach
  void start() throws IOException {
    author = new PluginWorkshop(Files.createDirectories(work.resolve("author")));
    user = new PluginWorkshop(Files.createDirectories(work.resolve("user")));
  }

  private Path make(String id, String properties, String text) throws IOException {
    return author.plugin(id, properties, HELLO.replace("NAME", id).replace("TEXT", text));
  }

  private Processes.Result manage(String... arguments) throws Exception {
    return user.codonj(Stream.concat(Stream.of("plugin"), Stream.of(arguments)).toArray(String[]::new));
  }

  private void refuses(String why, String... arguments) throws Exception {
    var result = manage(arguments);
    assertThat(result.err()).contains(why).doesNotContain("internal error");
    assertThat(result.status()).isEqualTo(1);
    try (Stream<Path> left = Files.list(user.work().resolve("data/codonj/plugins"))) {
      assertThat(left.map(each -> each.getFileName().toString()).filter(each -> !each.equals(".lock") && each.startsWith("."))).isEmpty();
    }
  }

  @Test
  void comesFromAZipIsVerifiedUpdatedAndRemoved() throws Exception {
    String zip = PluginWorkshop.zip(make("one", "", "first")).toString();
    assertThat(manage("install", zip).out()).isEqualTo("installed one 1.0.0\n");
    assertThat(user.codonj("one-hello").out()).isEqualTo("first\n");
    assertThat(manage("verify").out()).isEqualTo("one: as installed\n");
    assertThat(manage("update").out()).as("the same zip").isEmpty();

    PluginWorkshop.zip(make("one", "", "second"));
    assertThat(manage("update", "one").out()).isEqualTo("updated one to 1.0.0\n");
    assertThat(user.codonj("one-hello").out()).isEqualTo("second\n");

    Path installed = user.work().resolve("data/codonj/plugins/one");
    Files.writeString(installed.resolve("plugin.properties"), "plugin.id=one\nplugin.version=1.0.0\n# changed\n");
    Files.writeString(installed.resolve("more"), "");
    var verified = manage("verify", "one");
    assertThat(verified.out()).isEqualTo("one: plugin.properties has been changed\none: more is new\n");
    assertThat(verified.status()).isEqualTo(1);

    assertThat(manage("remove", "one").out()).isEqualTo("removed one\n");
    assertThat(installed).doesNotExist();
    refuses("no plugin named 'one' is installed", "remove", "one");
  }

  @Test
  void aChecksumMustBeRight() throws Exception {
    Path zip = PluginWorkshop.zip(make("one", "", "hello"));
    refuses("not 0123abcd", "install", "--sha256", "0123abcd", zip.toString());
    Files.writeString(zip.resolveSibling("one.zip.sha256"), "ffff  one.zip\n");
    refuses("not ffff", "install", zip.toString());
    assertThat(manage("list").out().lines()).noneMatch(line -> line.startsWith("one "));
  }

  @Test
  void aPinnedKeyDemandsItsSignature() throws Exception {
    Path zip = PluginWorkshop.zip(make("one", "", "hello"));
    KeyPair keys = KeyPairGenerator.getInstance("EC").generateKeyPair();
    Path pinned = user.work().resolve("config/codonj/keys/one.pub");
    Files.createDirectories(pinned.getParent());
    Files.writeString(pinned, "-----BEGIN PUBLIC KEY-----\n" + Base64.getMimeEncoder().encodeToString(keys.getPublic().getEncoded())
        + "\n-----END PUBLIC KEY-----\n");
    refuses("one.zip is not signed", "install", zip.toString());
    refuses("only an archive can be signed", "install", author.plugins().resolve("one").toString());

    sign(zip, KeyPairGenerator.getInstance("EC").generateKeyPair());
    refuses("is not a signature of", "install", zip.toString());
    Files.writeString(zip.resolveSibling("one.zip.sig"), "no signature");
    refuses("is not a signature of", "install", zip.toString());

    sign(zip, keys);
    assertThat(manage("install", zip.toString()).out()).isEqualTo("installed one 1.0.0\n");
    Files.delete(pinned);
    refuses("was signed with a key", "update", "one");
  }

  private static void sign(Path file, KeyPair keys) throws Exception {
    Signature signature = Signature.getInstance("SHA256withECDSA");
    signature.initSign(keys.getPrivate());
    signature.update(Files.readAllBytes(file));
    Files.writeString(file.resolveSibling(file.getFileName() + ".sig"), Base64.getEncoder().encodeToString(signature.sign()));
  }

  @Test
  void aFailedInstallChangesNothing() throws Exception {
    manage("install", make("one", "", "first").toString());
    Path folder = make("one", "plugin.requires=>=9.0.0", "second");
    refuses("the plugin 'one' cannot be used: it requires version >=9.0.0", "install", folder.toString());
    Path rival = author.plugin("rival", "", HELLO.replace("NAME", "one").replace("TEXT", "rival"));
    Path other = make("other", "", "other");
    refuses("'one-hello' of its commands is also of the plugin 'one'", "install", other.toString(), rival.toString());
    refuses("it needs the plugin 'absent'", "install", make("needy", "plugin.dependencies=absent", "needy").toString());
    Path empty = Files.createDirectories(work.resolve("empty"));
    refuses("holds no plugin.properties", "install", empty.toString());
    refuses("is no plugin", "install", Files.writeString(work.resolve("text.zip"), "no zip").toString());
    refuses("there is no file or folder", "install", "nowhere.zip");
    assertThat(manage("list").out()).contains("one          1.0.0").doesNotContain("other ", "rival ", "needy ");
    assertThat(user.codonj("one-hello").out()).isEqualTo("first\n");
  }

  @Test
  void whatItNeedsComesWithIt() throws Exception {
    make("base", "", "base");
    Path top = make("top", "plugin.dependencies=base@>=1.0.0", "top");
    assertThat(manage("install", top.toString()).out()).isEqualTo("installed top 1.0.0\ninstalled base 1.0.0\n");
    refuses("the plugin 'top' needs 'base'; remove both", "remove", "base");
    Path demanding = make("demanding", "plugin.dependencies=base@>=2.0.0", "demanding");
    refuses("it needs version >=2.0.0 of the plugin 'base'; this is 1.0.0", "install", demanding.toString());
    assertThat(manage("remove", "base", "top").status()).isZero();
  }

  @Test
  void aProjectIsLockedToItsPlugins() throws Exception {
    Path zip = PluginWorkshop.zip(make("one", "", "first"));
    Path vendored = Files.createDirectories(user.work().resolve("vendor")).resolve("one.zip");
    Files.copy(zip, vendored);
    Files.writeString(user.work().resolve("codonj.toml"), "main = 'program.py'\n[plugins]\none = '>=1.0 & <2.0'\n");
    manage("install", vendored.toString());
    Path lock = user.work().resolve("codonj.lock");
    assertThat(lock).content().contains("id = \"one\"", "version = \"1.0.0\"", "source = \"vendor/one.zip\"");
    assertThat(user.run("print(1)\n").out()).isEqualTo("1\n");

    manage("remove", "one");
    assertThat(manage("install").out()).isEqualTo("installed one 1.0.0\n");
    String locked = Files.readString(lock);
    Files.writeString(lock, locked.replace("1.0.0", "1.0.1"));
    assertThat(user.run("print(1)\n").err()).contains("the plugin 'one' is locked to version 1.0.1, 1.0.0 is installed");
    Files.writeString(lock, locked);

    PluginWorkshop.zip(make("one", "", "second"));
    manage("install", zip.toString());
    assertThat(lock).as("another one is installed, and locked").content().isNotEqualTo(locked);
    Files.writeString(lock, locked);
    assertThat(user.run("print(1)\n").err()).contains("another one of that version is installed");
    assertThat(manage("install").out()).isEqualTo("installed one 1.0.0\n");
    assertThat(user.run("print(1)\n").out()).isEqualTo("1\n");
    Files.copy(zip, vendored, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    manage("remove", "one");
    refuses("is not the one that the project is locked to", "install");

    Files.writeString(user.work().resolve("codonj.toml"), "main = 'program.py'\n[plugins]\none = '>=2.0'\n");
    refuses("the plugin 'one' of", "install");
  }
}
