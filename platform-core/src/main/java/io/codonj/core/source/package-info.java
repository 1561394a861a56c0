/// Reads sources: paths become [io.codonj.api.source.SourceFile]s and module names become syntax trees.
///
/// In: paths, the name of an imported module. Out: decoded text, parsed modules, and the list of files that were
/// looked at, which is what a cached build depends on. One of the few packages that touch files.
@NullMarked
package io.codonj.core.source;

import org.jspecify.annotations.NullMarked;
