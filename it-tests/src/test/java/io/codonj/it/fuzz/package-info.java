/// Programs that nobody wrote, for finding crashes, hangs and wrong results of the compiler. Seeds are fixed, so a run can
/// be repeated.
@org.jspecify.annotations.NullMarked
package io.codonj.it.fuzz;
