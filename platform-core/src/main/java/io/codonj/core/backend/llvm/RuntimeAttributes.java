package io.codonj.core.backend.llvm;

import static org.bytedeco.llvm.global.LLVM.*;

import java.util.List;
import org.bytedeco.llvm.LLVM.LLVMAttributeRef;
import org.bytedeco.llvm.LLVM.LLVMContextRef;
import org.bytedeco.llvm.LLVM.LLVMModuleRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

/// Tells LLVM what functions of the runtime do, beyond what clang could see.
///
/// Allocations that nothing needs disappear, and an allocation does not make other memory look changed. For that,
/// calls of the allocator stay visible as such.
final class RuntimeAttributes {
  private static final String FAMILY = "codonj";

  /// Bits of the `allockind` attribute.
  private static final long KIND_ALLOCATE = 1;
  private static final long KIND_FREE = 4;
  private static final long KIND_UNINITIALIZED = 8;
  private static final long KIND_ZEROED = 16;

  private static final int BLOCK_ALIGNMENT = 16;

  private final LLVMContextRef context;
  private final LLVMModuleRef module;

  RuntimeAttributes(LLVMContextRef context, LLVMModuleRef module) {
    this.context = context;
    this.module = module;
  }

  void apply() {
    allocator("cj_alloc", KIND_ALLOCATE | KIND_ZEROED);
    allocator("cj_alloc_atomic", KIND_ALLOCATE | KIND_UNINITIALIZED);
    stackCheck();
    reallocator("cj_realloc");
    reallocator("cj_realloc_atomic");
    LLVMValueRef free = LLVMGetNamedFunction(module, "cj_free");
    if (!Llvm.isNull(free)) {
      family(free, KIND_FREE);
      Llvm.attribute(context, free, 1, "allocptr", 0);
    }
    LLVMValueRef thrower = LLVMGetNamedFunction(module, "cj_throw");
    if (!Llvm.isNull(thrower)) {
      List.of("noreturn", "cold", "noinline", "nomerge").forEach(each -> Llvm.attribute(context, thrower, each));
    }
  }

  /// Calls of it stand for a check until [StackChecks] has its turn.
  private void stackCheck() {
    LLVMValueRef function = LLVMGetNamedFunction(module, "cj_stack_check");
    if (!Llvm.isNull(function)) {
      Llvm.attribute(context, function, "noinline");
    }
  }

  private void allocator(String name, long kind) {
    LLVMValueRef function = LLVMGetNamedFunction(module, name);
    if (Llvm.isNull(function)) {
      return;
    }
    family(function, kind);
    Llvm.attribute(context, function, LLVMAttributeFunctionIndex, "memory", Llvm.MEMORY_INACCESSIBLE);
    allocationSize(function);
    Llvm.attribute(context, function, LLVMAttributeReturnIndex, "noalias", 0);
    Llvm.attribute(context, function, LLVMAttributeReturnIndex, "nonnull", 0);
    Llvm.attribute(context, function, LLVMAttributeReturnIndex, "align", BLOCK_ALIGNMENT);
  }

  /// Growing a block reads and frees that block and nothing else.
  private void reallocator(String name) {
    LLVMValueRef function = LLVMGetNamedFunction(module, name);
    if (!Llvm.isNull(function)) {
      Llvm.attribute(
          context, function, LLVMAttributeFunctionIndex, "memory", Llvm.MEMORY_ARGUMENTS | Llvm.MEMORY_INACCESSIBLE);
      List.of("nounwind", "willreturn", "noinline").forEach(each -> Llvm.attribute(context, function, each));
      Llvm.attribute(context, function, LLVMAttributeReturnIndex, "noalias", 0);
    }
  }

  private void family(LLVMValueRef function, long kind) {
    Llvm.attribute(context, function, LLVMAttributeFunctionIndex, "allockind", kind);
    Llvm.textAttribute(context, function, "alloc-family", FAMILY);
    List.of("nounwind", "willreturn", "noinline").forEach(each -> Llvm.attribute(context, function, each));
  }

  /// The first parameter is the size: `allocsize(0)`, whose encoding is (0, none).
  private void allocationSize(LLVMValueRef function) {
    String name = "allocsize";
    int kind = LLVMGetEnumAttributeKindForName(name, name.length());
    LLVMAttributeRef attribute = LLVMCreateEnumAttribute(context, kind, 0xFFFF_FFFFL);
    LLVMAddAttributeAtIndex(function, LLVMAttributeFunctionIndex, attribute);
  }
}
