package io.codonj.api.pass;

import io.codonj.api.ir.IrModule;
import java.util.List;

/// A rewrite of the whole program's IR: stateless, named by what it does.
///
/// A plugin's pass runs in its slot, or elsewhere if the passes that it comes before or after demand it. The order
/// of built-in passes is fixed by the standard pipeline.
public interface IrPass {
  /// The name in kebab form: `fold-constants`.
  String id();

  /// The rewritten module; the same instance when nothing changed.
  IrModule run(IrModule module, PassContext context);

  default PassSlot slot() {
    return PassSlot.BEFORE_EMIT;
  }

  /// Ids of passes, built-in or of plugins, that must run later than this one.
  default List<String> before() {
    return List.of();
  }

  /// Ids of passes, built-in or of plugins, that must run earlier than this one.
  default List<String> after() {
    return List.of();
  }
}
