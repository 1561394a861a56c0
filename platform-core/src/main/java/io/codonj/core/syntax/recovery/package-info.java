/// What the generated parser does on an error: says it in CPython's words and goes on with the next statement.
@NullMarked
package io.codonj.core.syntax.recovery;

import org.jspecify.annotations.NullMarked;
