package io.codonj.core.backend.llvm;

import java.util.ArrayList;
import java.util.List;

/// Notes how long each step of the back end took.
final class StepClock {
  private final List<BackendResult.StepTime> times = new ArrayList<>();
  private long last = System.nanoTime();

  /// Ends the step that began when the previous one ended.
  void step(String name) {
    long now = System.nanoTime();
    times.add(new BackendResult.StepTime(name, now - last));
    last = now;
  }

  List<BackendResult.StepTime> times() {
    return times;
  }
}
