/// Prints diagnostics: as text with the source line and a caret range, as JSON lines, or as a SARIF 2.1.0 log.
@NullMarked
package io.codonj.cli.render;

import org.jspecify.annotations.NullMarked;
