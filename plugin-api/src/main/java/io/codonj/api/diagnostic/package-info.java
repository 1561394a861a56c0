/// Problems as values. Phases report them and continue; the command line renders them.
@NullMarked
package io.codonj.api.diagnostic;

import org.jspecify.annotations.NullMarked;
