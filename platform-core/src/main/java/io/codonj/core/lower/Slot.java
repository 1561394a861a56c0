package io.codonj.core.lower;

import io.codonj.api.ir.IrType;
import io.codonj.api.ir.Variable;
import io.codonj.core.typed.TypedVariable;
import org.jspecify.annotations.Nullable;

/// Where a variable of the program lives.
///
/// @param variable the value itself, or the pointer to the cell
/// @param type of the value
/// @param cell layout of the cell, null when there is none; its second field, if any, says whether it is bound
/// @param flag says whether the variable is bound, null when it always is or the cell knows
record Slot(Variable variable, IrType type, IrType.@Nullable Struct cell, @Nullable Variable flag) {
  static final int CELL_VALUE = 0;
  static final int CELL_BOUND = 1;

  /// A cell of a variable of this type.
  static IrType.Struct cellLayout(IrType type, boolean mayBeUnbound) {
    return mayBeUnbound ? IrType.Struct.of(type, IrType.BOOL) : IrType.Struct.of(type);
  }

  /// What the user called the variable: names made unique carry a suffix that no identifier has, those of globals
  /// a module.
  static String sourceName(TypedVariable variable) {
    String name = variable.name();
    if (variable.scope() == TypedVariable.Scope.GLOBAL) {
      return name.substring(name.lastIndexOf('.') + 1);
    }
    int end = 0;
    while (end < name.length() && Character.isJavaIdentifierPart(name.charAt(end)) && name.charAt(end) != '$') {
      end++;
    }
    return name.substring(0, end);
  }

  boolean isChecked() {
    return flag != null || cell != null && cell.fields().size() > CELL_BOUND;
  }

  /// Can a loop or handler assign to the variable directly?
  boolean isPlainLocal() {
    return cell == null && flag == null && variable.scope() != Variable.Scope.GLOBAL;
  }
}
