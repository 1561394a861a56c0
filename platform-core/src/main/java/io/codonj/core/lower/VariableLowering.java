package io.codonj.core.lower;

import io.codonj.api.diagnostic.CompilerBug;
import io.codonj.api.ir.IrOp;
import io.codonj.api.ir.IrType;
import io.codonj.api.ir.Variable;
import io.codonj.api.source.Span;
import io.codonj.core.typed.TypedFunction;
import io.codonj.core.typed.TypedVariable;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;

/// Reading, writing and unbinding variables, through their cells and with their checks.
///
/// ```
/// read of a checked x   →  (if %x.bound {} else {call @builtins._unbound_local_error("x")}; %x)
/// x captured, rebound   →  %x = allocate[{T}]()   …   load T %x
/// ```
final class VariableLowering {
  private final FunctionLowering function;
  private final Map<TypedVariable, Slot> slots = new IdentityHashMap<>();
  private final SequencedSet<TypedVariable> cellsWithoutOwner = new LinkedHashSet<>();
  private final List<IrOp> parameterEntry = new ArrayList<>();
  private final List<Slot> locals = new ArrayList<>();

  VariableLowering(FunctionLowering function) {
    this.function = function;
  }

  /// A capture arrives as a value, or as the cell that the enclosing function made.
  Variable bindCapture(TypedVariable capture) {
    if (!capture.cell()) {
      return bindParameter(capture);
    }
    IrType type = function.types().lower(capture.type());
    Variable pointer = named(capture, "", IrType.PTR, Variable.Scope.PARAMETER);
    slots.put(capture, new Slot(pointer, type, Slot.cellLayout(type, capture.mayBeUnbound()), null));
    return pointer;
  }

  /// A parameter that closures rebind moves to a cell at the entry.
  Variable bindParameter(TypedVariable parameter) {
    Span span = parameter.span();
    IrType type = function.types().lower(parameter.type());
    Variable variable = named(parameter, "", type, Variable.Scope.PARAMETER);
    if (parameter.cell()) {
      Slot slot = localSlot(parameter, ".cell");
      slots.put(parameter, slot);
      parameterEntry.add(Operations.set(slot.variable(), Operations.allocate(slot.cell(), span), span));
      parameterEntry.addAll(assign(slot, Operations.get(variable, span), span));
    } else {
      Variable flag = parameter.mayBeUnbound() ? named(parameter, ".bound", IrType.BOOL, Variable.Scope.LOCAL) : null;
      slots.put(parameter, new Slot(variable, type, null, flag));
      if (flag != null) {
        parameterEntry.add(Operations.set(flag, Operations.truth(true, span), span));
      }
    }
    return variable;
  }

  /// What has to happen before the body: cells of parameters, and flags of variables that are not bound yet.
  List<IrOp> entry(Span span) {
    var operations = new ArrayList<>(parameterEntry);
    for (Slot slot : locals) {
      if (slot.flag() != null) {
        operations.add(Operations.set(slot.flag(), Operations.truth(false, span), span));
      }
    }
    for (TypedVariable variable : cellsWithoutOwner) {
      Slot slot = slot(variable);
      operations.add(Operations.set(slot.variable(), Operations.allocate(slot.cell(), span), span));
    }
    return operations;
  }

  Slot slot(TypedVariable variable) {
    Slot known = slots.get(variable);
    if (known != null) {
      return known;
    }
    Slot slot = switch (variable.scope()) {
      case GLOBAL -> function.program().globalSlot(variable);
      case LOCAL -> localSlot(variable, "");
      case PARAMETER -> throw new CompilerBug(
          variable.name() + " is no parameter or capture of " + function.function().name(), variable.span());
    };
    slots.put(variable, slot);
    if (variable.scope() == TypedVariable.Scope.LOCAL) {
      locals.add(slot);
      if (slot.cell() != null) {
        cellsWithoutOwner.add(variable);
      }
    }
    return slot;
  }

  IrOp get(TypedVariable variable, Span span) {
    Slot slot = slot(variable);
    IrOp value = slot.cell() == null
        ? Operations.get(slot.variable(), span)
        : Operations.load(slot.type(), cellField(slot, Slot.CELL_VALUE, span), span);
    return slot.isChecked() ? Operations.sequence(span, check(variable, slot, span), value) : value;
  }

  /// The operations that store `value`.
  List<IrOp> set(TypedVariable variable, IrOp value, Span span) {
    return assign(slot(variable), value, span);
  }

