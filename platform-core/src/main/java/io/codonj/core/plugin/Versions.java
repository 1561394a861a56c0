package io.codonj.core.plugin;

import org.pf4j.DefaultVersionManager;

/// Versions and ranges of them, such as `>=1.2.0 & <2.0.0`.
public final class Versions {
  private Versions() {}

  /// @param range empty or `*` for any
  /// @throws PluginProblem when it is no range
  public static boolean fit(String version, String range) {
    if (range.isEmpty() || range.equals("*")) {
      return true;
    }
    try {
      return new DefaultVersionManager().checkVersionConstraint(version, range);
    } catch (RuntimeException problem) {
      throw new PluginProblem("'" + range + "' is no range of versions", problem);
    }
  }
}
