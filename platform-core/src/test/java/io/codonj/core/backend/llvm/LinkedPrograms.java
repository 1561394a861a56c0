package io.codonj.core.backend.llvm;

import io.codonj.api.ir.IrType;
import java.nio.file.Path;
import java.util.List;

/// Object code for the tests of the linker.
public final class LinkedPrograms {
  public static final Path LINKER = Programs.NATIVE.resolve("ld.lld");
  public static final Path RUNTIME = Programs.RUNTIME;

  private LinkedPrograms() {}

  /// A program that calls one C function without arguments.
  public static byte[] calling(String function) {
    var ir = new Ir();
    ir.declare(function, IrType.I64, List.of());
    return LlvmBackend.compile(ir.module(ir.call(function)), Programs.release()).output().orElseThrow();
  }
}
