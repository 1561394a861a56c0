/// Passes that compute at compile time.
@NullMarked
package io.codonj.core.passes.fold;

import org.jspecify.annotations.NullMarked;
