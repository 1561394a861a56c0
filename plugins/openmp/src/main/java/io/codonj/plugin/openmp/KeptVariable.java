package io.codonj.plugin.openmp;

import io.codonj.api.ir.Variable;
import java.util.Optional;

/// A variable of the loop's surroundings that its body assigns: each thread has its own, and what the threads found is
/// brought together at the end.
///
/// @param own the thread's
/// @param reduction how values are combined; without one the value of the last round counts
/// @param mark for a reduction without identity: `own` has a value; else the last round that assigned it, from 1, if
///     not every round does
/// @param begins whether threads begin with the value from before the loop
record KeptVariable(
    Variable outer, Variable own, Optional<Reduction> reduction, Optional<Variable> mark, boolean begins) {

  boolean isMarkedReduction() {
    return reduction.isPresent() && mark.isPresent();
  }

  boolean isMarkedLast() {
    return reduction.isEmpty() && mark.isPresent();
  }
}
