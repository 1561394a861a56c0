/// Literals of sequences and k-mers. The rest of the plugin is its library, written in the dialect.
@NullMarked
package io.codonj.plugin.seq;

import org.jspecify.annotations.NullMarked;
