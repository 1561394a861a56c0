package io.codonj.api.diagnostic;

import io.codonj.api.source.Span;
import java.util.ArrayList;
import java.util.List;

/// A problem as a value: what is wrong, where, why, and what to do about it.
///
/// The first label is the primary one and lies in the user's code whenever the user's code is the cause.
public record Diagnostic(
    ErrorCode code, Severity severity, String message, List<Label> labels, List<String> notes, List<Fix> fixes) {

  public Diagnostic {
    labels = List.copyOf(labels);
    notes = List.copyOf(notes);
    fixes = List.copyOf(fixes);
  }

  public static Diagnostic of(ErrorCode code, Span span, String message) {
    return new Diagnostic(code, code.severity(), message, List.of(new Label(span, "")), List.of(), List.of());
  }

  public Diagnostic withNote(String note) {
    return new Diagnostic(code, severity, message, labels, append(notes, note), fixes);
  }

  public Diagnostic withLabel(Span span, String text) {
    return new Diagnostic(code, severity, message, append(labels, new Label(span, text)), notes, fixes);
  }

  public Diagnostic withFix(Fix fix) {
    return new Diagnostic(code, severity, message, labels, notes, append(fixes, fix));
  }

  public Span span() {
    return labels.getFirst().span();
  }

  private static <T> List<T> append(List<T> list, T item) {
    var longer = new ArrayList<>(list);
    longer.add(item);
    return longer;
  }
}
