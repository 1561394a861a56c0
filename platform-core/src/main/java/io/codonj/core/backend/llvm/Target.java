package io.codonj.core.backend.llvm;

import static org.bytedeco.llvm.global.LLVM.*;

import io.codonj.api.diagnostic.CompilerBug;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.llvm.LLVM.LLVMModuleRef;
import org.bytedeco.llvm.LLVM.LLVMTargetDataRef;
import org.bytedeco.llvm.LLVM.LLVMTargetMachineRef;
import org.bytedeco.llvm.LLVM.LLVMTargetRef;
import org.bytedeco.llvm.LLVM.LLVMTypeRef;

/// The machine that code is made for.
record Target(LLVMTargetMachineRef machine, LLVMTargetDataRef layout, String triple) implements AutoCloseable {
  private static final String TRIPLE = "x86_64-unknown-linux-gnu";

  /// LLVM only warns about names that it does not know, and the API cannot list those it does.
  private static final Set<String> CPUS =
      Set.of(
          "x86-64", "x86-64-v2", "x86-64-v3", "x86-64-v4", "nehalem", "westmere", "sandybridge", "ivybridge", "haswell",
          "broadwell", "skylake", "skylake-avx512", "cascadelake", "cooperlake", "cannonlake", "icelake-client",
          "icelake-server", "tigerlake", "rocketlake", "alderlake", "raptorlake", "meteorlake", "arrowlake",
          "arrowlake-s", "lunarlake", "pantherlake", "sapphirerapids", "emeraldrapids", "graniterapids",
          "graniterapids-d", "sierraforest", "grandridge", "clearwaterforest", "gracemont", "bonnell", "silvermont",
          "goldmont", "goldmont-plus", "tremont", "knl", "knm", "k8", "k8-sse3", "barcelona", "btver1", "btver2",
          "bdver1", "bdver2", "bdver3", "bdver4", "znver1", "znver2", "znver3", "znver4", "znver5");

  static boolean isKnownCpu(String name) {
    return name.equals(BackendOptions.HOST_CPU) || CPUS.contains(name);
  }

  static Target of(String cpu, Optimization optimization) {
    LLVMInitializeX86TargetInfo();
    LLVMInitializeX86Target();
    LLVMInitializeX86TargetMC();
    LLVMInitializeX86AsmPrinter();
    LLVMInitializeX86AsmParser();
    var found = new LLVMTargetRef();
    var message = Llvm.messageSlot();
    if (LLVMGetTargetFromTriple(new BytePointer(TRIPLE), found, message) != 0) {
      throw new CompilerBug(message.getString(StandardCharsets.UTF_8));
    }
    boolean host = cpu.equals(BackendOptions.HOST_CPU);
    String name = host ? take(LLVMGetHostCPUName()) : cpu;
    String features = host ? take(LLVMGetHostCPUFeatures()) : "";
    int level = optimization == Optimization.FULL ? LLVMCodeGenLevelAggressive : LLVMCodeGenLevelNone;
    var machine =
        LLVMCreateTargetMachine(found, TRIPLE, name, features, level, LLVMRelocPIC, LLVMCodeModelDefault);
    return new Target(machine, LLVMCreateTargetDataLayout(machine), TRIPLE);
  }

  void describe(LLVMModuleRef module) {
    LLVMSetTarget(module, triple);
    LLVMSetModuleDataLayout(module, layout);
  }

  long size(LLVMTypeRef type) {
    return LLVMABISizeOfType(layout, type);
  }

  @Override
  public void close() {
    LLVMDisposeTargetData(layout);
    LLVMDisposeTargetMachine(machine);
  }

  private static String take(BytePointer text) {
    String copy = text.getString(StandardCharsets.UTF_8);
    LLVMDisposeMessage(text);
    return copy;
  }
}
