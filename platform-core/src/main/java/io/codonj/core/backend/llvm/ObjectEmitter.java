package io.codonj.core.backend.llvm;

import static org.bytedeco.llvm.global.LLVM.*;

import io.codonj.api.diagnostic.CompilerBug;
import java.nio.charset.StandardCharsets;
import org.bytedeco.llvm.LLVM.LLVMMemoryBufferRef;
import org.bytedeco.llvm.LLVM.LLVMModuleRef;

/// Generates machine code.
final class ObjectEmitter {
  private ObjectEmitter() {}

  static byte[] object(LLVMModuleRef module, Target target) {
    return emit(module, target, LLVMObjectFile);
  }

  static byte[] assembly(LLVMModuleRef module, Target target) {
    return emit(module, target, LLVMAssemblyFile);
  }

  private static byte[] emit(LLVMModuleRef module, Target target, int kind) {
    var message = Llvm.messageSlot();
    var buffer = new LLVMMemoryBufferRef();
    if (LLVMTargetMachineEmitToMemoryBuffer(target.machine(), module, kind, message, buffer) != 0) {
      throw new CompilerBug("code generation: " + message.getString(StandardCharsets.UTF_8));
    }
    return Llvm.takeBytes(buffer);
  }
}
