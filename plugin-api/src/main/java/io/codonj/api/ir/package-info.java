/// The intermediate representation: few sealed kinds, structured control flow, a textual form.
@NullMarked
@Experimental(since = "0.1")
package io.codonj.api.ir;

import io.codonj.api.Experimental;
import org.jspecify.annotations.NullMarked;
