package io.codonj.core.passes.loops;

import io.codonj.api.ir.IrOp;
import io.codonj.api.ir.Variable;
import java.util.stream.Collectors;

/// A list that is the same in all rounds of a loop, and how to get at it before the loop.
sealed interface ListPlace {
  /// Equal for places that certainly are the same.
  String key();

  /// In a variable.
  record InVariable(Variable variable) implements ListPlace {
    @Override
    public String key() {
      return variable.toString();
    }
  }

  /// An item of another list: `rows[i]` in the loop over columns.
  record InList(ListPlace outer, IrOp index) implements ListPlace {
    @Override
    public String key() {
      return outer.key() + "[" + text(index) + "]";
    }
  }

  /// A field of an object: `self.weights`.
  record InField(Variable object, IrOp.Load load) implements ListPlace {
    @Override
    public String key() {
      var address = (IrOp.Address) load.address();
      String path = address.path().stream().map(ListPlace::text).collect(Collectors.joining(","));
      return object + "." + address.pointee() + path;
    }
  }

  /// Text that is equal for integers that are computed alike.
  static String text(IrOp integer) {
    return switch (integer) {
      case IrOp.Constant constant -> constant.value().toString();
      case IrOp.GetVariable get -> get.variable().toString();
      case IrOp.Operate operate ->
          operate.operands().stream().map(ListPlace::text).collect(Collectors.joining(",", operate.operator().text() + "(", ")"));
      default -> throw new IllegalArgumentException(integer.toString());
    };
  }
}
