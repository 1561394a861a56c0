/// Whole programs against CPython's recorded results, the installed command line, and rules about the source tree.
@NullMarked
package io.codonj.it;

import org.jspecify.annotations.NullMarked;
