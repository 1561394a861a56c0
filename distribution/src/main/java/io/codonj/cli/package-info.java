/// The command line: one class per command, all sharing [io.codonj.cli.CompilerFlags].
///
/// In: arguments and environment. Out: files, diagnostics on standard error, and an exit status.
@NullMarked
package io.codonj.cli;

import org.jspecify.annotations.NullMarked;
