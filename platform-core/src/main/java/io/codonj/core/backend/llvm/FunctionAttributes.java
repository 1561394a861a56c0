package io.codonj.core.backend.llvm;

import static org.bytedeco.llvm.global.LLVM.*;

import io.codonj.api.ir.IrFunction;
import io.codonj.api.ir.IrType;
import org.bytedeco.llvm.LLVM.LLVMContextRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

/// What the attributes of an IR function mean to LLVM.
final class FunctionAttributes {
  /// Full tables: an exception may pass, and debuggers and profilers may stop, anywhere.
  private static final int ASYNCHRONOUS_UNWIND_TABLES = 2;

  /// Where LLVM knows which generator a loop resumes, inlining it lets state stay in registers, which pays for
  /// several times the size of ordinary functions (whose threshold is 250).
  private static final String GENERATOR_INLINE_THRESHOLD = "1500";

  private FunctionAttributes() {}

  static void apply(ModuleEmitter module, IrFunction function, LLVMValueRef value) {
    LLVMContextRef context = module.context;
    boolean generator = function.generator() != null;
    Llvm.attribute(context, value, LLVMAttributeFunctionIndex, "uwtable", ASYNCHRONOUS_UNWIND_TABLES);
    if (generator) {
      Llvm.attribute(context, value, "presplitcoroutine");
      Llvm.textAttribute(context, value, "function-inline-threshold", GENERATOR_INLINE_THRESHOLD);
    }
    if (StackChecks.areWanted(module, function)) {
      StackChecks.mark(module, value);
      if (!module.recursion.callsTwice(function)) {
        // As a loop, recursion without end would run forever instead of raising RecursionError.
        Llvm.textAttribute(context, value, "disable-tail-calls", "true");
      }
    }
    for (String attribute : function.attributes()) {
      switch (attribute) {
        case "inline" -> Llvm.attribute(context, value, generator ? "inlinehint" : "alwaysinline");
        case "noinline" -> Llvm.attribute(context, value, "noinline");
        case "cold" -> Llvm.attribute(context, value, "cold");
        case "noreturn" -> {
          Llvm.attribute(context, value, "noreturn");
          // Two raises that look alike are on different lines.
          Llvm.attribute(context, value, "nomerge");
        }
        case "nounwind" -> Llvm.attribute(context, value, "nounwind");
        default -> {
          // `pure` guides passes over IR; of functions with bodies LLVM finds out itself what they touch.
        }
      }
    }
    if (module.options.optimization() == Optimization.NONE) {
      Llvm.textAttribute(context, value, "frame-pointer", "all");
    }
    if (module.options.vectors().preferredBits() > 0) {
      Llvm.textAttribute(
          context, value, "prefer-vector-width", Integer.toString(module.options.vectors().preferredBits()));
    }
    if (function.attributes().contains("export")) {
      extendTruthValues(module, function, value);
    }
  }

  /// C expects truth values as whole bytes, and its bytes extended.
  private static void extendTruthValues(ModuleEmitter module, IrFunction function, LLVMValueRef value) {
    if (function.result().equals(IrType.BOOL)) {
      Llvm.attribute(module.context, value, LLVMAttributeReturnIndex, "zeroext", 0);
    }
    int index = 1;
    for (var parameter : function.parameters()) {
      if (parameter.type().equals(IrType.BOOL)) {
        Llvm.attribute(module.context, value, index, "zeroext", 0);
      }
      index += TypeEmitter.isUnit(parameter.type()) ? 0 : 1;
    }
  }
}
