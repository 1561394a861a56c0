/// What a pass over the IR is, and what it may ask of the compiler: analyses, library code, outlining.
@NullMarked
@Experimental(since = "0.1")
package io.codonj.api.pass;

import io.codonj.api.Experimental;
import org.jspecify.annotations.NullMarked;
