package io.codonj.core.source;

import java.nio.file.Path;

/// Modules that a plugin brings.
///
/// @param id the plugin
/// @param root directory of the modules
public record PluginLibrary(String id, Path root) {}
