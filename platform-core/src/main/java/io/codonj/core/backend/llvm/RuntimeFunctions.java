package io.codonj.core.backend.llvm;

import org.bytedeco.llvm.LLVM.LLVMTypeRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

/// The functions of the C runtime that emitted code calls by itself.
final class RuntimeFunctions {
  /// One of them with its type.
  record Callable(LLVMValueRef function, LLVMTypeRef type) {}

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

  /// `cj_stack_check()`: raises RecursionError when the stack is nearly used up; see [StackChecks].
  Callable stackCheck() {
    return callable("cj_stack_check", types.nothing);
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
}
