package io.codonj.core.backend.llvm;

import static org.bytedeco.llvm.global.LLVM.*;

import io.codonj.api.ir.IrFunction;
import io.codonj.api.ir.IrOp;
import io.codonj.api.ir.IrType;
import java.util.List;
import org.bytedeco.llvm.LLVM.LLVMBasicBlockRef;
import org.bytedeco.llvm.LLVM.LLVMTypeRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

/// Generators from the outside: what is done with a handle.
final class GeneratorCalls {
  private final FunctionEmitter function;
  private final Builder builder;
  private final TypeEmitter types;

  GeneratorCalls(FunctionEmitter function) {
    this.function = function;
    this.builder = function.builder;
    this.types = function.types;
  }

  LLVMValueRef done(LLVMValueRef handle) {
    return builder.intrinsic("llvm.coro.done", handle);
  }

  /// Runs to the next yield or to the end; the generator must not have ended.
  void resume(LLVMValueRef handle) {
    function.calls.coroutine("llvm.coro.resume", handle);
  }

  LLVMValueRef yielded(LLVMValueRef handle, IrType type) {
    return TypeEmitter.isUnit(type)
        ? function.constants.unit()
        : load(types.type(type), fieldAddress(handle, List.of(type), GeneratorLayout.YIELDED));
  }

  /// `resume` for generators that may have ended: answers whether there is a value.
  LLVMValueRef advance(LLVMValueRef handle) {
    LLVMBasicBlockRef run = function.newBlock("advance");
    LLVMBasicBlockRef after = function.newBlock("advanced");
    LLVMBasicBlockRef before = builder.currentBlock();
    builder.branch(done(handle), after, run);
    builder.position(run);
    resume(handle);
    LLVMValueRef more = LLVMBuildNot(builder.handle, done(handle), "");
    LLVMBasicBlockRef ran = builder.currentBlock();
    builder.branch(after);
    builder.position(after);
    return builder.phi(types.i1, List.of(function.constants.truth(false), more), List.of(before, ran));
  }

  LLVMValueRef field(LLVMValueRef handle, IrOp.Intrinsic op, int field, IrType type) {
    return TypeEmitter.isUnit(type)
        ? function.constants.unit()
        : load(types.type(type), fieldAddress(handle, op.types(), field));
  }

  void setField(LLVMValueRef handle, IrOp.Intrinsic op, int field, LLVMValueRef value) {
    LLVMValueRef store = builder.store(value, fieldAddress(handle, op.types(), field));
    limitAlignment(store, LLVMTypeOf(value));
  }

  LLVMValueRef started(LLVMValueRef handle, IrOp.Intrinsic op) {
    LLVMValueRef state = builder.load(types.i8, fieldAddress(handle, op.types(), GeneratorLayout.STATE));
    return builder.compare(LLVMIntNE, state, LLVMConstNull(types.i8));
  }

  /// Types behind the field that is wanted need not be given.
  private LLVMValueRef fieldAddress(LLVMValueRef handle, List<IrType> known, int field) {
    var generator = new IrFunction.Generator(typeAt(known, 0), typeAt(known, 1), typeAt(known, 2));
    return builder.fieldAddress(GeneratorLayout.of(generator, types), promise(handle), field);
  }

  private static IrType typeAt(List<IrType> known, int index) {
    return index < known.size() ? known.get(index) : IrType.UNIT;
  }

  private LLVMValueRef promise(LLVMValueRef handle) {
    return builder.intrinsic(
        "llvm.coro.promise",
        handle,
        function.constants.i32(GeneratorLayout.ALIGNMENT),
        function.constants.truth(false));
  }

  private LLVMValueRef load(LLVMTypeRef type, LLVMValueRef address) {
    LLVMValueRef load = builder.load(type, address);
    limitAlignment(load, type);
    return load;
  }

  /// Frames are aligned to 16 bytes, which is less than wide vectors would like.
  private void limitAlignment(LLVMValueRef access, LLVMTypeRef type) {
    if (types.alignment(type) > GeneratorLayout.ALIGNMENT) {
      LLVMSetAlignment(access, GeneratorLayout.ALIGNMENT);
    }
  }
}
