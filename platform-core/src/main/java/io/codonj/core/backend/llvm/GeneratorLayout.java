package io.codonj.core.backend.llvm;

import io.codonj.api.ir.IrFunction;
import io.codonj.api.ir.IrType;
import org.bytedeco.llvm.LLVM.LLVMTypeRef;

/// What a generator and those who use it exchange (the coroutine's promise):
///
/// ```
/// {yielded, received, returned, ptr pending exception, i8 state}
/// ```
///
/// The yielded value comes first, so that loops need only its type.
final class GeneratorLayout {
  static final int YIELDED = 0;
  static final int RECEIVED = 1;
  static final int RETURNED = 2;
  static final int PENDING = 3;
  static final int STATE = 4;

  static final int CREATED = 0;
  static final int STARTED = 1;
  static final int FAILED = 2;

  /// Of the promise, and hence where it lies behind the two function pointers of a frame.
  static final int ALIGNMENT = 16;

  private GeneratorLayout() {}

  static LLVMTypeRef of(IrFunction.Generator generator, TypeEmitter types) {
    return types.type(
        IrType.Struct.of(
            generator.yielded(), generator.received(), generator.returned(), IrType.PTR, IrType.I8));
  }
}
