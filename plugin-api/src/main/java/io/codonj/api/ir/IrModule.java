package io.codonj.api.ir;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// A whole program in IR: globals and functions by name, in a stable order. `entry` names the function that runs
/// the program's top level.
public record IrModule(
    String name, SequencedMap<String, IrGlobal> globals, SequencedMap<String, IrFunction> functions, String entry) {

  public IrModule {
    globals = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(globals));
    functions = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(functions));
  }

  /// The function that a direct call calls; null for calls through a pointer.
  public @Nullable IrFunction called(IrOp.Call call) {
    return call.callee() instanceof IrOp.Constant constant && constant.value() instanceof IrOp.Symbol symbol
        ? functions.get(symbol.name())
        : null;
  }

  /// Whether `op` is a direct call of an instance of the definition of that qualified name.
  public boolean isCallOf(IrOp op, String definition) {
    return op instanceof IrOp.Call call && called(call) instanceof IrFunction function
        && function.isInstanceOf(definition);
  }
}
