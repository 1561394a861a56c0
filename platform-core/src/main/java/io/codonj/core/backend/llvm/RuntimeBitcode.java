package io.codonj.core.backend.llvm;

import static org.bytedeco.llvm.global.LLVM.*;

import io.codonj.api.diagnostic.CompilerBug;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.llvm.LLVM.LLVMContextRef;
import org.bytedeco.llvm.LLVM.LLVMMemoryBufferRef;
import org.bytedeco.llvm.LLVM.LLVMModuleRef;
import org.bytedeco.llvm.LLVM.LLVMTypeRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

/// The C runtime, of which a program takes what it uses.
///
/// The file is opened lazily: bodies of functions are read when the linker asks for them. Giving every definition
/// linkage `linkonce_odr` makes the linker ask only for what the program, or something already taken, refers to, so
/// the cost follows the use and not the size of the runtime.
final class RuntimeBitcode {
  /// Attributes that say for which processor clang compiled; without them the program's processor holds, and
  /// inlining is not refused.
  private static final List<String> CLANG_TARGET = List.of("target-cpu", "target-features", "tune-cpu");

  private final LLVMModuleRef module;
  private final Set<String> definitions = new HashSet<>();

  private RuntimeBitcode(LLVMModuleRef module) {
    this.module = module;
  }

  static RuntimeBitcode open(LLVMContextRef context, Path file) {
    var message = Llvm.messageSlot();
    var buffer = new LLVMMemoryBufferRef();
    if (LLVMCreateMemoryBufferWithContentsOfFile(new BytePointer(file.toString()), buffer, message) != 0) {
      throw new CompilerBug("cannot read the runtime " + file + ": " + message.getString(StandardCharsets.UTF_8));
    }
    var module = new LLVMModuleRef();
    if (LLVMGetBitcodeModuleInContext2(context, buffer, module) != 0) {
      throw new CompilerBug("the runtime " + file + " is not LLVM bitcode");
    }
    return new RuntimeBitcode(module);
  }

  /// The type of a function that the runtime defines or declares.
  Optional<LLVMTypeRef> functionType(String name) {
    return function(name).map(found -> LLVMGlobalGetValueType(found));
  }

  Optional<LLVMValueRef> function(String name) {
    LLVMValueRef found = LLVMGetNamedFunction(module, name);
    return Llvm.isNull(found) ? Optional.empty() : Optional.of(found);
  }

  boolean defines(String name) {
    return function(name).filter(found -> LLVMIsDeclaration(found) == 0).isPresent();
  }

  /// Moves what `program` refers to into it. The runtime is used up.
  void linkInto(LLVMModuleRef program, Target target) {
    target.describe(module);
    for (var each = LLVMGetFirstFunction(module); !Llvm.isNull(each); each = LLVMGetNextFunction(each)) {
      if (takeOnDemand(each)) {
        stripTarget(each);
      }
    }
    for (var each = LLVMGetFirstGlobal(module); !Llvm.isNull(each); each = LLVMGetNextGlobal(each)) {
      takeOnDemand(each);
    }
    if (LLVMLinkModules2(program, module) != 0) {
      throw new CompilerBug("the runtime does not fit the program");
    }
  }

  private static void stripTarget(LLVMValueRef function) {
    CLANG_TARGET.forEach(name -> Llvm.removeTextAttribute(function, name));
  }

  private boolean takeOnDemand(LLVMValueRef value) {
    if (LLVMIsDeclaration(value) != 0) {
      return false;
    }
    int linkage = LLVMGetLinkage(value);
    if (linkage == LLVMExternalLinkage || linkage == LLVMWeakAnyLinkage || linkage == LLVMWeakODRLinkage) {
      LLVMSetLinkage(value, LLVMLinkOnceODRLinkage);
      definitions.add(Llvm.name(value));
    }
    return true;
  }

  /// What came from the runtime is the program's own from now on, except `kept`, which others call.
  void internalize(LLVMModuleRef program, Set<String> kept) {
    for (var each = LLVMGetFirstFunction(program); !Llvm.isNull(each); each = LLVMGetNextFunction(each)) {
      internalize(each, kept);
    }
    for (var each = LLVMGetFirstGlobal(program); !Llvm.isNull(each); each = LLVMGetNextGlobal(each)) {
      internalize(each, kept);
    }
  }

  private void internalize(LLVMValueRef value, Set<String> kept) {
    if (LLVMIsDeclaration(value) != 0 || LLVMGetLinkage(value) != LLVMLinkOnceODRLinkage) {
      return;
    }
    String name = Llvm.name(value);
    if (definitions.contains(name)) {
      LLVMSetLinkage(value, kept.contains(name) ? LLVMExternalLinkage : LLVMInternalLinkage);
    }
  }
}
