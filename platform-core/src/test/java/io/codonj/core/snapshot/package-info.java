/// Snapshot tests: one small text file per case under `src/test/resources/snap`, whose folder picks the stage.
@NullMarked
package io.codonj.core.snapshot;

import org.jspecify.annotations.NullMarked;
