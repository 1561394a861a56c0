package io.codonj.core.backend.llvm;

import static org.bytedeco.llvm.global.LLVM.*;

import io.codonj.api.diagnostic.CompilerBug;
import io.codonj.api.ir.IrFunction;
import io.codonj.api.ir.IrType;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.llvm.LLVM.LLVMTypeRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

/// Functions that others define: the C runtime, libc, libraries.
///
/// When the runtime's bitcode knows the name, its type is the one to declare; otherwise the type follows from the
/// signature by the rules of C on x86-64.
final class ForeignFunctions {
  private final ModuleEmitter module;
  private final Optional<RuntimeBitcode> bitcode;
  private final Map<String, Declared> declared = new HashMap<>();

  /// A declared function, its LLVM type, and the ways its values travel.
  record Declared(LLVMValueRef function, LLVMTypeRef type, LLVMTypeRef[] words, CallingConvention convention, boolean unwinds) {}

  ForeignFunctions(ModuleEmitter module, Optional<RuntimeBitcode> bitcode) {
    this.module = module;
    this.bitcode = bitcode;
  }

  Declared declare(String name, IrType.Function signature) {
    Declared known = declared.get(name);
    if (known == null) {
      known = declareNew(name, signature);
      declared.put(name, known);
    }
    return known;
  }

  /// The bare address, for functions that are passed to C again.
  LLVMValueRef address(String name) {
    IrFunction function = module.ir.functions().get(name);
    if (function != null) {
      return declare(name, function.signature()).function();
    }
    return bitcode
        .flatMap(code -> code.functionType(name))
        .map(type -> named(name, type))
        .orElseThrow(() -> new CompilerBug("no symbol " + name));
  }

  /// Declares a function that the back end itself calls.
  LLVMValueRef declareRuntime(String name, LLVMTypeRef type) {
    LLVMTypeRef actual = bitcode.flatMap(code -> code.functionType(name)).orElse(type);
    if (!actual.equals(type)) {
      throw new CompilerBug("the runtime's " + name + " is " + Llvm.print(actual) + ", not " + Llvm.print(type));
    }
    return named(name, type);
  }

  private LLVMValueRef named(String name, LLVMTypeRef type) {
    LLVMValueRef existing = LLVMGetNamedFunction(module.module, name);
    if (!Llvm.isNull(existing)) {
      return existing;
    }
    LLVMValueRef function = LLVMAddFunction(module.module, name, type);
    bitcode.flatMap(code -> code.function(name)).ifPresent(known -> Llvm.copyInterface(known, function));
    return function;
  }

  private Declared declareNew(String name, IrType.Function signature) {
    var convention = CallingConvention.of(signature, module.types);
    var type = bitcode.flatMap(code -> code.functionType(name)).orElseGet(() -> convention.functionType(module.types));
    boolean fromRuntime = bitcode.flatMap(code -> code.function(name)).isPresent();
    LLVMValueRef function = named(name, type);
    if (!LLVMGlobalGetValueType(function).equals(type)) {
      throw new CompilerBug(name + " is declared twice, with different types");
    }
    LLVMTypeRef[] words = parameterTypes(type);
    if (words.length != convention.wordCount()) {
      throw new CompilerBug(
          name + " is declared as " + signature + ", but the runtime has it as " + Llvm.print(type));
    }
    boolean unwinds = true;
    if (fromRuntime) {
      unwinds = bitcode.flatMap(code -> code.function(name)).filter(each -> Llvm.hasAttribute(each, "nounwind")).isEmpty();
    } else {
      unwinds = describe(name, signature, convention, function);
    }
    return new Declared(function, type, words, convention, unwinds);
  }

  /// Tells LLVM what the IR says about the function; answers whether it may unwind.
  private boolean describe(String name, IrType.Function signature, CallingConvention convention, LLVMValueRef function) {
    convention.addAttributes(module, function);
    IrFunction ir = module.ir.functions().get(name);
    if (ir == null) {
      return true;
    }
    boolean pure = ir.attributes().contains("pure");
    if (pure) {
      boolean reads = signature.parameters().stream().anyMatch(TypeEmitter::holdsPointers);
      Llvm.attribute(
          module.context, function, LLVMAttributeFunctionIndex, "memory", reads ? Llvm.MEMORY_READ : Llvm.MEMORY_NONE);
      Llvm.attribute(module.context, function, "willreturn");
    }
    if (ir.attributes().contains("noreturn")) {
      Llvm.attribute(module.context, function, "noreturn");
    }
    if (ir.attributes().contains("cold")) {
      Llvm.attribute(module.context, function, "cold");
    }
    boolean quiet = pure || ir.attributes().contains("nounwind");
    if (quiet) {
      Llvm.attribute(module.context, function, "nounwind");
    }
    return !quiet;
  }

  private static LLVMTypeRef[] parameterTypes(LLVMTypeRef function) {
    int count = LLVMCountParamTypes(function);
    var slots = new PointerPointer<LLVMTypeRef>(Math.max(count, 1));
    LLVMGetParamTypes(function, slots);
    var types = new LLVMTypeRef[count];
    for (int i = 0; i < count; i++) {
      types[i] = slots.get(LLVMTypeRef.class, i);
    }
    return types;
  }
}
