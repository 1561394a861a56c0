package io.codonj.api.pass;

import io.codonj.api.ir.IrFunction;
import io.codonj.api.ir.Variable;
import java.util.List;

/// A region made into a function of its own. Its parameters are the captures in their order: the variable itself
/// for a capture by value, its address (ptr) for a capture by reference.
public record OutlinedRegion(IrFunction function, List<Capture> captures) {
  public OutlinedRegion {
    captures = List.copyOf(captures);
  }

  /// A variable of the enclosing function that the region uses.
  ///
  /// @param byReference the region writes it or takes its address, so the function gets the variable's address
  public record Capture(Variable variable, boolean byReference) {}
}
