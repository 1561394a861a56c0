package io.codonj.core.plugin;

import io.codonj.api.plugin.CodonjPlugin;

/// A plugin with its classes.
public record LoadedPlugin(InstalledPlugin installed, CodonjPlugin entry) {
  public String id() {
    return installed.id();
  }
}
