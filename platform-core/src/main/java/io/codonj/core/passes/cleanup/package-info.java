/// Passes that remove what has no effect.
@NullMarked
package io.codonj.core.passes.cleanup;

import org.jspecify.annotations.NullMarked;
