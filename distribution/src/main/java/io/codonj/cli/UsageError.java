package io.codonj.cli;

/// A command line that asks for something impossible. Ends the process with status 2 and the message.
final class UsageError extends RuntimeException {
  private static final long serialVersionUID = 1;

  UsageError(String message) {
    super(message, null, false, false);
  }
}
