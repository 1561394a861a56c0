package io.codonj.api.ir;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// A whole program in IR: globals and functions by name, in a stable order. `entry` names the function that runs
/// the program's top level.
public record IrModule(
    String name, SequencedMap<String, IrGlobal> globals, SequencedMap<String, IrFunction> functions, String entry) {

  public IrModule {
    globals = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(globals));
    functions = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(functions));
  }
}
