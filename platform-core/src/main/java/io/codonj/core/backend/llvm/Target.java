package io.codonj.core.backend.llvm;

import static org.bytedeco.llvm.global.LLVM.*;

import io.codonj.api.diagnostic.CompilerBug;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.llvm.LLVM.LLVMModuleRef;
import org.bytedeco.llvm.LLVM.LLVMTargetDataRef;
import org.bytedeco.llvm.LLVM.LLVMTargetMachineRef;
import org.bytedeco.llvm.LLVM.LLVMTargetRef;
import org.bytedeco.llvm.LLVM.LLVMTypeRef;

/// The machine that code is made for; `level` is the number of `x86-64-vN` that it needs.
record Target(LLVMTargetMachineRef machine, LLVMTargetDataRef layout, String triple, int level) implements AutoCloseable {
  private static final String TRIPLE = "x86_64-unknown-linux-gnu";

  /// Processors and the x86-64 level that each has. (LLVM only warns about names that it does not know, and the API
  /// cannot list those it does.)
  private static final Map<String, Integer> CPUS = new HashMap<>();

  static {
    level(1, "x86-64", "k8", "k8-sse3", "barcelona", "bonnell", "btver1");
    level(2, "x86-64-v2", "nehalem", "westmere", "silvermont", "goldmont", "goldmont-plus", "tremont");
    level(2, "sandybridge", "ivybridge", "btver2", "bdver1", "bdver2", "bdver3");
    level(3, "x86-64-v3", "haswell", "broadwell", "skylake", "alderlake", "raptorlake", "meteorlake", "gracemont");
    level(3, "arrowlake", "arrowlake-s", "lunarlake", "pantherlake", "sierraforest", "grandridge", "clearwaterforest");
    level(3, "bdver4", "znver1", "znver2", "znver3");
    level(4, "x86-64-v4", "skylake-avx512", "cascadelake", "cooperlake", "cannonlake", "icelake-client");
    level(4, "icelake-server", "tigerlake", "rocketlake", "sapphirerapids", "emeraldrapids", "graniterapids");
    level(4, "graniterapids-d", "znver4", "znver5");
  }

  private static void level(int level, String... names) {
    for (String each : names) {
      CPUS.put(each, level);
    }
  }

  private static int hostLevel(String features) {
    if (features.contains("+avx512vl") && features.contains("+avx512dq")) {
      return 4;
    }
    if (features.contains("+avx2") && features.contains("+bmi2") && features.contains("+fma")) {
      return 3;
    }
    return features.contains("+sse4.2") && features.contains("+popcnt") ? 2 : 1;
  }

  static boolean isKnownCpu(String name) {
    return name.equals(BackendOptions.HOST_CPU) || CPUS.containsKey(name);
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
    return new Target(machine, LLVMCreateTargetDataLayout(machine), TRIPLE, host ? hostLevel(features) : CPUS.get(name));
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
