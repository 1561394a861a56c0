/// `codonj doc`: what doc strings say, as pages and as JSON.
@NullMarked
package io.codonj.cli.doc;

import org.jspecify.annotations.NullMarked;
