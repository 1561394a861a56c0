package io.codonj.core.snapshot;

import io.codonj.api.ir.IrFunction;
import io.codonj.api.ir.IrModule;
import io.codonj.api.ir.IrType;
import io.codonj.api.ir.Variable;
import io.codonj.api.pass.Instance;
import io.codonj.api.source.Span;
import io.codonj.api.types.Type;
import io.codonj.core.pipeline.LibraryRealizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Stands in for the checker: realizes slots of `dict` with the parameters of the accessor that they replace.
record SlotRealizer(IrModule module) implements LibraryRealizer {

  @Override
  public Optional<Instance> instance(String symbol) {
    return Optional.ofNullable(module.functions().get(symbol))
        .map(function -> new Instance(function.origin(), List.of(), Type.ClassType.of("NoneType")));
  }

  @Override
  public Optional<Realization> realize(String function, List<Type> argumentTypes) {
    return module.functions().values().stream()
        .filter(candidate -> candidate.origin().equals(
            function.equals("dict._value_slot") ? "dict.__setitem__" : "dict.__getitem__"))
        .findFirst()
        .map(setter -> new IrFunction(
            function, function, function, new ArrayList<Variable>(setter.parameters()), IrType.PTR, null, null,
            Set.of(), Span.NONE))
        .map(slot -> new Realization(slot, List.of(slot), List.of()));
  }
}
