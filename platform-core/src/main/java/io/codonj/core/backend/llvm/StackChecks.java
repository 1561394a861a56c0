package io.codonj.core.backend.llvm;

import static org.bytedeco.llvm.global.LLVM.*;

import io.codonj.api.ir.IrFunction;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.llvm.LLVM.LLVMBasicBlockRef;
import org.bytedeco.llvm.LLVM.LLVMMetadataRef;
import org.bytedeco.llvm.LLVM.LLVMTypeRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

/// Makes recursive functions raise RecursionError when the stack is nearly used up.
///
/// ```
/// entry:  if stack pointer < cj_stack_limit: cj_stack_overflow()
/// ```
///
/// One comparison per frame: this runs behind the optimizer, when calls that were inlined or became loops are gone.
/// Until then a call of `cj_stack_check` at the start of each such function tells LLVM that it may raise. In debug
/// builds that call remains.
final class StackChecks {
  /// Marks recursive functions from emission to here.
  private static final String RECURSIVE = "codonj-recursive";

  private final ModuleEmitter module;
  private final TypeEmitter types;
  private final Builder builder;

  private StackChecks(ModuleEmitter module, Builder builder) {
    this.module = module;
    this.types = module.types;
    this.builder = builder;
  }

  static boolean areWanted(ModuleEmitter module, IrFunction function) {
    return module.options.runtime().isPresent()
        && function.generator() == null
        && module.recursion.isRecursive(function);
  }

  static void mark(ModuleEmitter module, LLVMValueRef function) {
    if (module.options.optimization() != Optimization.NONE) {
      Llvm.textAttribute(module.context, function, RECURSIVE, "true");
    }
  }

  /// A call that will be taken out again must not hold up optimizations, apart from being one that may raise.
  static void call(ModuleEmitter module, LLVMValueRef call) {
    if (module.options.optimization() != Optimization.NONE) {
      String name = "memory";
      int kind = LLVMGetEnumAttributeKindForName(name, name.length());
      LLVMAddCallSiteAttribute(
          call, LLVMAttributeFunctionIndex, LLVMCreateEnumAttribute(module.context, kind, Llvm.MEMORY_NONE));
    }
  }

  static void insert(ModuleEmitter module) {
    var marked = new ArrayList<LLVMValueRef>();
    for (var each = LLVMGetFirstFunction(module.module); !Llvm.isNull(each); each = LLVMGetNextFunction(each)) {
      if (LLVMIsDeclaration(each) == 0 && Llvm.hasTextAttribute(each, RECURSIVE)) {
        marked.add(each);
      }
    }
    if (marked.isEmpty()) {
      return;
    }
    removeCalls(module);
    try (var builder = new Builder(module.context, module.module)) {
      var checks = new StackChecks(module, builder);
      LLVMValueRef limit = checks.limit();
      marked.forEach(each -> checks.insert(each, limit));
    }
  }

  /// Calls that were inlined into a `try` stay: they are where its handlers are entered from.
  private static void removeCalls(ModuleEmitter module) {
    LLVMValueRef check = LLVMGetNamedFunction(module.module, "cj_stack_check");
    if (Llvm.isNull(check)) {
      return;
    }
    var calls = new ArrayList<LLVMValueRef>();
    for (var use = LLVMGetFirstUse(check); !Llvm.isNull(use); use = LLVMGetNextUse(use)) {
      LLVMValueRef user = LLVMGetUser(use);
      if (!Llvm.isNull(LLVMIsACallInst(user))) {
        calls.add(user);
      }
    }
    calls.forEach(each -> LLVMInstructionEraseFromParent(each));
  }

  private LLVMValueRef limit() {
    String name = "cj_stack_limit";
    LLVMValueRef known = LLVMGetNamedGlobal(module.module, name);
    if (!Llvm.isNull(known)) {
      return known;
    }
    LLVMValueRef limit = LLVMAddGlobal(module.module, types.i64, name);
    LLVMSetVisibility(limit, LLVMHiddenVisibility);
    LLVMSetThreadLocalMode(
        limit, module.options.sharedLibrary() ? LLVMInitialExecTLSModel : LLVMLocalExecTLSModel);
    return limit;
  }

  private void insert(LLVMValueRef function, LLVMValueRef limit) {
    LLVMBasicBlockRef body = LLVMGetEntryBasicBlock(function);
    LLVMBasicBlockRef check = LLVMInsertBasicBlockInContext(module.context, body, "stack");
    builder.position(check);
    moveSlots(body);
    LLVMBasicBlockRef overflow = builder.newBlock(function, "overflow");
    place(function);
    LLVMValueRef exhausted =
        builder.compare(LLVMIntULT, stackPointer(), builder.load(types.i64, limit));
    builder.branch(exhausted, overflow, body);
    builder.position(overflow);
    builder.call(Llvm.functionType(types.nothing), overflow());
    builder.unreachable();
  }

  /// Not declared before the optimizer ran, which would have dropped it as unused.
  private LLVMValueRef overflow() {
    String name = "cj_stack_overflow";
    LLVMValueRef known = LLVMGetNamedFunction(module.module, name);
    if (!Llvm.isNull(known)) {
      return known;
    }
    LLVMValueRef function = LLVMAddFunction(module.module, name, Llvm.functionType(types.nothing));
    LLVMSetVisibility(function, LLVMHiddenVisibility);
    List.of("noreturn", "cold").forEach(each -> Llvm.attribute(module.context, function, each));
    return function;
  }

  /// Slots that are not in the first block would be made anew whenever control comes by.
  private void moveSlots(LLVMBasicBlockRef from) {
    List<LLVMValueRef> slots = new ArrayList<>();
    for (var each = LLVMGetFirstInstruction(from); !Llvm.isNull(each); each = LLVMGetNextInstruction(each)) {
      if (!Llvm.isNull(LLVMIsAAllocaInst(each)) && LLVMIsConstant(LLVMGetOperand(each, 0)) != 0) {
        slots.add(each);
      }
    }
    for (LLVMValueRef slot : slots) {
      LLVMInstructionRemoveFromParent(slot);
      LLVMInsertIntoBuilder(builder.handle, slot);
    }
  }

  private void place(LLVMValueRef function) {
    LLVMMetadataRef subprogram = LLVMGetSubprogram(function);
    int line = LLVMDISubprogramGetLine(subprogram);
    LLVMSetCurrentDebugLocation2(
        builder.handle, LLVMDIBuilderCreateDebugLocation(module.context, line, 0, subprogram, null));
  }

  private LLVMValueRef stackPointer() {
    LLVMMetadataRef name = LLVMMDStringInContext2(module.context, "rsp", 3);
    LLVMMetadataRef register = LLVMMDNodeInContext2(module.context, Llvm.array(name), 1);
    return builder.intrinsic(
        "llvm.read_register", new LLVMTypeRef[] {types.i64}, LLVMMetadataAsValue(module.context, register));
  }
}
