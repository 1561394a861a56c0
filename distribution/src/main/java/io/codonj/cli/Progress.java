package io.codonj.cli;

import io.codonj.core.driver.HopTimes;

/// Says on a terminal what the compiler is doing once that takes long enough for someone to wonder.
///
/// The line disappears when the work is done.
final class Progress implements AutoCloseable {
  private static final long PATIENCE_MILLIS = 1500;
  private static final long INTERVAL_MILLIS = 250;
  private static final String CLEAR_LINE = "\r\u001b[K";

  private final Thread reporter;
  private boolean shown;

  private Progress(HopTimes times) {
    reporter = new Thread(() -> report(times, System.nanoTime()), "progress");
    reporter.setDaemon(true);
  }

  static Progress of(HopTimes times) {
    var progress = new Progress(times);
    if ("1".equals(System.getenv(Handover.TERMINAL_VARIABLE))) {
      progress.reporter.start();
    }
    return progress;
  }

  private void report(HopTimes times, long start) {
    try {
      Thread.sleep(PATIENCE_MILLIS);
      while (true) {
        show(CLEAR_LINE + "codonj: " + times.current() + ", " + (System.nanoTime() - start) / 1_000_000_000 + " s");
        Thread.sleep(INTERVAL_MILLIS);
      }
    } catch (InterruptedException _) {
      if (shown) {
        show(CLEAR_LINE);
      }
    }
  }

  private void show(String text) {
    shown = true;
    System.err.print(text);
    System.err.flush();
  }

  @Override
  public void close() {
    reporter.interrupt();
    try {
      reporter.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
