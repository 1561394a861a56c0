/// Types of expressions, as inference leaves them: closed, structural, printable.
@NullMarked
package io.codonj.api.types;

import org.jspecify.annotations.NullMarked;
