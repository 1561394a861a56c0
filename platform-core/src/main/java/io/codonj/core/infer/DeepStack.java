package io.codonj.core.infer;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Bodies are walked recursively, one call depth per instance, so the walk gets a stack of its own.
final class DeepStack {
  private static final long STACK_BYTES = 1L << 29;

  private DeepStack() {}

  /// Runs the work on a thread with a big stack; gives `interrupted` when the caller is interrupted meanwhile.
  static <T> T run(Supplier<T> work, T interrupted) {
    var result = new AtomicReference<T>(interrupted);
    var failure = new AtomicReference<@Nullable Throwable>();
    var thread = new Thread(null, () -> {
      try {
        result.set(work.get());
      } catch (Throwable problem) {
        failure.set(problem);
      }
    }, "checker", STACK_BYTES);
    thread.start();
    try {
      thread.join();
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      return interrupted;
    }
    if (failure.get() instanceof RuntimeException problem) {
      throw problem;
    }
    if (failure.get() instanceof Error problem) {
      throw problem;
    }
    return result.get();
  }
}