  IrOp unbind(TypedVariable variable, Span span) {
    Slot slot = slot(variable);
    return slot.isChecked() ? mark(slot, false, span) : Operations.unit(span);
  }

  /// A fresh cell; parameters already have one.
  IrOp newCell(TypedVariable variable, Span span) {
    Slot slot = slot(variable);
    if (slot.cell() == null || variable.scope() == TypedVariable.Scope.PARAMETER) {
      return Operations.unit(span);
    }
    cellsWithoutOwner.remove(variable);
    return Operations.set(slot.variable(), Operations.allocate(slot.cell(), span), span);
  }

  /// The cell itself, for a closure.
  IrOp cell(TypedVariable variable, Span span) {
    Slot slot = slot(variable);
    if (slot.cell() == null) {
      throw new CompilerBug(variable.name() + " has no cell", span);
    }
    return Operations.get(slot.variable(), span);
  }

  IrOp address(TypedVariable variable, Span span) {
    Slot slot = slot(variable);
    return slot.cell() == null
        ? new IrOp.VariableAddress(slot.variable(), span)
        : cellField(slot, Slot.CELL_VALUE, span);
  }

  /// A plain variable that a loop, handler or stage can assign, and what then hands its value to `variable`.
  Target target(TypedVariable variable, IrType type, Span span) {
    Slot slot = slot(variable);
    if (slot.isPlainLocal() && slot.variable().type().equals(type)) {
      return new Target(slot.variable(), List.of());
    }
    Variable temporary = function.temporary(type);
    return new Target(temporary, assign(slot, Operations.get(temporary, span), span));
  }

  record Target(Variable variable, List<IrOp> assignment) {
    /// `body` after the assignment.
    IrOp with(IrOp body, Span span) {
      if (assignment.isEmpty()) {
        return body;
      }
      var operations = new ArrayList<>(assignment);
      operations.add(body);
      return new IrOp.Sequence(operations, span);
    }
  }

  private Slot localSlot(TypedVariable variable, String suffix) {
    IrType type = function.types().lower(variable.type());
    if (variable.cell()) {
      Variable pointer = named(variable, suffix, IrType.PTR, Variable.Scope.LOCAL);
      return new Slot(pointer, type, Slot.cellLayout(type, variable.mayBeUnbound()), null);
    }
    Variable storage = named(variable, suffix, type, Variable.Scope.LOCAL);
    Variable flag = variable.mayBeUnbound() ? named(variable, ".bound", IrType.BOOL, Variable.Scope.LOCAL) : null;
    return new Slot(storage, type, null, flag);
  }

  private Variable named(TypedVariable variable, String suffix, IrType type, Variable.Scope scope) {
    boolean visible = suffix.isEmpty() && !variable.isTemporary();
    return function.variable(variable.name() + suffix, type, scope, visible ? Slot.sourceName(variable) : "");
  }

  private List<IrOp> assign(Slot slot, IrOp value, Span span) {
    IrOp store = slot.cell() == null
        ? Operations.set(slot.variable(), value, span)
        : Operations.store(cellField(slot, Slot.CELL_VALUE, span), value, span);
    return slot.isChecked() ? List.of(store, mark(slot, true, span)) : List.of(store);
  }

  private static IrOp mark(Slot slot, boolean bound, Span span) {
    IrOp value = Operations.truth(bound, span);
    return slot.flag() != null
        ? Operations.set(slot.flag(), value, span)
        : Operations.store(cellField(slot, Slot.CELL_BOUND, span), value, span);
  }

  private static IrOp cellField(Slot slot, int index, Span span) {
    return Operations.fieldAddress(Operations.get(slot.variable(), span), slot.cell(), index, span);
  }

  private IrOp check(TypedVariable variable, Slot slot, Span span) {
    boolean isGlobal = variable.scope() == TypedVariable.Scope.GLOBAL;
    TypedFunction error = function.program().libraryFunction(
        isGlobal ? "builtins._name_error" : "builtins._unbound_local_error");
    IrOp name = LiteralLowering.string(Slot.sourceName(variable), span);
    IrOp raise = Operations.call(error.name(), function.program().signature(error), List.of(name), span);
    IrOp bound = slot.flag() != null
        ? Operations.get(slot.flag(), span)
        : Operations.load(IrType.BOOL, cellField(slot, Slot.CELL_BOUND, span), span);
    return new IrOp.If(bound, Operations.unit(span), Operations.sequence(span, raise, Operations.unit(span)),
        IrType.UNIT, span);
  }
}
