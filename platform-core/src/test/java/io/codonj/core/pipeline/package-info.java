/// Tests of how passes are put together and of what they may ask for.
@NullMarked
package io.codonj.core.pipeline;

import org.jspecify.annotations.NullMarked;
