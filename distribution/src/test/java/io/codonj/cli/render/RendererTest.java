package io.codonj.cli.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.codonj.api.diagnostic.Diagnostic;
import io.codonj.api.diagnostic.ErrorCode;
import io.codonj.api.diagnostic.Fix;
import io.codonj.api.diagnostic.Severity;
import io.codonj.api.source.SourceFile;
import io.codonj.api.source.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RendererTest {
  private static final SourceFile FILE = new SourceFile("app.py", "total = 1\n\tprint(\u6771 + totl)\n");

  private enum Code implements ErrorCode {
    NAME;

    @Override
    public String code() {
      return "CJ0201";
    }

    @Override
    public Severity severity() {
      return Severity.ERROR;
    }
  }

  private static final Diagnostic PROBLEM =
      Diagnostic.of(Code.NAME, span("totl"), "name 'totl' is not defined")
          .withLabel(span("total"), "the nearest name")
          .withNote("first line\nsecond line")
          .withFix(new Fix("did you mean 'total'?", span("totl"), "total"));

  @Test
  void textShowsSourceCaretNotesAndFixes() {
    assertThat(new TextRenderer(false).render(List.of(PROBLEM)))
        .isEqualTo(
            """
            app.py:2:12: error: name 'totl' is not defined [CJ0201]
              2 |     print(\u6771 + totl)
                |                ^^^^
              note: app.py:1:1: the nearest name
              1 | total = 1
                | ^^^^^
              note: first line
                    second line
              fix: did you mean 'total'?
            """);
  }

  @Test
  void colourSurroundsButDoesNotChangeTheText() {
    String coloured = new TextRenderer(true).render(List.of(PROBLEM));
    assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(new TextRenderer(false).render(List.of(PROBLEM)));
    assertThat(coloured).contains("\u001b[1;31merror:\u001b[0m");
  }

  @Test
  void aDiagnosticWithoutAPlaceIsSaidByCodonj() {
    assertThat(new TextRenderer(false).render(List.of(Diagnostic.of(Code.NAME, Span.NONE, "no"))))
        .isEqualTo("codonj: error: no [CJ0201]\n");
  }

  @Test
  void anErrorAtTheEndOfTheFileHasACaret() {
    var end = new SourceFile("a.py", "x = (");
    assertThat(new TextRenderer(false).render(List.of(Diagnostic.of(Code.NAME, new Span(end, 5, 5), "more"))))
        .isEqualTo("a.py:1:6: error: more [CJ0201]\n  1 | x = (\n    |      ^\n");
  }

  @Test
  void jsonIsOneLinePerDiagnostic() {
    String json = new JsonRenderer().render(List.of(PROBLEM, PROBLEM));
    assertThat(json.lines()).hasSize(2);
    assertThat(json)
        .startsWith("{\"code\":\"CJ0201\",\"severity\":\"error\",\"message\":\"name 'totl' is not defined\",\"labels\":[{\"file\":\"app.py\",\"line\":2,\"column\":12,\"endLine\":2,\"endColumn\":16,")
        .contains("\"notes\":[\"first line\\nsecond line\"]", "\"replacement\":\"total\"");
  }

  @Test
  void sarifNamesToolRulesAndRegions() {
    assertThat(new SarifRenderer("1.2").render(List.of(PROBLEM)))
        .contains(
            "\"version\":\"2.1.0\"",
            "\"name\":\"codonj\",\"version\":\"1.2\",\"rules\":[{\"id\":\"CJ0201\"}]",
            "\"region\":{\"startLine\":2,\"startColumn\":12,\"endLine\":2,\"endColumn\":16}",
            "\"insertedContent\":{\"text\":\"total\"}");
  }

  private static Span span(String text) {
    int start = FILE.text().indexOf(text);
    return new Span(FILE, start, start + text.length());
  }
}
