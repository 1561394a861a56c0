package io.codonj.core.backend.llvm;

import static org.bytedeco.llvm.global.LLVM.*;

import org.bytedeco.llvm.LLVM.LLVMContextRef;
import org.bytedeco.llvm.LLVM.LLVMModuleRef;

/// Runs LLVM's passes.
final class Optimizer {
  private Optimizer() {}

  static void run(LLVMModuleRef module, Target target, VectorOptions vectors, Optimization optimization) {
    var passes = LLVMCreatePassBuilderOptions();
    LLVMPassBuilderOptionsSetLoopVectorization(passes, vectors.loops() ? 1 : 0);
    LLVMPassBuilderOptionsSetSLPVectorization(passes, vectors.straightLine() ? 1 : 0);
    LLVMPassBuilderOptionsSetLoopInterleaving(passes, vectors.loops() ? 1 : 0);
    LLVMPassBuilderOptionsSetLoopUnrolling(passes, 1);
    // What nothing uses goes first: optimizing it would be the greater part of the work for small programs.
    String pipeline = "globaldce," + optimization.pipeline();
    Llvm.check(LLVMRunPasses(module, pipeline, target.machine(), passes), "optimize");
    LLVMDisposePassBuilderOptions(passes);
  }

  /// Calls in tail position must leave their frame on the stack, or it would be missing from tracebacks. (Recursion
  /// that became a loop stays one: the passes have run.)
  static void keepFrames(LLVMContextRef context, LLVMModuleRef module) {
    for (var each = LLVMGetFirstFunction(module); !Llvm.isNull(each); each = LLVMGetNextFunction(each)) {
      if (LLVMIsDeclaration(each) == 0) {
        Llvm.textAttribute(context, each, "disable-tail-calls", "true");
      }
    }
  }
}
