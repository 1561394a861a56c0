package io.codonj.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a `codonj.toml` changes.
final class ProjectIT {
  @TempDir Path work;
  private InstalledCodonj outside = new InstalledCodonj(Path.of("."));
  private InstalledCodonj inside = new InstalledCodonj(Path.of("."));

  @BeforeEach
  void start() throws Exception {
    outside = new InstalledCodonj(work);
    assertThat(outside.call("new", "app", "my-app").status()).isZero();
    inside = new InstalledCodonj(work.resolve("my-app"));
  }

  @Test
  void aNewApplicationRunsAndBuilds() throws Exception {
    assertThat(inside.call("run")).isEqualTo(new Processes.Result(0, "Hello, world!\n", ""));
    assertThat(inside.call("check")).isEqualTo(new Processes.Result(0, "", ""));
    assertThat(inside.call("build").status()).isZero();
    assertThat(Processes.run(work, "", Map.of(), List.of(work.resolve("my-app/build/my-app").toString())).out())
        .isEqualTo("Hello, world!\n");
  }

  @Test
  void anApplicationGetsItsArguments() throws Exception {
    write("src/main.py", "import sys\nprint(sys.argv)\n");
    assertThat(inside.call("run").out()).isEqualTo("['src/main.py']\n");
    assertThat(inside.call("run", ".", "-x", "y").out()).isEqualTo("['src/main.py', '-x', 'y']\n");
    assertThat(outside.call("run", "my-app", "z").out()).isEqualTo("['my-app/src/main.py', 'z']\n");
  }

  @Test
  void aNewLibraryIsBuiltForC() throws Exception {
    assertThat(outside.call("new", "lib", "shapes").status()).isZero();
    var library = new InstalledCodonj(work.resolve("shapes"));
    assertThat(library.call("build")).isEqualTo(new Processes.Result(0, "", ""));
    assertThat(work.resolve("shapes/build/libshapes.so")).isNotEmptyFile();
  }

  @Test
  void profilesHaveFlags() throws Exception {
    write("src/main.py", "print(LEVEL)\n");
    write("codonj.toml", "main = 'src/main.py'\n[profile.release]\nflags = ['-D', 'LEVEL=1']\n[profile.high]\nflags = ['-DLEVEL=9']\n");
    assertThat(inside.call("run").out()).isEqualTo("1\n");
    assertThat(inside.call("run", "--profile", "high").out()).isEqualTo("9\n");
    assertThat(inside.call("run", "-D", "LEVEL=5").out()).isEqualTo("5\n");
    assertThat(inside.call("run", "--profile", "none").err()).contains("there is no profile 'none'");
    write("codonj.toml", "main = 'src/main.py'\n[profile.release]\nflags = ['-bogus']\n");
    assertThat(inside.call("run").status()).isEqualTo(2);
  }

  @Test
  void aCachedProgramFollowsItsProject() throws Exception {
    write("tool.py", "print(LEVEL)\n");
    write("codonj.toml", "[profile.release]\nflags = ['-DLEVEL=1']\n");
    Thread.sleep(60);
    assertThat(inside.call("run", "tool.py").out()).isEqualTo("1\n");
    assertThat(inside.call("run", "tool.py").out()).isEqualTo("1\n");
    write("codonj.toml", "[profile.release]\nflags = ['-DLEVEL=2']\n");
    assertThat(inside.call("run", "tool.py").out()).isEqualTo("2\n");
  }

  @Test
  void mistakesAreNamedWithTheirFileAndLine() throws Exception {
    write("codonj.toml", "name = 'x'\nmain = unquoted\n");
    var result = inside.call("build");
    assertThat(result.status()).isEqualTo(2);
    assertThat(result.err()).contains("codonj.toml: line 2: 'unquoted' is neither a number nor true or false");
    write("codonj.toml", "nmae = 'x'\n");
    assertThat(inside.call("build").err()).contains("codonj.toml: unknown key 'nmae'");
    assertThat(outside.call("build").err()).contains("there is no codonj.toml here or above");
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(work.resolve("my-app").resolve(name), text);
  }
}
