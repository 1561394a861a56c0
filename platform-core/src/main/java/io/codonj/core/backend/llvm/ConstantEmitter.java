package io.codonj.core.backend.llvm;

import static org.bytedeco.llvm.global.LLVM.*;

import io.codonj.api.diagnostic.CompilerBug;
import io.codonj.api.ir.IrOp;
import io.codonj.api.ir.IrType;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.llvm.LLVM.LLVMTypeRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

/// Constants as operands and as initializers of globals.
final class ConstantEmitter {
  private final ModuleEmitter module;
  private final Map<String, LLVMValueRef> data = new HashMap<>();

  ConstantEmitter(ModuleEmitter module) {
    this.module = module;
  }

  LLVMValueRef constant(IrOp.Constant constant) {
    LLVMTypeRef type = module.types.type(constant.type());
    return switch (constant.value()) {
      case Long value when constant.type() instanceof IrType.Float -> LLVMConstReal(type, value);
      case Long value -> LLVMConstInt(type, value, 1);
      case Integer value -> LLVMConstInt(type, value, 1);
      case BigInteger value -> LLVMConstIntOfString(type, value.toString(), (byte) 10);
      case Boolean value -> LLVMConstInt(type, value ? 1 : 0, 0);
      case Double value -> LLVMConstReal(type, value);
      case Float value -> LLVMConstReal(type, value);
      case IrOp.Symbol(String name) -> module.symbol(name);
      case IrOp.Data(String latin1) -> data.computeIfAbsent(latin1, this::bytes);
      case IrOp.Filler filler ->
          switch (filler) {
            case ZERO -> LLVMConstNull(type);
            case UNDEFINED -> LLVMGetPoison(type);
          };
      default -> throw new CompilerBug("constant " + constant.value() + " of type " + constant.type());
    };
  }

  /// A constant expression: constants and structs of them.
  LLVMValueRef initializer(IrOp op) {
    return switch (op) {
      case IrOp.Constant constant -> constant(constant);
      case IrOp.MakeStruct(IrType.Struct _, List<IrOp> fields, var _) -> {
        LLVMValueRef[] values = fields.stream().map(this::initializer).toArray(LLVMValueRef[]::new);
        yield LLVMConstStructInContext(module.context, Llvm.array(values), values.length, 0);
      }
      case IrOp.Sequence sequence when sequence.operations().isEmpty() -> unit();
      case IrOp.Sequence sequence when sequence.operations().size() == 1 ->
          initializer(sequence.operations().getFirst());
      default -> throw new CompilerBug("not a constant: " + op);
    };
  }

  LLVMValueRef unit() {
    return LLVMConstNull(module.types.unit);
  }

  LLVMValueRef poison(IrType type) {
    return LLVMGetPoison(module.types.type(type));
  }

  LLVMValueRef truth(boolean value) {
    return LLVMConstInt(module.types.i1, value ? 1 : 0, 0);
  }

  LLVMValueRef i32(long value) {
    return LLVMConstInt(module.types.i32, value, 0);
  }

  LLVMValueRef i64(long value) {
    return LLVMConstInt(module.types.i64, value, 1);
  }

  LLVMValueRef nullPointer() {
    return LLVMConstNull(module.types.pointer);
  }

  /// Equal bytes share one constant; their address means nothing.
  private LLVMValueRef bytes(String latin1) {
    byte[] content = latin1.getBytes(StandardCharsets.ISO_8859_1);
    LLVMValueRef text =
        LLVMConstStringInContext2(module.context, new BytePointer(content), content.length, 0);
    LLVMValueRef global = LLVMAddGlobal(module.module, LLVMTypeOf(text), "data");
    LLVMSetInitializer(global, text);
    LLVMSetGlobalConstant(global, 1);
    LLVMSetLinkage(global, LLVMPrivateLinkage);
    LLVMSetUnnamedAddress(global, LLVMGlobalUnnamedAddr);
    // Text of two or four bytes per character is aligned as such: vector code of C libraries relies on it.
    LLVMSetAlignment(global, content.length % 4 == 0 ? 4 : content.length % 2 == 0 ? 2 : 1);
    return global;
  }
}
