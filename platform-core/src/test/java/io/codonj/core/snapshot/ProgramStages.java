package io.codonj.core.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.codonj.api.diagnostic.Diagnostic;
import io.codonj.api.source.Span;
import io.codonj.core.driver.BuildOptions;
import io.codonj.core.driver.Compilation;
import io.codonj.core.driver.CompileRequest;
import io.codonj.core.driver.CompileResult;
import io.codonj.core.driver.Product;
import io.codonj.core.source.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;

/// The stages that check whole programs against the library.
///
/// - `infer/*`: the types that inference found, as `--emit=types` lists them.
/// - `diagnostics/CODE-*`: the diagnostics of a program with all their parts; one of them has the code of the file's name.
final class ProgramStages {
  private ProgramStages() {}

  static String run(Path file, String input) throws IOException {
    boolean isDialect = input.startsWith("# dialect\n");
    Path directory = Files.createTempDirectory("codonj-snapshot");
    Path program = directory.resolve(isDialect ? "input.codon" : "input.py");
    try {
      Files.writeString(program, input);
      return file.startsWith("infer") ? types(program) : diagnostics(program, code(file));
    } finally {
      Files.deleteIfExists(program);
      Files.deleteIfExists(directory);
    }
  }

  private static String types(Path program) {
    CompileResult result = compile(program, Product.TYPES);
    String problems = problems(result);
    assertThat(result.text()).as(problems).isPresent();
    return result.text().get().replace(program.toString(), "input") + problems;
  }

  private static String diagnostics(Path program, String code) {
    String problems = problems(compile(program, Product.CHECKED));
    assertThat(problems).contains("[" + code + "]");
    return problems;
  }

  private static String code(Path file) {
    return file.getFileName().toString().split("[-.]", 2)[0];
  }

  private static CompileResult compile(Path program, Product product) {
    var request = new CompileRequest(program.toString(), product, program, BuildOptions.DEBUG);
    return new Compilation(Installation.ofThisProcess().orElseThrow()).run(request);
  }

  private static String problems(CompileResult result) {
    return result.diagnostics().stream().map(ProgramStages::text).collect(Collectors.joining());
  }

  private static String text(Diagnostic problem) {
    var out = new StringBuilder();
    out.append(place(problem.span())).append(' ').append(problem.severity().name().toLowerCase(Locale.ROOT));
    out.append(": ").append(problem.message()).append(" [").append(problem.code().code()).append("]\n");
    problem.labels().stream().skip(1).forEach(
        label -> out.append("  at ").append(place(label.span())).append(' ').append(label.text()).append('\n'));
    problem.notes().forEach(note -> out.append("  note: ").append(note).append('\n'));
    problem.fixes().forEach(fix -> out.append("  fix: ").append(fix.description()).append('\n'));
    return out.toString();
  }

  /// LINE:COLUMN+WIDTH.
  private static String place(Span span) {
    int width = span.file().text().codePointCount(span.start(), span.end());
    return span.line() + ":" + span.column() + "+" + width;
  }
}
