/// Tests of what the driver connects.
@NullMarked
package io.codonj.core.driver;

import org.jspecify.annotations.NullMarked;
