/// Tests of the front end; the trees and messages themselves are in the snapshots under `snap/parse`.
@NullMarked
package io.codonj.core.syntax;

import org.jspecify.annotations.NullMarked;
