package io.codonj.cli.render;

import io.codonj.api.diagnostic.Diagnostic;
import io.codonj.api.diagnostic.Fix;
import io.codonj.api.diagnostic.Label;
import io.codonj.api.diagnostic.Severity;
import io.codonj.api.source.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// A log in the Static Analysis Results Interchange Format, version 2.1.0 (OASIS), which code hosts and editors read.
public final class SarifRenderer implements DiagnosticRenderer {
  private final String toolVersion;

  public SarifRenderer(String toolVersion) {
    this.toolVersion = toolVersion;
  }

  @Override
  public String render(List<Diagnostic> diagnostics) {
    var rules =
        diagnostics.stream().map(each -> each.code().code()).distinct().map(id -> map("id", id)).toList();
    var driver = map("name", "codonj", "version", toolVersion, "rules", rules);
    var run =
        map(
            "tool", map("driver", driver),
            "columnKind", "unicodeCodePoints",
            "results", diagnostics.stream().map(SarifRenderer::result).toList());
    var log =
        map("$schema", "https://json.schemastore.org/sarif-2.1.0.json", "version", "2.1.0", "runs", List.of(run));
    return JsonText.of(log) + "\n";
  }

  private static SequencedMap<String, Object> result(Diagnostic diagnostic) {
    String text = String.join("\n", diagnostic.message(), String.join("\n", diagnostic.notes())).strip();
    var result =
        map(
            "ruleId", diagnostic.code().code(),
            "level", level(diagnostic.severity()),
            "message", map("text", text));
    if (diagnostic.span().exists()) {
      result.put("locations", List.of(map("physicalLocation", physical(diagnostic.span()))));
    }
    var others = diagnostic.labels().stream().skip(1).filter(each -> each.span().exists()).toList();
    if (!others.isEmpty()) {
      result.put("relatedLocations", others.stream().map(SarifRenderer::related).toList());
    }
    if (!diagnostic.fixes().isEmpty()) {
      result.put("fixes", diagnostic.fixes().stream().map(SarifRenderer::fix).toList());
    }
    return result;
  }

  private static SequencedMap<String, Object> related(Label label) {
    return map("physicalLocation", physical(label.span()), "message", map("text", label.text()));
  }

  private static SequencedMap<String, Object> fix(Fix fix) {
    var replacement = map("deletedRegion", region(fix.span()), "insertedContent", map("text", fix.replacement()));
    var change = map("artifactLocation", artifact(fix.span()), "replacements", List.of(replacement));
    return map("description", map("text", fix.description()), "artifactChanges", List.of(change));
  }

  private static SequencedMap<String, Object> physical(Span span) {
    return map("artifactLocation", artifact(span), "region", region(span));
  }

  private static SequencedMap<String, Object> artifact(Span span) {
    return map("uri", span.file().path().replace(" ", "%20"));
  }

  private static SequencedMap<String, Object> region(Span span) {
    return map(
        "startLine", span.line(),
        "startColumn", span.column(),
        "endLine", span.file().line(span.end()),
        "endColumn", span.file().column(span.end()));
  }

  private static String level(Severity severity) {
    return TextRenderer.name(severity);
  }

  private static SequencedMap<String, Object> map(Object... keysAndValues) {
    var map = new LinkedHashMap<String, Object>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return map;
  }
}
