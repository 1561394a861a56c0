package io.codonj.api.plugin;

import io.codonj.api.Experimental;
import io.codonj.api.ir.IrOp;
import io.codonj.api.ir.IrType;
import java.util.List;

/// An operation that the plugin adds to the IR. Its passes make [IrOp.Extension]s; the back end emits what
/// [IrOp.Extension#lower] gives. This declaration is what reads the operation from IR text.
@Experimental(since = "0.1")
public interface ExtensionOp {

  /// The operation's name, with the plugin's id first (`seq.complement`).
  String name();

  /// The operation for these operands.
  ///
  /// @param type the type that the text states
  IrOp.Extension make(List<IrOp> operands, IrType type);
}
