/// Tests of the tokens.
@NullMarked
package io.codonj.core.syntax.lex;

import org.jspecify.annotations.NullMarked;
