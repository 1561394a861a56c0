/// The program after inference: a tree with explicit types, coercions and instances. `infer` makes it, `lower`
/// turns it into IR.
@NullMarked
package io.codonj.core.typed;

import org.jspecify.annotations.NullMarked;
