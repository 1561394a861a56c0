package io.codonj.core.backend.llvm;

import static org.bytedeco.llvm.global.LLVM.*;

import java.util.List;
import org.bytedeco.llvm.LLVM.LLVMAttributeRef;
import org.bytedeco.llvm.LLVM.LLVMTypeRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.jspecify.annotations.Nullable;

/// The functions of the C runtime that emitted code calls by itself.
final class RuntimeFunctions {
  /// One of them with its type.
  record Callable(LLVMValueRef function, LLVMTypeRef type) {}

  private static final String FAMILY = "codonj";

  /// Bits of the `allockind` attribute.
  private static final long KIND_ALLOCATE = 1;
  private static final long KIND_FREE = 4;
  private static final long KIND_UNINITIALIZED = 8;
  private static final long KIND_ZEROED = 16;

  private final ModuleEmitter module;
  private final TypeEmitter types;

  RuntimeFunctions(ModuleEmitter module) {
    this.module = module;
    this.types = module.types;
  }

  /// `cj_alloc(size)`: zeroed memory in which the collector looks for pointers.
  Callable allocate() {
    return callable("cj_alloc", types.pointer, types.i64);
  }

  /// `cj_alloc_atomic(size)`: memory without pointers, its content undefined.
  Callable allocateAtomic() {
    return callable("cj_alloc_atomic", types.pointer, types.i64);
  }

  Callable reallocate() {
    return callable("cj_realloc", types.pointer, types.pointer, types.i64);
  }

  Callable reallocateAtomic() {
    return callable("cj_realloc_atomic", types.pointer, types.pointer, types.i64);
  }

  Callable free() {
    return callable("cj_free", types.nothing, types.pointer);
  }

  /// `cj_throw(object)`: never returns.
  Callable throwException() {
    return callable("cj_throw", types.nothing, types.pointer);
  }

  Callable exceptionObject() {
    return callable("cj_exception_object", types.pointer, types.pointer);
  }

  Callable exceptionEnd() {
    return callable("cj_exception_end", types.nothing, types.pointer);
  }

  LLVMValueRef personality() {
    LLVMTypeRef type =
        Llvm.functionType(types.i32, types.i32, types.i32, types.i64, types.pointer, types.pointer);
    return module.foreign.declareRuntime("cj_personality", type);
  }

  private Callable callable(String name, LLVMTypeRef result, LLVMTypeRef... parameters) {
    LLVMTypeRef type = Llvm.functionType(result, parameters);
    LLVMValueRef function = module.foreign.declareRuntime(name, type);
    return new Callable(function, type);
  }

  /// Tells LLVM what the definitions in the linked module do, beyond what clang could see.
  ///
  /// Allocations that nothing needs disappear, and an allocation does not make other memory look changed. For that
  /// calls of the allocator must stay visible as such until the end.
  void describeAllocator() {
    allocator("cj_alloc", KIND_ALLOCATE | KIND_ZEROED, null);
    allocator("cj_alloc_atomic", KIND_ALLOCATE | KIND_UNINITIALIZED, null);
    allocator("cj_free", KIND_FREE, 1);
    LLVMValueRef thrower = LLVMGetNamedFunction(module.module, "cj_throw");
    if (!Llvm.isNull(thrower)) {
      for (String attribute : List.of("noreturn", "cold", "noinline")) {
        Llvm.attribute(module.context, thrower, attribute);
      }
    }
  }

  private void allocator(String name, long kind, @Nullable Integer pointerArgument) {
    LLVMValueRef function = LLVMGetNamedFunction(module.module, name);
    if (Llvm.isNull(function)) {
      return;
    }
    Llvm.attribute(module.context, function, LLVMAttributeFunctionIndex, "allockind", kind);
    Llvm.textAttribute(module.context, function, "alloc-family", FAMILY);
    for (String attribute : List.of("nounwind", "willreturn", "noinline")) {
      Llvm.attribute(module.context, function, attribute);
    }
    if (pointerArgument != null) {
      Llvm.attribute(module.context, function, pointerArgument, "allocptr", 0);
      return;
    }
    Llvm.attribute(
        module.context, function, LLVMAttributeFunctionIndex, "memory", Llvm.MEMORY_INACCESSIBLE);
    allocationSize(function);
    Llvm.attribute(module.context, function, LLVMAttributeReturnIndex, "noalias", 0);
    Llvm.attribute(module.context, function, LLVMAttributeReturnIndex, "nonnull", 0);
    Llvm.attribute(module.context, function, LLVMAttributeReturnIndex, "align", 16);
  }

  /// The first parameter is the size: `allocsize(0)`, whose encoding is (0, none).
  private void allocationSize(LLVMValueRef function) {
    String name = "allocsize";
    int kind = LLVMGetEnumAttributeKindForName(name, name.length());
    LLVMAttributeRef attribute = LLVMCreateEnumAttribute(module.context, kind, 0xFFFF_FFFFL);
    LLVMAddAttributeAtIndex(function, LLVMAttributeFunctionIndex, attribute);
  }
}
