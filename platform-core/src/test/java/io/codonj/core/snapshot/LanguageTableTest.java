package io.codonj.core.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.codonj.api.diagnostic.Severity;
import io.codonj.core.driver.BuildOptions;
import io.codonj.core.driver.Compilation;
import io.codonj.core.driver.CompileRequest;
import io.codonj.core.driver.CompileResult;
import io.codonj.core.driver.Product;
import io.codonj.core.source.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Compiles the example of each row of `docs/language.md` and compares with what the row says.
class LanguageTableTest {
  private static final Path TABLE = Path.of("../docs/language.md");
  private static final Pattern ROW = Pattern.compile("\\| (.+?) \\| `(.+)` \\| (supported|refused \\((CJ\\d+)\\)) \\|");
  private static final int LEAST_ROWS = 80;

  @TempDir Path directory;

  @TestFactory
  Stream<DynamicTest> rows() throws IOException {
    var rows = Files.readAllLines(TABLE).stream()
        .filter(line -> line.startsWith("| ") && !line.startsWith("| construct")).toList();
    assertThat(rows).hasSizeGreaterThan(LEAST_ROWS);
    return rows.stream().map(row -> dynamicTest(row, () -> check(row)));
  }

  private void check(String row) throws IOException {
    Matcher parts = ROW.matcher(row);
    assertThat(parts.matches()).as(row).isTrue();
    Path file = directory.resolve("example.py");
    Files.writeString(file, parts.group(2).replace("\\|", "|").replace('⏎', '\n') + "\n");
    var request = new CompileRequest(file.toString(), Product.CHECKED, Path.of(""), BuildOptions.RELEASE);
    CompileResult result = new Compilation(Installation.ofThisProcess().orElseThrow()).run(request);
    var errors = result.diagnostics().stream().filter(each -> each.severity() == Severity.ERROR).toList();
    if (parts.group(4) == null) {
      assertThat(errors).as(row).isEmpty();
    } else {
      assertThat(errors).as(row).isNotEmpty();
      assertThat(errors.getFirst().code().code()).as(row).isEqualTo(parts.group(4));
    }
  }
}
