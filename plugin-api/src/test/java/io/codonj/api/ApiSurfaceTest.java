package io.codonj.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// What plugins can see of the API, sealed types with what they permit included, is what the files in
/// `src/test/resources/api` say. A line that goes away, or changes, breaks plugins: those of stable types may do so in a new
/// major version only. A new line is accepted with `-Dcodonj.bless=true`.
final class ApiSurfaceTest {
  private static final Path EXPECTED = Path.of("src/test/resources/api");
  private static final String BASE = "io.codonj.api";

  @TestFactory
  Stream<DynamicTest> surface() throws Exception {
    var packages = types().stream().collect(Collectors.groupingBy(Class::getPackageName, TreeMap::new, Collectors.toList()));
    return packages.entrySet().stream().map(each -> dynamicTest(each.getKey(), () -> check(each.getKey(), each.getValue())));
  }

  private static void check(String name, List<Class<?>> types) throws IOException {
    String actual = types.stream().map(ApiText::of).collect(Collectors.joining("\n"));
    Path file = EXPECTED.resolve(name.equals(BASE) ? "api.txt" : name.substring(BASE.length() + 1) + ".txt");
    if (Boolean.getBoolean("codonj.bless") && System.getenv("CI") == null) {
      Files.createDirectories(EXPECTED);
      Files.writeString(file, actual);
    }
    assertThat(actual).as("%s (accept with -Dcodonj.bless=true, if no plugin can break of it)", file)
        .isEqualTo(Files.exists(file) ? Files.readString(file) : "");
    assertThat(types).as("types that are neither @Stable nor @Experimental").allMatch(type -> !ApiText.promise(type).isEmpty());
  }

  private static List<Class<?>> types() throws Exception {
    Path root = Path.of(Stable.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (Stream<Path> files = Files.walk(root)) {
      return files.map(file -> root.relativize(file).toString())
          .filter(file -> file.startsWith(BASE.replace('.', '/')) && file.endsWith(".class") && !file.endsWith("package-info.class"))
          .sorted()
          .<Class<?>>map(ApiSurfaceTest::load)
          .filter(ApiText::isVisible)
          .toList();
    }
  }

  private static Class<?> load(String file) {
    try {
      return Class.forName(file.substring(0, file.length() - ".class".length()).replace('/', '.'), false, Stable.class.getClassLoader());
    } catch (ClassNotFoundException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
