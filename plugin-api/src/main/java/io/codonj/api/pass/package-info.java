/// What a pass over the IR is, and what it may ask of the compiler: analyses, library code, outlining.
@NullMarked
package io.codonj.api.pass;

import org.jspecify.annotations.NullMarked;
