/// The extension points: what a plugin implements, and what it may ask while the compiler asks it.
@NullMarked
package io.codonj.api.plugin;

import org.jspecify.annotations.NullMarked;
