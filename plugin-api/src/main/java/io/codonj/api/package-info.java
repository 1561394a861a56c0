/// The contract between the compiler and its plugins; the annotations here say what is promised.
@NullMarked
package io.codonj.api;

import org.jspecify.annotations.NullMarked;
