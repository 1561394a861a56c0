package io.codonj.core.backend.llvm;

import static org.bytedeco.llvm.global.LLVM.*;

import io.codonj.api.diagnostic.CompilerBug;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.llvm.LLVM.LLVMContextRef;
import org.bytedeco.llvm.LLVM.LLVMMemoryBufferRef;
import org.bytedeco.llvm.LLVM.LLVMModuleRef;
import org.bytedeco.llvm.LLVM.LLVMTypeRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

/// The part of the C runtime that programs inline from, as [RuntimePreparation] made it: types of all functions,
/// bodies of the short ones.
///
/// The file is opened lazily: bodies are read when they are linked, and only those are linked that the program, or
/// something linked already, refers to.
final class RuntimeBitcode {
  private final LLVMModuleRef module;

  private RuntimeBitcode(LLVMModuleRef module) {
    this.module = module;
  }

  static RuntimeBitcode open(LLVMContextRef context, Path file) {
    var module = new LLVMModuleRef();
    if (LLVMGetBitcodeModuleInContext2(context, buffer(file), module) != 0) {
      throw new CompilerBug(file + " is not LLVM bitcode");
    }
    return new RuntimeBitcode(module);
  }

  /// A module with all of its bodies.
  static LLVMModuleRef read(LLVMContextRef context, Path file) {
    var module = new LLVMModuleRef();
    var buffer = buffer(file);
    if (LLVMParseBitcodeInContext2(context, buffer, module) != 0) {
      throw new CompilerBug(file + " is not LLVM bitcode");
    }
    LLVMDisposeMemoryBuffer(buffer);
    return module;
  }

  private static LLVMMemoryBufferRef buffer(Path file) {
    var message = Llvm.messageSlot();
    var buffer = new LLVMMemoryBufferRef();
    if (LLVMCreateMemoryBufferWithContentsOfFile(new BytePointer(file.toString()), buffer, message) != 0) {
      throw new CompilerBug("cannot read " + file + ": " + message.getString(StandardCharsets.UTF_8));
    }
    return buffer;
  }

  /// The type of a function that the runtime defines or declares.
  Optional<LLVMTypeRef> functionType(String name) {
    return function(name).map(found -> LLVMGlobalGetValueType(found));
  }

  Optional<LLVMValueRef> function(String name) {
    LLVMValueRef found = LLVMGetNamedFunction(module, name);
    return Llvm.isNull(found) ? Optional.empty() : Optional.of(found);
  }

  /// Moves what `program` refers to into it. The runtime is used up.
  void linkInto(LLVMModuleRef program, Target target) {
    target.describe(module);
    if (LLVMLinkModules2(program, module) != 0) {
      throw new CompilerBug("the runtime does not fit the program");
    }
  }
}
