package io.codonj.core.backend.llvm;

import static org.bytedeco.llvm.global.LLVM.*;

import io.codonj.api.diagnostic.Diagnostic;
import io.codonj.api.ir.IrModule;
import io.codonj.api.source.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.llvm.LLVM.LLVMContextRef;
import org.bytedeco.llvm.LLVM.LLVMModuleRef;

/// The back end: IR to machine code, one step after the other.
public final class LlvmBackend {
  private LlvmBackend() {}

  public static BackendResult compile(IrModule module, BackendOptions options) {
    if (!Target.isKnownCpu(options.cpu())) {
      return new BackendResult(Optional.empty(), List.of(unknownCpu(options.cpu())), List.of());
    }
    var clock = new StepClock();
    NativeLibraries.load(options.nativeLibraries());
    clock.step("load LLVM");
    LLVMContextRef context = LLVMContextCreate();
    try (Target target = Target.of(options.cpu(), options.optimization())) {
      var problems = new ArrayList<Diagnostic>();
      Optional<byte[]> output = compile(module, options, context, target, clock, problems);
      return new BackendResult(output, problems, clock.times());
    } finally {
      LLVMContextDispose(context);
    }
  }

  private static Optional<byte[]> compile(
      IrModule ir, BackendOptions options, LLVMContextRef context, Target target, StepClock clock,
      List<Diagnostic> problems) {
    Optional<RuntimeBitcode> runtime = options.runtime().map(file -> open(file, context));
    clock.step("open runtime");
    var emitter = new ModuleEmitter(ir, context, target, runtime, options);
    emitter.emit();
    LLVMModuleRef module = emitter.module;
    clock.step("emit");
    problems.addAll(emitter.problems);
    if (!problems.isEmpty()) {
      return Optional.empty();
    }
    if (options.verify()) {
      Llvm.verify(module);
      clock.step("verify");
    }
    if (options.output() == Output.UNOPTIMIZED_LLVM_TEXT) {
      return Optional.of(Llvm.print(module).getBytes(StandardCharsets.UTF_8));
    }
    if (runtime.isPresent() && options.optimization() != Optimization.NONE) {
      runtime.get().linkInto(module, target);
      clock.step("link runtime");
    }
    Optimizer.run(module, target, options.vectors(), options.optimization());
    if (runtime.isPresent()) {
      StackChecks.insert(emitter);
    }
    Optimizer.keepFrames(context, module);
    clock.step("optimize");
    byte[] output =
        switch (options.output()) {
          case OBJECT -> ObjectEmitter.object(module, target);
          case ASSEMBLY_TEXT -> ObjectEmitter.assembly(module, target);
          case LLVM_TEXT, UNOPTIMIZED_LLVM_TEXT -> Llvm.print(module).getBytes(StandardCharsets.UTF_8);
        };
    clock.step("generate code");
    return Optional.of(output);
  }

  private static RuntimeBitcode open(Path whole, LLVMContextRef context) {
    try {
      return RuntimeBitcode.open(context, RuntimePreparation.prepareIfStale(whole));
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  private static Diagnostic unknownCpu(String name) {
    return Diagnostic.of(BackendError.UNKNOWN_CPU, Span.NONE, "unknown processor '" + name + "'")
        .withNote("use 'native', a level such as 'x86-64-v3', or a name that LLVM knows, such as 'znver4'");
  }
}
