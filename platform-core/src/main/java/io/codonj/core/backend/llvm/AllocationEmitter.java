package io.codonj.core.backend.llvm;

import static org.bytedeco.llvm.global.LLVM.*;

import io.codonj.api.ir.IrOp;
import io.codonj.api.ir.IrType;
import org.bytedeco.llvm.LLVM.LLVMTypeRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

/// Memory from the collector and from the stack.
final class AllocationEmitter {
  private final FunctionEmitter function;
  private final Builder builder;
  private final TypeEmitter types;

  AllocationEmitter(FunctionEmitter function) {
    this.function = function;
    this.builder = function.builder;
    this.types = function.types;
  }

  /// One zeroed object.
  LLVMValueRef object(IrType type) {
    LLVMValueRef size = function.constants.i64(Math.max(1, types.size(type)));
    if (TypeEmitter.holdsPointers(type)) {
      return function.calls.runtime(function.module.runtime.allocate(), size);
    }
    LLVMValueRef object = function.calls.runtime(function.module.runtime.allocateAtomic(), size);
    LLVMBuildMemSet(builder.handle, object, LLVMConstNull(types.i8), size, Math.max(1, types.alignment(types.type(type))));
    return object;
  }

  LLVMValueRef array(IrType element, LLVMValueRef count) {
    var runtime = function.module.runtime;
    return function.calls.runtime(
        TypeEmitter.holdsPointers(element) ? runtime.allocate() : runtime.allocateAtomic(), bytes(element, count));
  }

  LLVMValueRef reallocate(IrType element, LLVMValueRef old, LLVMValueRef count) {
    var runtime = function.module.runtime;
    return function.calls.runtime(
        TypeEmitter.holdsPointers(element) ? runtime.reallocate() : runtime.reallocateAtomic(),
        old,
        bytes(element, count));
  }

  /// A constant amount is part of the frame, so that loops do not let the stack grow.
  LLVMValueRef onStack(IrType element, IrOp countOperation, LLVMValueRef count) {
    LLVMTypeRef type = types.type(element);
    return countOperation instanceof IrOp.Constant(var _, Long known, var _)
        ? function.newSlot(LLVMArrayType2(type, known), null)
        : LLVMBuildArrayAlloca(builder.handle, type, count, "");
  }

  private LLVMValueRef bytes(IrType element, LLVMValueRef count) {
    long size = types.size(element);
    return size == 1 ? count : builder.binary(LLVMMul, count, function.constants.i64(size));
  }
}
