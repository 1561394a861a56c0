/// The tree builder, one class per concern. Refuses what the grammar accepts too liberally.
@NullMarked
package io.codonj.core.syntax.build;

import org.jspecify.annotations.NullMarked;
