/// From object code to an executable or shared library.
///
/// In: object code and a [io.codonj.core.backend.link.LinkRequest]. Out: a file, or diagnostics with codes CJ06xx.
/// The bundled `ld.lld` is called directly, with a start file of our own and the C library by path, so that users
/// need neither gcc nor the development files of libc.
@NullMarked
package io.codonj.core.backend.link;

import org.jspecify.annotations.NullMarked;
