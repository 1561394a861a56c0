/// Passes that know the standard library and Python's idioms.
@NullMarked
package io.codonj.core.passes.pythonic;

import org.jspecify.annotations.NullMarked;
