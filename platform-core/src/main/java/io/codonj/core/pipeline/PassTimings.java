package io.codonj.core.pipeline;

import io.codonj.api.ir.IrModule;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// Adds up how long each pass took, for `--timings`.
public final class PassTimings implements PassObserver {
  private final Map<String, Long> nanoseconds = new LinkedHashMap<>();

  @Override
  public void passed(String passId, IrModule changed, long duration) {
    nanoseconds.merge(passId, duration, Long::sum);
  }

  public Map<String, Long> nanoseconds() {
    return nanoseconds;
  }

  /// One line per pass, in the order of their first runs.
  public String report() {
    var text = new StringBuilder();
    nanoseconds.forEach((id, duration) ->
        text.append(String.format(Locale.ROOT, "%10.3f ms  %s%n", duration / 1e6, id)));
    return text.toString();
  }
}
