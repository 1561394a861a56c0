package io.codonj.api.pass;

import io.codonj.api.diagnostic.DiagnosticSink;
import io.codonj.api.ir.IrFunction;
import io.codonj.api.ir.IrModule;
import io.codonj.api.ir.IrOp;
import io.codonj.api.types.Type;
import java.util.List;
import java.util.Optional;

/// What a pass may ask of the compiler.
public interface PassContext {

  /// Where problems of the user's program go (a reduction that cannot be made, host code in a kernel).
  DiagnosticSink diagnostics();

  /// The result of an analysis of `module`, computed once per module instance.
  <T> T analysis(AnalysisKey<T> key, IrModule module);

  /// What the checker knows about the function called `symbol`; empty for functions that passes made.
  Optional<Instance> instance(String symbol);

  /// The instance of a library function or method for these argument types, ready to be called by its name. Its
  /// code and that of everything it calls joins the module when the pass has returned. Empty when there is no
  /// such function or it does not take these types.
  ///
  /// @param function qualified name (`dict._value_slot`, `builtins.print`)
  /// @param argumentTypes one for each parameter: `self` included, a tuple for `*values`, those with defaults too
  Optional<IrFunction> realize(String function, List<Type> argumentTypes);

  /// Adds a function that the pass made; it joins the module when the pass has returned.
  void add(IrFunction function);

  /// Makes `region`, a part of the body of `enclosing`, into a function that takes what it captures. The function
  /// has been added to the module; the caller replaces the region by a use of it. Empty when control leaves the
  /// region other than by its end or an exception: by a return, a yield, or a jump to a label outside.
  ///
  /// @param purpose part of the new function's name (`parallel`, `kernel`)
  Optional<OutlinedRegion> outline(IrFunction enclosing, IrOp region, String purpose);
}
