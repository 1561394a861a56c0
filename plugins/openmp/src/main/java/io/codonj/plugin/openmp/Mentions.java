package io.codonj.plugin.openmp;

import io.codonj.api.ir.IrOp;
import io.codonj.api.ir.IrWalker;
import io.codonj.api.ir.Variable;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which variables a part of a program mentions.
final class Mentions extends IrWalker {
  private final @Nullable IrOp without;
  private final Map<String, Variable> found = new LinkedHashMap<>();

  private Mentions(@Nullable IrOp without) {
    this.without = without;
  }

  static boolean of(Variable variable, IrOp op) {
    return in(op).containsKey(variable.toString());
  }

  /// By name with the sign of its scope.
  static Map<String, Variable> in(IrOp op) {
    return in(op, null);
  }

  /// Those that are mentioned outside of `without`, a part of `op`.
  static Map<String, Variable> in(IrOp op, @Nullable IrOp without) {
    var walker = new Mentions(without);
    walker.walk(op);
    return walker.found;
  }

  @Override
  public void walk(IrOp op) {
    if (op != without) {
      walkChildren(op);
    }
  }

  @Override
  protected void variable(Variable variable) {
    found.putIfAbsent(variable.toString(), variable);
  }
}
