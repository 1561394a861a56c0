/// The intermediate representation: few sealed kinds, structured control flow, a textual form.
@NullMarked
package io.codonj.api.ir;

import org.jspecify.annotations.NullMarked;
