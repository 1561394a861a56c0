/// Parallel loops: `@par for …` runs on the threads of a team of libomp.
///
/// [ParallelLoop] reads the decorator and looks for races in the syntax; [RunLoopsInParallel] makes the marked loop a
/// function that each thread calls, and brings together what the threads found.
@NullMarked
package io.codonj.plugin.openmp;

import org.jspecify.annotations.NullMarked;
