/// Tests of the hop from the typed program to IR: typed programs made by hand, IR compared with snapshots.
@NullMarked
package io.codonj.core.lower;

import org.jspecify.annotations.NullMarked;
