package io.codonj.core.pipeline;

import io.codonj.api.ir.IrFunction;
import io.codonj.api.ir.IrGlobal;
import io.codonj.api.pass.Instance;
import io.codonj.api.types.Type;
import java.util.List;
import java.util.Optional;

/// The way back from passes to the type checker, which makes instances of library code on demand.
public interface LibraryRealizer {

  /// Knows nothing and realizes nothing: for tests and for IR that was read from text.
  LibraryRealizer NONE = new LibraryRealizer() {
    @Override
    public Optional<Instance> instance(String symbol) {
      return Optional.empty();
    }

    @Override
    public Optional<Realization> realize(String function, List<Type> argumentTypes) {
      return Optional.empty();
    }
  };

  /// Lowered code of an instance.
  ///
  /// @param functions the instance and all it calls; those that the module has already may be among them
  /// @param globals what the functions refer to, likewise
  /// @param rewritten functions that take the place of those of the module: virtual calls of further classes
  record Realization(
      IrFunction function, List<IrFunction> functions, List<IrGlobal> globals, List<IrFunction> rewritten) {
    public Realization(IrFunction function, List<IrFunction> functions, List<IrGlobal> globals) {
      this(function, functions, globals, List.of());
    }
  }

  Optional<Instance> instance(String symbol);

  Optional<Realization> realize(String function, List<Type> argumentTypes);
}
