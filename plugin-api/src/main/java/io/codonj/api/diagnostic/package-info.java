/// Problems as values. Phases report them and continue; the command line renders them.
@NullMarked
@Stable(since = "0.1")
package io.codonj.api.diagnostic;

import io.codonj.api.Stable;
import org.jspecify.annotations.NullMarked;
