package io.codonj.core.driver;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// How long each hop of one compilation took.
public final class HopTimes {
  /// The wall-clock time of one hop.
  public record HopTime(String hop, long nanoseconds) {}

  private final List<HopTime> times = new ArrayList<>();
  /// Read by who shows progress, in another thread.
  private volatile String current = "start";

  /// Runs one hop and notes its time, also when it fails.
  public <T> T measure(String hop, Supplier<T> work) {
    long start = System.nanoTime();
    current = hop;
    try {
      return work.get();
    } finally {
      times.add(new HopTime(hop, System.nanoTime() - start));
    }
  }

  public void add(String hop, long nanoseconds) {
    times.add(new HopTime(hop, nanoseconds));
  }

  /// The hop that was entered last.
  public String current() {
    return current;
  }

  public List<HopTime> all() {
    return List.copyOf(times);
  }
}
