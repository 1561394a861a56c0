package io.codonj.plugin.openmp;

import io.codonj.api.ir.IrOp;
import io.codonj.api.ir.IrWalker;
import io.codonj.api.ir.Variable;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// The variables that a part of a program assigns or binds, by name with the sign of their scope, and those whose
/// addresses it takes.
final class Writes extends IrWalker {
  final Map<String, Variable> assigned = new LinkedHashMap<>();
  final Set<String> addressed = new HashSet<>();

  static Writes of(IrOp op) {
    var writes = new Writes();
    writes.walk(op);
    return writes;
  }

  @Override
  public void walk(IrOp op) {
    switch (op) {
      case IrOp.SetVariable set -> add(set.variable());
      case IrOp.ForEach loop -> add(loop.variable());
      case IrOp.ForRange loop -> add(loop.variable());
      case IrOp.Try attempt -> attempt.handlers().forEach(handler -> add(handler.variable()));
      case IrOp.Pipeline pipeline -> pipeline.stages().forEach(stage -> add(stage.variable()));
      case IrOp.VariableAddress address -> addressed.add(address.variable().toString());
      default -> {}
    }
    walkChildren(op);
  }

  private void add(Variable variable) {
    assigned.putIfAbsent(variable.toString(), variable);
  }
}
