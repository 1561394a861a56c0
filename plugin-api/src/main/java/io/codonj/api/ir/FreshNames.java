package io.codonj.api.ir;

import java.util.HashSet;
import java.util.Set;

/// Makes names of variables and labels that a function does not use yet: the wanted name, or with a number added.
public final class FreshNames {
  private final Set<String> variables = new HashSet<>();
  private final Set<String> labels = new HashSet<>();

  public FreshNames(IrFunction function) {
    function.parameters().forEach(parameter -> variables.add(parameter.name()));
    if (function.body() != null) {
      new Collector().walk(function.body());
    }
  }

  /// A new local variable that debuggers do not show.
  public Variable local(String wanted, IrType type) {
    return local(wanted, type, "");
  }

  /// A new local variable that debuggers show as `sourceName`.
  public Variable local(String wanted, IrType type, String sourceName) {
    return new Variable(fresh(wanted, variables), type, Variable.Scope.LOCAL, sourceName);
  }

  public String label(String wanted) {
    return fresh(wanted, labels);
  }

  private static String fresh(String wanted, Set<String> taken) {
    String name = wanted;
    for (int i = 1; !taken.add(name); i++) {
      name = wanted + "." + i;
    }
    return name;
  }

  private final class Collector extends IrWalker {
    @Override
    public void walk(IrOp op) {
      switch (op) {
        case IrOp.While loop -> labels.add(loop.label());
        case IrOp.ForEach loop -> labels.add(loop.label());
        case IrOp.ForRange loop -> labels.add(loop.label());
        case IrOp.Block block -> labels.add(block.label());
        default -> {}
      }
      walkChildren(op);
    }

    @Override
    protected void variable(Variable variable) {
      if (variable.scope() != Variable.Scope.GLOBAL) {
        variables.add(variable.name());
      }
    }
  }
}
