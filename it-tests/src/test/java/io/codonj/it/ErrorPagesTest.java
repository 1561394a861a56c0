package io.codonj.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.codonj.api.diagnostic.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Each error code has a page, and each page a code.
final class ErrorPagesTest {
  private static final Path PAGES = Path.of(System.getProperty("codonj.root", ".."), "docs/errors");

  /// Told where libc is missing; there the tests do not run either.
  private static final List<String> UNTESTABLE = List.of("CJ0603");

  @Test
  void codesAndPagesMatch() throws IOException {
    var codes = new TreeSet<String>();
    for (ErrorCode code : codes()) {
      assertThat(codes.add(code.code())).as("code " + code.code() + " is used twice").isTrue();
    }
    try (Stream<Path> files = Files.list(PAGES)) {
      var pages = new TreeSet<>(files.map(each -> each.getFileName().toString().replace(".md", "")).toList());
      assertThat(pages).isEqualTo(codes);
    }
  }

  @Test
  void pagesNameTheirCode() throws IOException {
    try (Stream<Path> files = Files.list(PAGES)) {
      for (Path page : files.toList()) {
        String code = page.getFileName().toString().replace(".md", "");
        assertThat(Files.readString(page)).startsWith("# " + code + ": ");
      }
    }
  }

  /// A snapshot, an expectation, or another test names the code.
  @Test
  void eachCodeIsTriggeredByATest() throws IOException {
    var unseen = new ArrayList<>(codes());
    unseen.removeIf(code -> UNTESTABLE.contains(code.code()));
    for (Path tests : testSources()) {
      try (Stream<Path> files = Files.walk(tests)) {
        for (Path file : files.filter(each -> each.toString().matches(".*\\.(snap|java|reject|stderr)")).toList()) {
          String text = Files.readString(file);
          unseen.removeIf(code -> text.contains(code.code()) || text.contains(constant(code)));
        }
      }
    }
    assertThat(unseen).extracting(ErrorCode::code).as("codes that no test mentions").isEmpty();
  }

  private static String constant(ErrorCode code) {
    return code.getClass().getSimpleName() + "." + ((Enum<?>) code).name();
  }

  private static List<Path> testSources() throws IOException {
    try (Stream<Path> folders = Files.find(PAGES.resolve("../.."), 4, (path, _) -> path.endsWith("src/test"))) {
      return folders.toList();
    }
  }

  private static List<ErrorCode> codes() {
    return new ClassFileImporter()
        .importPackages("io.codonj").stream()
            .filter(each -> each.isEnum() && each.isAssignableTo(ErrorCode.class))
            .map(JavaClass::reflect)
            .flatMap(each -> Stream.of(each.getEnumConstants()))
            .map(ErrorCode.class::cast)
            .toList();
  }
}
