/// Syntax trees as compact bytes, so that library modules are parsed when codonj is built and not when it runs.
///
/// Layout: magic, version, hash of the source text, string table, then the tree in preorder. Each node is a tag, its
/// span as a difference to the node before, its number likewise, and its components. Numbers are variable-length.
@NullMarked
package io.codonj.core.syntax.binary;

import org.jspecify.annotations.NullMarked;
