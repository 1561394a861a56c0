package io.codonj.cli.render;

import io.codonj.api.diagnostic.Diagnostic;
import io.codonj.api.diagnostic.Fix;
import io.codonj.api.diagnostic.Label;
import io.codonj.api.diagnostic.Severity;
import io.codonj.api.source.Span;
import java.util.List;

/// The form for people.
///
/// ```
/// fib.py:3:11: error: name 'm' is not defined [CJ0201]
///   3 |     print(m)
///     |           ^
///   note: ...
///   fix: did you mean 'n'?
/// ```
public final class TextRenderer implements DiagnosticRenderer {
  private final Palette palette;

  public TextRenderer(boolean coloured) {
    this.palette = coloured ? Palette.ANSI : Palette.PLAIN;
  }

  @Override
  public String render(List<Diagnostic> diagnostics) {
    var out = new StringBuilder();
    for (Diagnostic diagnostic : diagnostics) {
      render(diagnostic, out);
    }
    return out.toString();
  }

  private void render(Diagnostic diagnostic, StringBuilder out) {
    Span span = diagnostic.span();
    String severity = colour(diagnostic.severity(), name(diagnostic.severity()) + ":");
    if (span.exists()) {
      out.append(palette.bold(span.toString() + ":")).append(' ');
    } else {
      out.append(palette.bold("codonj:")).append(' ');
    }
    out.append(severity).append(' ').append(palette.bold(diagnostic.message()));
    out.append(" [").append(diagnostic.code().code()).append("]\n");
    List<Label> labels = diagnostic.labels();
    excerpt(labels.getFirst(), diagnostic.severity(), out);
    for (Label label : labels.subList(1, labels.size())) {
      if (label.span().exists()) {
        out.append("  ").append(palette.note("note:")).append(' ').append(label.span());
        out.append(label.text().isEmpty() ? "" : ": " + label.text()).append('\n');
        excerpt(new Label(label.span(), ""), Severity.NOTE, out);
      }
    }
    diagnostic.notes().forEach(note -> remark(palette.note("note:"), note, out));
    for (Fix fix : diagnostic.fixes()) {
      remark(palette.fix("fix:"), fix.description(), out);
    }
  }

  private void excerpt(Label label, Severity severity, StringBuilder out) {
    Span span = label.span();
    if (!span.exists() || span.file().text().isEmpty()) {
      return;
    }
    int line = span.line();
    String text = span.file().lineText(line);
    String number = Integer.toString(line);
    String margin = " ".repeat(number.length());
    var caret = CaretLine.of(text, span);
    out.append(palette.margin("  " + number + " |")).append(' ').append(caret.source()).append('\n');
    out.append(palette.margin("  " + margin + " |")).append(' ').append(" ".repeat(caret.indent()));
    String pointer = "^".repeat(caret.width()) + (label.text().isEmpty() ? "" : " " + label.text());
    out.append(colour(severity, pointer)).append('\n');
  }

  private static void remark(String kind, String text, StringBuilder out) {
    out.append("  ").append(kind).append(' ').append(text.replace("\n", "\n        ")).append('\n');
  }

  private String colour(Severity severity, String text) {
    return switch (severity) {
      case ERROR -> palette.error(text);
      case WARNING -> palette.warning(text);
      case NOTE -> palette.note(text);
    };
  }

  static String name(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case NOTE -> "note";
    };
  }
}
