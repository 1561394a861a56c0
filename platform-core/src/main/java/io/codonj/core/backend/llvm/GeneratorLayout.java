package io.codonj.core.backend.llvm;

import io.codonj.api.ir.IrFunction;
import io.codonj.api.ir.IrType;
import org.bytedeco.llvm.LLVM.LLVMTypeRef;

/// What a generator and those who use it exchange (the coroutine's promise):
///
/// ```
/// {ptr pending exception, i8 state, yielded, received, returned}
/// ```
///
/// What does not depend on any type comes first, then the yielded value: loops need only its type, and a generator can
/// be closed or made to raise by code that does not know what it receives and returns.
final class GeneratorLayout {
  static final int PENDING = 0;
  static final int STATE = 1;
  static final int YIELDED = 2;
  static final int RECEIVED = 3;
  static final int RETURNED = 4;

  static final int CREATED = 0;
  static final int STARTED = 1;
  static final int FAILED = 2;

  /// Of the promise, and hence where it lies behind the two function pointers of a frame.
  static final int ALIGNMENT = 16;

  private GeneratorLayout() {}

  static LLVMTypeRef of(IrFunction.Generator generator, TypeEmitter types) {
    return types.type(
        IrType.Struct.of(
            IrType.PTR, IrType.I8, generator.yielded(), generator.received(), generator.returned()));
  }
}
