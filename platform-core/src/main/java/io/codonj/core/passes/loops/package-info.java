/// Passes that make loops cheaper by doing work once, before them.
@NullMarked
package io.codonj.core.passes.loops;

import org.jspecify.annotations.NullMarked;
