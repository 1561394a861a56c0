package io.codonj.cli.plugin;

/// Why a plugin is not installed, updated or removed, in words for its user. Nothing has been changed.
public final class InstallError extends RuntimeException {
  private static final long serialVersionUID = 1;

  InstallError(String message) {
    super(message, null, false, false);
  }
}
