package io.codonj.core.snapshot;

import io.codonj.api.ast.AstPrinter;
import io.codonj.api.diagnostic.Diagnostic;
import io.codonj.api.source.SourceFile;
import io.codonj.core.syntax.ParseResult;
import io.codonj.core.syntax.Parser;
import io.codonj.core.syntax.SyntaxOptions;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// The stage that starts from source text: the tree, or the problems, one a line.
///
/// A first line `# options: python keyword=NAME` turns the dialect off and adds keywords of plugins.
final class SyntaxStages {
  private static final String OPTIONS = "# options:";

  private SyntaxStages() {}

  static String run(String input) {
    var file = new SourceFile("input.py", input);
    ParseResult result = Parser.parse(file, "input", options(input.lines().findFirst().orElse("")));
    return result.succeeded()
        ? AstPrinter.print(result.module())
        : result.problems().stream().map(SyntaxStages::line).collect(Collectors.joining("\n"));
  }

  private static SyntaxOptions options(String firstLine) {
    List<String> words =
        firstLine.startsWith(OPTIONS) ? Arrays.asList(firstLine.substring(OPTIONS.length()).split(" ")) : List.of();
    var keywords =
        words.stream().filter(word -> word.startsWith("keyword=")).map(word -> word.substring(8)).toList();
    return new SyntaxOptions(keywords, !words.contains("python"));
  }

  private static String line(Diagnostic problem) {
    var span = problem.span();
    int width = span.file().text().codePointCount(span.start(), span.end());
    String place = span.line() + ":" + span.column() + "+" + width;
    String notes = problem.notes().stream().map(note -> "\n  note: " + note).collect(Collectors.joining());
    return place + ": " + problem.message() + " [" + problem.code().code() + "]" + notes;
  }
}
