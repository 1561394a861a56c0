/// Hand-written tokens: layout, brackets, strings with their nested fields, numbers, soft keywords.
///
/// The whole file becomes one array of tokens before parsing starts, so that what looks ahead is a scan of that array.
@NullMarked
package io.codonj.core.syntax.lex;

import org.jspecify.annotations.NullMarked;
