/// Types of expressions, as inference leaves them: closed, structural, printable.
@NullMarked
@Experimental(since = "0.1")
package io.codonj.api.types;

import io.codonj.api.Experimental;
import org.jspecify.annotations.NullMarked;
