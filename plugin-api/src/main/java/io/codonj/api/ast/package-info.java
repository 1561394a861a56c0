/// The syntax tree: sealed records, each node with its span and number. Lists are unmodifiable.
@NullMarked
@Stable(since = "0.1")
package io.codonj.api.ast;

import io.codonj.api.Stable;
import org.jspecify.annotations.NullMarked;
