package io.codonj.core.source;

import java.util.concurrent.ThreadLocalRandom;

/// Names for temporary files that no other process has.
///
/// The random numbers of Java's own temporary files are of cryptographic quality, which costs seconds of processor time
/// where a container has no `/dev/urandom`. These come from the clock and the number of the process.
public final class UniqueName {
  private UniqueName() {}

  public static String next() {
    long random = ThreadLocalRandom.current().nextLong();
    return Long.toHexString(ProcessHandle.current().pid()) + "-" + Long.toHexString(random);
  }
}
