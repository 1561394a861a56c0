package io.codonj.core.driver;

import io.codonj.api.ir.IrFunction;
import io.codonj.api.ir.IrModule;
import io.codonj.api.pass.Instance;
import io.codonj.api.types.Type;
import io.codonj.core.infer.LibraryInstances;
import io.codonj.core.lower.Lowering;
import io.codonj.core.pipeline.LibraryRealizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Has the checker make instances for passes, and lowers them.
record CheckedLibrary(LibraryInstances instances) implements LibraryRealizer {

  @Override
  public Optional<Instance> instance(String symbol) {
    return instances.instance(symbol).map(known -> new Instance(known.function(), known.argumentTypes(), known.result()));
  }

  @Override
  public Optional<Realization> realize(String function, List<Type> argumentTypes) {
    return instances.realize(function, argumentTypes).map(CheckedLibrary::lower);
  }

  private static Realization lower(LibraryInstances.Addition addition) {
    var wanted = new ArrayList<>(List.of(addition.name()));
    wanted.addAll(addition.rewritten());
    IrModule lowered = Lowering.lower(addition.program(), wanted);
    List<IrFunction> rewritten = addition.rewritten().stream().map(lowered.functions()::get).toList();
    return new Realization(
        lowered.functions().get(addition.name()),
        List.copyOf(lowered.functions().values()),
        List.copyOf(lowered.globals().values()),
        rewritten);
  }
}
