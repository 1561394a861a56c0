package io.codonj.api.ir;

import io.codonj.api.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Operations of the IR: a tree with structured control flow. Every operation has a type ([IrType#UNIT] when it
/// has no value) and the span it came from. Operands are evaluated left to right.
public sealed interface IrOp {
  IrType type();

  Span span();

  /// A constant. `value` is a `Long` or `BigInteger` (integers, `i1` included), a `Double` (floats), a [Symbol]
  /// (address of a function or global, type ptr), a [Data] (address of constant bytes, type ptr), or a [Filler].
  record Constant(IrType type, Object value, Span span) implements IrOp {}

  /// The address of a function, global variable or constant by name.
  record Symbol(String name) {}

  /// Constant bytes in memory, one char (0–255) each, followed by a NUL that is not part of them.
  record Data(String latin1) {}

  enum Filler { ZERO, UNDEFINED }

  record GetVariable(Variable variable, Span span) implements IrOp {
    @Override
    public IrType type() {
      return variable.type();
    }
  }

  record SetVariable(Variable variable, IrOp value, Span span) implements IrOp {
    @Override
    public IrType type() {
      return IrType.UNIT;
    }
  }

  /// The address of a local or global variable.
  record VariableAddress(Variable variable, Span span) implements IrOp {
    @Override
    public IrType type() {
      return IrType.PTR;
    }
  }

  record Load(IrType type, IrOp address, Span span) implements IrOp {}

  record Store(IrOp address, IrOp value, Span span) implements IrOp {
    @Override
    public IrType type() {
      return IrType.UNIT;
    }
  }

  /// `base + path` as LLVM's getelementptr computes it: the first index steps over whole `pointee`s, the
  /// following ones select fields (constants) or array elements.
  record Address(IrOp base, IrType pointee, List<IrOp> path, Span span) implements IrOp {
    @Override
    public IrType type() {
      return IrType.PTR;
    }
  }

  record MakeStruct(IrType.Struct type, List<IrOp> fields, Span span) implements IrOp {}

  record Extract(IrOp struct, int index, Span span) implements IrOp {
    @Override
    public IrType type() {
      return ((IrType.Struct) struct.type()).fields().get(index);
    }
  }

  record Operate(Operator operator, IrType type, List<IrOp> operands, Span span) implements IrOp {}

  /// A call; direct when `callee` is a [Constant] with a [Symbol].
  record Call(IrOp callee, IrType.Function signature, List<IrOp> arguments, Span span) implements IrOp {
    @Override
    public IrType type() {
      return signature.result();
    }
  }

  /// An operation by name that the back end knows; see [Intrinsics] for the list.
  record Intrinsic(String name, List<IrType> types, IrType type, List<IrOp> arguments, Span span) implements IrOp {}

  /// Evaluates all; its value is the last one's.
  record Sequence(List<IrOp> operations, Span span) implements IrOp {
    @Override
    public IrType type() {
      return operations.isEmpty() ? IrType.UNIT : operations.getLast().type();
    }
  }

  /// Both branches have the type of the whole, or end in a jump; `whenFalse` may be an empty [Sequence].
  record If(IrOp condition, IrOp whenTrue, IrOp whenFalse, IrType type, Span span) implements IrOp {}

  /// Repeats while the condition holds. [Jump]s name the label.
  record While(String label, IrOp condition, IrOp body, Span span) implements IrOp {
    @Override
    public IrType type() {
      return IrType.UNIT;
    }
  }

  /// Runs the body once for each value of a generator handle. `owned`: the handle is used nowhere else, so the
  /// generator is destroyed when the loop is left.
  record ForEach(String label, Variable variable, IrType yielded, IrOp generator, boolean owned, IrOp body, Span span)
      implements IrOp {
    @Override
    public IrType type() {
      return IrType.UNIT;
    }
  }

  /// `for variable in range(start, stop, step)`, bounds evaluated once. The step is never zero.
  record ForRange(String label, Variable variable, IrOp start, IrOp stop, IrOp step, IrOp body, Span span)
      implements IrOp {
    @Override
    public IrType type() {
      return IrType.UNIT;
    }
  }

  /// Runs the body; a break to its label leaves it.
  record Block(String label, IrOp body, Span span) implements IrOp {
    @Override
    public IrType type() {
      return IrType.UNIT;
    }
  }

  enum JumpKind { BREAK, CONTINUE }

  record Jump(String label, JumpKind kind, Span span) implements IrOp {
    @Override
    public IrType type() {
      return IrType.UNIT;
    }
  }

  /// Returns; `value` is null in functions of type unit. In a generator it ends the generator.
  record Return(@Nullable IrOp value, Span span) implements IrOp {
    @Override
    public IrType type() {
      return IrType.UNIT;
    }
  }

  /// Runs the body; an exception goes to the first handler that takes it. `finallyBody` (null when absent) runs
  /// however body or handlers are left, by jumps and returns too.
  record Try(IrOp body, List<Handler> handlers, @Nullable IrOp finallyBody, Span span) implements IrOp {
    @Override
    public IrType type() {
      return IrType.UNIT;
    }
  }

  /// Takes exceptions of the classes whose type-information symbols are listed, or all when there are none.
  /// `variable` (type ptr) receives the exception object.
  record Handler(List<String> classes, Variable variable, IrOp body) {}

  /// Suspends a generator; its value is what `send` brought (type `received`, unit when sends are not used).
  record Yield(IrOp value, IrType received, Span span) implements IrOp {
    @Override
    public IrType type() {
      return received;
    }
  }

  /// `source |> stage |> …`: each stage is a call with the piped value as its first argument; a stage whose
  /// function is a generator feeds the next stage once per value. Lowered to loops by a pass.
  record Pipeline(IrOp source, List<Stage> stages, IrType type, Span span) implements IrOp {}

  /// `variable` holds the piped value inside `body`; `yielded` is non-null when `body` makes a generator.
  record Stage(Variable variable, IrOp body, @Nullable IrType yielded, boolean parallel) {}

  /// A body marked by an annotation for a plugin's pass; without the plugin it means its body.
  record Region(String annotation, List<IrOp> arguments, IrOp body, Span span) implements IrOp {
    @Override
    public IrType type() {
      return body.type();
    }
  }

  /// A plugin's operation.
  non-sealed interface Extension extends IrOp {
    String name();

    List<IrOp> operands();

    Extension withOperands(List<IrOp> operands);

    /// The core operations that do the same.
    IrOp lower();
  }
}
