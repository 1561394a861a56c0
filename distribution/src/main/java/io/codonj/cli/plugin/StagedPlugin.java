package io.codonj.cli.plugin;

import io.codonj.core.plugin.InstalledPlugin;

/// A plugin that is complete and has been looked at, but is not yet among the installed.
///
/// @param plugin in a folder of the staging area
record StagedPlugin(InstalledPlugin plugin, Receipt receipt) {}
