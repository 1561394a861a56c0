package io.codonj.api.pass;

import io.codonj.api.types.Type;
import java.util.List;

/// What the type checker knows about a function of the IR: the definition and the types it was realized with.
///
/// @param function qualified name of the definition (`dict.get`)
/// @param argumentTypes types of all parameters, `self` included
public record Instance(String function, List<Type> argumentTypes, Type result) {
  public Instance {
    argumentTypes = List.copyOf(argumentTypes);
  }
}
