/// Source texts and places in them. Nothing here reads files: `core.source` does.
@NullMarked
package io.codonj.api.source;

import org.jspecify.annotations.NullMarked;
