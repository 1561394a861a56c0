package io.codonj.core.plugin;

/// Why a plugin cannot be used, in words for its user.
public final class PluginProblem extends RuntimeException {
  private static final long serialVersionUID = 1;

  PluginProblem(String message) {
    super(message);
  }

  PluginProblem(String message, Throwable cause) {
    super(message, cause);
  }

  /// What an exception or error of a plugin's code says.
  static String describe(Throwable problem) {
    String message = problem.getMessage();
    return problem.getClass().getSimpleName() + (message == null ? "" : ": " + message);
  }
}
