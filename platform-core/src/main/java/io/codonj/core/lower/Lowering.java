package io.codonj.core.lower;

import io.codonj.api.ir.IrModule;
import io.codonj.core.typed.TypedModule;
import java.util.List;

/// The hop from the typed program to IR.
public final class Lowering {
  private Lowering() {}

  /// Lowers what can be reached from the entry and from exported functions.
  public static IrModule lower(TypedModule module) {
    return new ProgramBuilder(module).build();
  }

  /// Lowers the functions named and what can be reached from them; the first is the entry.
  public static IrModule lower(TypedModule module, List<String> functions) {
    return new ProgramBuilder(module).build(functions);
  }
}
