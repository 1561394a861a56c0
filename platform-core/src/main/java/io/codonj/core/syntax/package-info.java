/// From source text to syntax tree.
///
/// In: a [io.codonj.api.source.SourceFile]. Out: an [io.codonj.api.ast.Module] and the problems found; work goes on
/// after each of them. `lex` makes tokens, `antlr` is generated from the grammar, `recovery` says what went wrong
/// and where to go on, `build` makes the tree, `binary` stores it.
@NullMarked
package io.codonj.core.syntax;

import org.jspecify.annotations.NullMarked;
