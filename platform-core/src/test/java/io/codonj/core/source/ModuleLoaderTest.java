package io.codonj.core.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.codonj.api.ast.Module;
import io.codonj.api.diagnostic.Diagnostic;
import io.codonj.api.source.SourceFile;
import io.codonj.core.syntax.ParseResult;
import io.codonj.core.syntax.Parser;
import io.codonj.core.syntax.SyntaxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ModuleLoaderTest {
  @TempDir Path directory;
  private final List<Diagnostic> problems = new ArrayList<>();
  private final InputRecord inputs = new InputRecord();
  private final SourceFile program = new SourceFile("app/main.py", "");

  @BeforeEach
  void library() throws IOException {
    write("home/stdlib/math.codon");
    write("home/stdlib/sys.codon");
    write("home/stdlib/os/__init__.codon");
    write("home/stdlib/builtins/b.codon");
    write("home/stdlib/builtins/a.codon");
  }

  @Test
  void aModuleBesideTheProgramComesBeforeTheLibrary() throws IOException {
    write("app/math.py");
    assertThat(path("math", program)).isEqualTo(directory.resolve("app/math.py").toString());
  }

  @Test
  void theLibrarySeesOnlyTheLibrary() throws IOException {
    write("app/math.py");
    assertThat(path("math", new SourceFile("<codonj>/statistics.codon", ""))).isEqualTo("<codonj>/math.codon");
    assertThat(loader().find("math", null)).isPresent();
  }

  @Test
  void partsOfTheInterpreterCannotBeReplaced() throws IOException {
    write("app/sys.py");
    assertThat(path("sys", program)).isEqualTo("<codonj>/sys.codon");
  }

  @Test
  void codonComesBeforePythonAndPackagesBeforeModules() throws IOException {
    write("app/part.py");
    write("app/part.codon");
    assertThat(path("part", program)).endsWith("app/part.codon");
    write("app/part/__init__.py");
    assertThat(path("part", program)).endsWith("app/part/__init__.py");
    assertThat(loader().isPackage("part")).isTrue();
  }

  @Test
  void directoriesWithoutInitAndFurtherDirectoriesAreSearched() throws IOException {
    write("app/plain/inner.py");
    write("more/extra.py");
    assertThat(loader().find("plain", program)).isPresent();
    assertThat(path("plain.inner", program)).endsWith("app/plain/inner.py");
    assertThat(path("extra", program)).endsWith("more/extra.py");
    assertThat(loader().find("nothing", program)).isEmpty();
  }

  @Test
  void theSameNameGivesTheSameTree() throws IOException {
    write("app/part.py");
    var loader = loader();
    assertThat(loader.find("part", program).orElseThrow()).isSameAs(loader.find("part", program).orElseThrow());
    assertThat(loader.find("math", program).orElseThrow()).isSameAs(loader.find("math", null).orElseThrow());
  }

  @Test
  void builtinsComeInOrder() {
    assertThat(loader().builtins()).extracting(each -> each.name()).containsExactly("builtins.a", "builtins.b");
  }

  @Test
  void whatWasReadAndWhatWasMissedIsRecorded() throws IOException {
    write("app/part.py");
    loader().find("part", program);
    assertThat(inputs.contents().keySet()).containsExactly(directory.resolve("app/part.py"));
    assertThat(inputs.absent()).contains(directory.resolve("app/part.codon"), directory.resolve("app/part/__init__.py"));
  }

  @Test
  void problemsOfAnImportedFileAreReported() throws IOException {
    Files.writeString(write("app/part.py"), "def f(:\n");
    loader().find("part", program);
    assertThat(problems).isNotEmpty();
  }

  private ModuleLoader loader() {
    var installation = new Installation(directory.resolve("home"));
    Path main = directory.resolve("app/main.py");
    return new ModuleLoader(installation, main, List.of(directory.resolve("more")), inputs, problems::add,
        this::parse, _ -> Optional.empty());
  }

  private String path(String name, SourceFile importer) {
    return loader().find(name, importer).orElseThrow().span().file().path();
  }

  private Path write(String name) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, "x = 1\n");
  }

  private Module parse(SourceFile file, String name) {
    ParseResult result = Parser.parse(file, name, SyntaxOptions.DEFAULT);
    problems.addAll(result.problems());
    return result.module();
  }
}
