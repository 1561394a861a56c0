package io.codonj.api.ir;

import java.util.LinkedHashMap;
import java.util.SequencedCollection;

/// The local variables of a function: all that its body mentions, in order of first mention. There is no list of
/// declarations beside the body that a pass would have to keep in step.
public final class LocalVariables extends IrWalker {
  private final LinkedHashMap<String, Variable> found = new LinkedHashMap<>();

  private LocalVariables() {}

  public static SequencedCollection<Variable> of(IrFunction function) {
    return function.body() == null ? java.util.List.of() : of(function.body());
  }

  public static SequencedCollection<Variable> of(IrOp body) {
    var walker = new LocalVariables();
    walker.walk(body);
    return walker.found.sequencedValues();
  }

  @Override
  protected void variable(Variable variable) {
    if (variable.scope() == Variable.Scope.LOCAL) {
      found.putIfAbsent(variable.name(), variable);
    }
  }
}
