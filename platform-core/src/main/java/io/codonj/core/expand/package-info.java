/// The expand hop: what plugins add to the syntax becomes plain syntax.
@NullMarked
package io.codonj.core.expand;

import org.jspecify.annotations.NullMarked;
