package io.codonj.core.pipeline;

import java.util.Set;

/// @param verify check the IR before the first pass and after each one
/// @param disabled ids of passes to leave out
public record PassOptions(boolean verify, Set<String> disabled, PassObserver observer) {
  public static final PassOptions DEFAULT = new PassOptions(false, Set.of(), PassObserver.NONE);
  public static final PassOptions VERIFYING = new PassOptions(true, Set.of(), PassObserver.NONE);
}
