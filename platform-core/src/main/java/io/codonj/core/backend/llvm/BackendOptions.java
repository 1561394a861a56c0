package io.codonj.core.backend.llvm;

import java.nio.file.Path;
import java.util.Optional;

/// The choices that shape machine code.
///
/// @param nativeLibraries directory that holds LLVM
/// @param runtime bitcode of the C runtime; empty only for modules that stand alone
/// @param cpu name of a processor or level (`x86-64-v3`), or `native`
/// @param sharedLibrary the code goes into a shared library instead of an executable
/// @param fastMath floating-point operations may be reordered and approximated
/// @param verify check the emitted module (the cost is small, yet it is LLVM walking all of it)
public record BackendOptions(
    Path nativeLibraries,
    Optional<Path> runtime,
    Optimization optimization,
    DebugLevel debug,
    Output output,
    String cpu,
    boolean sharedLibrary,
    boolean fastMath,
    VectorOptions vectors,
    boolean verify) {
  public static final String HOST_CPU = "native";

  public static BackendOptions release(Path nativeLibraries, Path runtime) {
    return new BackendOptions(
        nativeLibraries, Optional.of(runtime), Optimization.FULL, DebugLevel.LINES, Output.OBJECT, HOST_CPU, false,
        false, VectorOptions.DEFAULT, true);
  }

  public static BackendOptions debug(Path nativeLibraries, Path runtime) {
    return new BackendOptions(
        nativeLibraries, Optional.of(runtime), Optimization.NONE, DebugLevel.VARIABLES, Output.OBJECT, HOST_CPU, false,
        false, VectorOptions.DEFAULT, true);
  }

  public BackendOptions withoutRuntime() {
    return new BackendOptions(
        nativeLibraries, Optional.empty(), optimization, debug, output, cpu, sharedLibrary, fastMath, vectors, verify);
  }

  public BackendOptions withOutput(Output wanted) {
    return new BackendOptions(
        nativeLibraries, runtime, optimization, debug, wanted, cpu, sharedLibrary, fastMath, vectors, verify);
  }

  public BackendOptions withCpu(String name) {
    return new BackendOptions(
        nativeLibraries, runtime, optimization, debug, output, name, sharedLibrary, fastMath, vectors, verify);
  }

  public BackendOptions withFastMath(boolean allowed) {
    return new BackendOptions(
        nativeLibraries, runtime, optimization, debug, output, cpu, sharedLibrary, allowed, vectors, verify);
  }

  public BackendOptions withSharedLibrary(boolean shared) {
    return new BackendOptions(
        nativeLibraries, runtime, optimization, debug, output, cpu, shared, fastMath, vectors, verify);
  }

  public BackendOptions withVectors(VectorOptions options) {
    return new BackendOptions(
        nativeLibraries, runtime, optimization, debug, output, cpu, sharedLibrary, fastMath, options, verify);
  }
}
