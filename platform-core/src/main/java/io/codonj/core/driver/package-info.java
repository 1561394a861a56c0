/// The compiler as one object: each hop from source to executable is one method of [io.codonj.core.driver.Compiler],
/// and [io.codonj.core.driver.Compilation] walks the hops that a request asks for.
///
/// In: a [io.codonj.core.driver.CompileRequest]. Out: a [io.codonj.core.driver.CompileResult] with the diagnostics of
/// all hops, the time of each, and the inputs that were read.
@NullMarked
package io.codonj.core.driver;

import org.jspecify.annotations.NullMarked;
