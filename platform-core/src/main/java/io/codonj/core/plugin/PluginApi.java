package io.codonj.core.plugin;

/// The version of the plugin API that this compiler offers. Plugins say in `plugin.requires` which versions suit them.
public final class PluginApi {
  public static final String VERSION = "0.1.0";

  private PluginApi() {}
}
