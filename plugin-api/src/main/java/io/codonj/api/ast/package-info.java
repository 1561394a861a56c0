/// The syntax tree: sealed records, each node with its span and number. Lists are unmodifiable.
@NullMarked
package io.codonj.api.ast;

import org.jspecify.annotations.NullMarked;
