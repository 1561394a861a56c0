package io.codonj.plugin.openmp;

import io.codonj.api.ir.IrOp;
import io.codonj.api.ir.IrWalker;
import io.codonj.api.ir.Variable;
import java.util.Optional;

/// Whether a round of a loop may read a variable before it assigns it, and whether each round assigns it.
final class FirstRead extends IrWalker {
  private final Variable variable;
  private boolean assigned;
  private boolean jumps;
  private Optional<IrOp> read = Optional.empty();

  private FirstRead(Variable variable) {
    this.variable = variable;
  }

  /// @param read where what an earlier round left may be read
  /// @param always every round that ends assigns the variable
  record Answer(Optional<IrOp> read, boolean always) {}

  static Answer in(IrOp body, Variable variable) {
    var walker = new FirstRead(variable);
    walker.walk(body);
    return new Answer(walker.read, walker.assigned && !walker.jumps);
  }

  @Override
  public void walk(IrOp op) {
    switch (op) {
      case IrOp.GetVariable get when get.variable().equals(variable) -> noteRead(op);
      case IrOp.VariableAddress address when address.variable().equals(variable) -> noteRead(op);
      case IrOp.SetVariable set when set.variable().equals(variable) -> {
        walk(set.value());
        assigned = true;
      }
      case IrOp.If choice -> {
        walk(choice.condition());
        boolean before = assigned;
        walk(choice.whenTrue());
        boolean whenTrue = assigned || leaves(choice.whenTrue());
        assigned = before;
        walk(choice.whenFalse());
        assigned = whenTrue && (assigned || leaves(choice.whenFalse()));
      }
      case IrOp.While loop -> {
        walk(loop.condition());
        rounds(loop.body(), false);
      }
      case IrOp.ForEach loop -> {
        walk(loop.generator());
        rounds(loop.body(), loop.variable().equals(variable));
      }
      case IrOp.ForRange loop -> {
        walk(loop.start());
        walk(loop.stop());
        walk(loop.step());
        rounds(loop.body(), loop.variable().equals(variable));
      }
      case IrOp.Block block -> rounds(block.body(), false);
      case IrOp.Try attempt -> attempt(attempt);
      case IrOp.Jump _ -> jumps = true;
      default -> walkChildren(op);
    }
  }

  /// What may run in part or not at all.
  private void rounds(IrOp body, boolean binds) {
    boolean before = assigned;
    assigned |= binds;
    walk(body);
    assigned = before;
  }

  private void attempt(IrOp.Try attempt) {
    rounds(attempt.body(), false);
    for (IrOp.Handler handler : attempt.handlers()) {
      rounds(handler.body(), handler.variable().equals(variable));
    }
    if (attempt.finallyBody() != null) {
      walk(attempt.finallyBody());
    }
  }

  private void noteRead(IrOp op) {
    if (!assigned && read.isEmpty()) {
      read = Optional.of(op);
    }
  }

  private static boolean leaves(IrOp op) {
    return switch (op) {
      case IrOp.Jump _, IrOp.Return _ -> true;
      case IrOp.Sequence sequence -> !sequence.operations().isEmpty() && leaves(sequence.operations().getLast());
      default -> false;
    };
  }
}
