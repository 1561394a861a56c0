/// Names and scopes: what a function binds, captures and declares, and the symbols of modules and classes.
/// Takes syntax trees, gives symbol tables; knows no types.
@NullMarked
package io.codonj.core.resolve;

import org.jspecify.annotations.NullMarked;
