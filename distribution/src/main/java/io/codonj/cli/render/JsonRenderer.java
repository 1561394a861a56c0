package io.codonj.cli.render;

import io.codonj.api.diagnostic.Diagnostic;
import io.codonj.api.source.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// One JSON object per line and diagnostic. Lines and columns are 1-based, columns count code points, ends are exclusive.
public final class JsonRenderer implements DiagnosticRenderer {
  @Override
  public String render(List<Diagnostic> diagnostics) {
    var out = new StringBuilder();
    for (Diagnostic diagnostic : diagnostics) {
      out.append(JsonText.of(object(diagnostic))).append('\n');
    }
    return out.toString();
  }

  private static SequencedMap<String, Object> object(Diagnostic diagnostic) {
    var map = new LinkedHashMap<String, Object>();
    map.put("code", diagnostic.code().code());
    map.put("severity", TextRenderer.name(diagnostic.severity()));
    map.put("message", diagnostic.message());
    map.put(
        "labels",
        diagnostic.labels().stream()
            .map(
                label -> {
                  var place = place(label.span());
                  place.put("text", label.text());
                  return place;
                })
            .toList());
    map.put("notes", diagnostic.notes());
    map.put(
        "fixes",
        diagnostic.fixes().stream()
            .map(
                fix -> {
                  var place = place(fix.span());
                  place.put("description", fix.description());
                  place.put("replacement", fix.replacement());
                  return place;
                })
            .toList());
    return map;
  }

  private static SequencedMap<String, Object> place(Span span) {
    var map = new LinkedHashMap<String, Object>();
    map.put("file", span.file().path());
    map.put("line", span.line());
    map.put("column", span.column());
    map.put("endLine", span.file().line(span.end()));
    map.put("endColumn", span.file().column(span.end()));
    return map;
  }
}
