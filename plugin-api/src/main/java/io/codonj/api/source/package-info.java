/// Source texts and places in them. Nothing here reads files: `core.source` does.
@NullMarked
@Stable(since = "0.1")
package io.codonj.api.source;

import io.codonj.api.Stable;
import org.jspecify.annotations.NullMarked;
