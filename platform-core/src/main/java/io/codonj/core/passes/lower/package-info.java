/// Passes that turn high-level operations into what the back end emits.
@NullMarked
package io.codonj.core.passes.lower;

import org.jspecify.annotations.NullMarked;
