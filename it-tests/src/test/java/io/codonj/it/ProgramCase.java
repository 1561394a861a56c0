package io.codonj.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// One program with what CPython made of it, in files beside it.
///
/// ```
/// NAME.py      the program; NAME.codon where CPython cannot run it, and then the results are written by hand
/// NAME.out     standard output
/// NAME.in      standard input                       (default: empty)
/// NAME.args    arguments, one per line              (default: none)
/// NAME.exit    exit status                          (default: 0)
/// NAME.stderr  texts that standard error contains, one per line
/// NAME.warnings  texts that the compiler's warnings contain, one per line
/// NAME.reject  the program must not compile: line of the first diagnostic, then words of its
///              message or its code, of which one must be there
/// ```
record ProgramCase(Path program, String name) {
  static final Path ROOT = Path.of("src/test/resources/cases");

  /// The property that selects cases whose name contains its value.
  private static final String FILTER = System.getProperty("codonj.only", "");

  static List<ProgramCase> all() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files
          .filter(file -> isSource(file) && isProgram(file))
          .map(file -> new ProgramCase(file, ROOT.relativize(file).toString()))
          .filter(each -> each.name().contains(FILTER))
          .sorted((a, b) -> a.name().compareTo(b.name()))
          .toList();
    }
  }

  private static boolean isSource(Path file) {
    return file.toString().endsWith(".py") || file.toString().endsWith(".codon");
  }

  /// Is it ordinary Python, so that CPython's results count?
  boolean isPython() {
    return program.toString().endsWith(".py");
  }

  /// Modules that a program imports stand beside it and have no expectations of their own.
  private static boolean isProgram(Path file) {
    return Files.exists(sibling(file, ".out")) || Files.exists(sibling(file, ".reject"));
  }

  boolean isRejected() {
    return Files.exists(side(".reject"));
  }

  Path side(String suffix) {
    return sibling(program, suffix);
  }

  String text(String suffix) {
    try {
      Path file = side(suffix);
      return Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : "";
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  List<String> lines(String suffix) {
    return text(suffix).lines().toList();
  }

  int exitStatus() {
    String status = text(".exit").strip();
    return status.isEmpty() ? 0 : Integer.parseInt(status);
  }

  private static Path sibling(Path file, String suffix) {
    String name = file.getFileName().toString();
    return file.resolveSibling(name.substring(0, name.lastIndexOf('.')) + suffix);
  }
}
