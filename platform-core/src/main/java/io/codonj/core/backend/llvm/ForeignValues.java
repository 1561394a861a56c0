package io.codonj.core.backend.llvm;

import static org.bytedeco.llvm.global.LLVM.*;

import io.codonj.api.diagnostic.CompilerBug;
import io.codonj.api.ir.IrType;
import io.codonj.core.backend.llvm.CallingConvention.Passing;
import java.util.List;
import org.bytedeco.llvm.LLVM.LLVMTypeRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.jspecify.annotations.Nullable;

/// Moves values between the form that the program uses and the words that C functions take and return.
final class ForeignValues {
  private final FunctionEmitter function;
  private final Builder builder;
  private final TypeEmitter types;

  ForeignValues(FunctionEmitter function) {
    this.function = function;
    this.builder = function.builder;
    this.types = function.types;
  }

  /// Where the callee is to leave a result that does not fit registers; null when it does.
  @Nullable LLVMValueRef resultMemory(ForeignFunctions.Declared callee, List<LLVMValueRef> words) {
    if (callee.convention().result() instanceof Passing.Memory(IrType.Struct type)) {
      LLVMValueRef memory = function.newSlot(types.type(type), null);
      words.add(memory);
      return memory;
    }
    return null;
  }

  /// Appends the words of one argument; `declared` are the types of all words.
  void pass(LLVMValueRef value, Passing passing, LLVMTypeRef[] declared, List<LLVMValueRef> words) {
    switch (passing) {
      case Passing.Nothing _ -> {}
      case Passing.Scalar(IrType _, LLVMTypeRef _, boolean truth) ->
          words.add(convert(value, declared[words.size()], truth));
      case Passing.Memory(IrType.Struct type) -> words.add(spill(value, type));
      case Passing.Words(IrType.Struct type, List<LLVMTypeRef> parts) -> {
        boolean whole = fieldsAreWords(type, parts);
        LLVMValueRef memory = whole ? null : spill(value, type);
        for (int i = 0; i < parts.size(); i++) {
          LLVMValueRef word =
              memory == null ? builder.extract(value, i) : builder.load(parts.get(i), word(memory, i));
          words.add(convert(word, declared[words.size()], false));
        }
      }
    }
  }

  private boolean fieldsAreWords(IrType.Struct type, List<LLVMTypeRef> parts) {
    if (type.fields().size() != parts.size()) {
      return false;
    }
    for (int i = 0; i < parts.size(); i++) {
      if (!types.type(type.fields().get(i)).equals(parts.get(i))) {
        return false;
      }
    }
    return true;
  }

  private LLVMValueRef spill(LLVMValueRef value, IrType.Struct type) {
    LLVMValueRef memory = function.newSlot(types.type(type), null);
    builder.store(value, memory);
    return memory;
  }

  private LLVMValueRef word(LLVMValueRef memory, int index) {
    return builder.address(types.i64, memory, function.constants.i64(index));
  }

  /// What the callee returned, as the program wants it.
  LLVMValueRef take(LLVMValueRef value, @Nullable LLVMValueRef memory, Passing passing) {
    return switch (passing) {
      case Passing.Nothing _ -> function.constants.unit();
      case Passing.Scalar(IrType type, LLVMTypeRef _, boolean truth) ->
          truth
              ? builder.compare(LLVMIntNE, value, LLVMConstNull(LLVMTypeOf(value)))
              : convert(value, types.type(type), false);
      case Passing.Memory(IrType.Struct type) -> {
        if (memory == null) {
          throw new CompilerBug("no memory for a result of type " + type);
        }
        yield builder.load(types.type(type), memory);
      }
      case Passing.Words(IrType.Struct type, List<LLVMTypeRef> _) -> {
        LLVMTypeRef wanted = types.type(type);
        if (LLVMTypeOf(value).equals(wanted)) {
          yield value;
        }
        LLVMValueRef slot = function.newSlot(wanted, null);
        builder.store(value, slot);
        yield builder.load(wanted, slot);
      }
    };
  }

  /// Widths may differ: C has `int64_t` where the dialect says `bool`, `int` where it says `Int[32]`.
  private LLVMValueRef convert(LLVMValueRef value, LLVMTypeRef wanted, boolean truth) {
    LLVMTypeRef actual = LLVMTypeOf(value);
    if (actual.equals(wanted)) {
      return value;
    }
    int from = LLVMGetTypeKind(actual);
    int to = LLVMGetTypeKind(wanted);
    if (from == LLVMIntegerTypeKind && to == LLVMIntegerTypeKind) {
      boolean wider = LLVMGetIntTypeWidth(wanted) > LLVMGetIntTypeWidth(actual);
      return builder.cast(wider ? (truth ? LLVMZExt : LLVMSExt) : LLVMTrunc, value, wanted);
    }
    if (from == LLVMPointerTypeKind && to == LLVMIntegerTypeKind) {
      return builder.cast(LLVMPtrToInt, value, wanted);
    }
    if (from == LLVMIntegerTypeKind && to == LLVMPointerTypeKind) {
      return builder.cast(LLVMIntToPtr, value, wanted);
    }
    throw new CompilerBug(
        "a C function takes or returns " + Llvm.print(wanted) + " where the program has " + Llvm.print(actual));
  }
}
