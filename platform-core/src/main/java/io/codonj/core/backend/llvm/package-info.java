/// From IR to machine code through LLVM's C API.
///
/// In: an [io.codonj.api.ir.IrModule], the bitcode of the C runtime and [io.codonj.core.backend.llvm.BackendOptions].
/// Out: an object file, or the text of the LLVM module or of the assembly. [io.codonj.core.backend.llvm.LlvmBackend]
/// shows the steps; everything that touches a native handle lives in this package.
@NullMarked
package io.codonj.core.backend.llvm;

import org.jspecify.annotations.NullMarked;
