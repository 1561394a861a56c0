package io.codonj.core.infer;

import java.util.Map;

/// Settings that change what a program means.
///
/// @param debug value of `__debug__`
/// @param overflowChecks whether integer overflow raises `OverflowError`
/// @param divisionOfC whether division and remainder follow the rules of C instead of Python's
/// @param parallelPipes whether a plugin runs the stages after `||>`
/// @param definitions compile-time constants given with `-D`
public record CheckOptions(
    boolean debug, boolean overflowChecks, boolean divisionOfC, boolean parallelPipes,
    Map<String, String> definitions) {
  public static CheckOptions release() {
    return new CheckOptions(false, false, false, false, Map.of());
  }
}
