/// Type inference: takes resolved modules and gives a [io.codonj.core.typed.TypedModule] of monomorphic instances.
///
/// A function is checked once per set of argument types. Its body is walked until nothing in it is unresolved:
/// what can't be typed yet is deferred to the next walk. `Program` holds what all bodies share, `Instance` is one
/// function with its types, `Body` the state of one walk; the checkers each own a family of syntax.
@NullMarked
package io.codonj.core.infer;

import org.jspecify.annotations.NullMarked;
