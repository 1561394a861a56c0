/// `codonj test`: finding tests, compiling them with a driver, running each in a process of its own, reporting.
@NullMarked
package io.codonj.cli.test;

import org.jspecify.annotations.NullMarked;
