/// Installed plugins: where they lie, what they contribute, and how their classes are loaded.
///
/// What a plugin contributes is known from an index beside it, so that a program pays only for the plugins it uses:
/// no class of a plugin, nor of PF4J, is loaded before the plugin is.
@NullMarked
package io.codonj.core.plugin;

import org.jspecify.annotations.NullMarked;
