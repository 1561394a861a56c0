package io.codonj.api.plugin;

import io.codonj.api.Stable;

/// What a plugin is called.
///
/// @param id what users write after `--plugin`: small letters, digits and hyphens, a letter first
/// @param version a semantic version (`1.4.0`)
/// @param summary one line about what it is for
@Stable(since = "0.1")
public record PluginInfo(String id, String version, String summary) {}
