/// Gets plugins from Maven repositories. It is no part of the compiler: the command line loads it, with the resolver
/// that it needs, only when it is given coordinates.
@NullMarked
package io.codonj.maven;

import org.jspecify.annotations.NullMarked;
