package io.codonj.core.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// `docs/library.md` says what the library has of CPython's names. `-Dcodonj.bless=true` writes it anew.
class LibraryTableTest {
  private static final Path RESOURCES = Path.of("src/test/resources/library");
  private static final Path PAGE = Path.of("../docs/library.md");

  @Test
  void pageIsUpToDate() throws IOException {
    var modules = CpythonNames.read(RESOURCES.resolve("cpython-3.11.txt"));
    String page = LibraryTable.of(Path.of("src/main/codonj"), RESOURCES).page(modules);
    if (Boolean.getBoolean("codonj.bless") && System.getenv("CI") == null) {
      Files.writeString(PAGE, page);
    }
    assertThat(page).as("docs/library.md is stale: run this test with -Dcodonj.bless=true").isEqualTo(Files.readString(PAGE));
  }
}
