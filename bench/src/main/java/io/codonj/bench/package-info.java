/// JMH benchmarks of the compiler's own speed.
@NullMarked
package io.codonj.bench;

import org.jspecify.annotations.NullMarked;
