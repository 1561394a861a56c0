/// Keeps the executables of programs that `codonj run` has built, by content.
///
/// In: a key over sources, flags and the compiler's build. Out: the path of an executable, when there is one.
/// The native launcher reads the index files written here, see `launcher.c`.
@NullMarked
package io.codonj.cli.cache;

import org.jspecify.annotations.NullMarked;
