/// The table of what the library has of CPython's names.
@NullMarked
package io.codonj.core.library;

import org.jspecify.annotations.NullMarked;
