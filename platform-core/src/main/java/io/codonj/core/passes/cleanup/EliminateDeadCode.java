package io.codonj.core.passes.cleanup;

import io.codonj.api.ir.Completion;
import io.codonj.api.ir.IrBuilder;
import io.codonj.api.ir.IrFunction;
import io.codonj.api.ir.IrModule;
import io.codonj.api.ir.IrOp;
import io.codonj.api.ir.IrRewriter;
import io.codonj.api.ir.IrType;
import io.codonj.api.ir.IrWalker;
import io.codonj.api.ir.Purity;
import io.codonj.api.ir.Variable;
import io.codonj.api.pass.IrPass;
import io.codonj.api.pass.PassContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Removes values that nobody uses, assignments that nobody reads, and what follows a jump; flattens sequences.
///
/// ```
/// add(%a, %b)                        ->  nothing           as a statement
/// %unread = call @f() -> i64         ->  call @f() -> i64
/// return %a                          ->  return %a
/// call @f() -> i64
/// if %condition {}                   ->  nothing
/// ```
///
/// Calls stay unless the function is `pure` and `nounwind`.
public final class EliminateDeadCode implements IrPass {
  /// Removing an assignment may leave others unread; chains are short.
  private static final int ROUNDS = 4;

  @Override
  public String id() {
    return "eliminate-dead-code";
  }

  @Override
  public IrModule run(IrModule module, PassContext context) {
    return new Rewriter(module).rewriteModule(module);
  }

  /// Names of the locals that a body reads or takes the address of.
  private static final class Reads extends IrWalker {
    final Set<String> names = new HashSet<>();

    @Override
    public void walk(IrOp op) {
      switch (op) {
        case IrOp.GetVariable get -> names.add(get.variable().name());
        case IrOp.VariableAddress address -> names.add(address.variable().name());
        default -> walkChildren(op);
      }
    }
  }

  private static final class Rewriter extends IrRewriter {
    private final IrModule module;
    private Set<String> read = Set.of();

    Rewriter(IrModule module) {
      this.module = module;
    }

    @Override
    public IrFunction rewriteFunction(IrFunction function) {
      IrFunction current = function;
      for (int round = 0; round < ROUNDS && current.body() != null; round++) {
        var reads = new Reads();
        reads.walk(current.body());
        read = reads.names;
        IrOp body = statement(current.body());
        if (body == current.body()) {
          return current;
        }
        current = current.withBody(body);
      }
      return current;
    }

    /// Keeps the value.
    @Override
    public IrOp rewrite(IrOp op) {
      return switch (op) {
        case IrOp.Sequence sequence -> sequence(sequence, true);
        case IrOp.SetVariable set when isUnread(set.variable()) -> withoutValue(statement(set.value()));
        case IrOp.If branch when branch.type() instanceof IrType.Unit -> withoutValue(branch(branch));
        case IrOp.While(var label, var oldCondition, var oldBody, var span) -> {
          IrOp condition = rewrite(oldCondition);
          IrOp body = statement(oldBody);
          yield condition == oldCondition && body == oldBody ? op : new IrOp.While(label, condition, body, span);
        }
        case IrOp.ForEach(var label, var variable, var yielded, var oldGenerator, var owned, var oldBody, var span) -> {
          IrOp generator = rewrite(oldGenerator);
          IrOp body = statement(oldBody);
          yield generator == oldGenerator && body == oldBody
              ? op
              : new IrOp.ForEach(label, variable, yielded, generator, owned, body, span);
        }
        case IrOp.Block(var label, var oldBody, var span) -> {
          IrOp body = statement(oldBody);
          yield body == oldBody ? op : new IrOp.Block(label, body, span);
        }
        case IrOp.Try attempt -> attempt(attempt);
        default -> rewriteChildren(op);
      };
    }

    /// Drops the value and keeps the effects; the result may be an empty sequence.
    private IrOp statement(IrOp op) {
      if (Purity.isPure(op, module)) {
        return op instanceof IrOp.Sequence sequence && sequence.operations().isEmpty() ? op : nothing(op);
      }
      return switch (op) {
        case IrOp.Sequence sequence -> sequence(sequence, false);
        case IrOp.If branch -> branch(branch);
        case IrOp.SetVariable set when isUnread(set.variable()) -> statement(set.value());
        case IrOp.Operate operate -> effects(operate.operands(), op);
        case IrOp.MakeStruct make -> effects(make.fields(), op);
        case IrOp.Extract extract -> statement(extract.struct());
        case IrOp.Load load -> statement(load.address());
        default -> rewrite(op);
      };
    }

    private IrOp effects(List<IrOp> operands, IrOp op) {
      return sequence(new IrOp.Sequence(operands, op.span()), false);
    }

    private IrOp branch(IrOp.If branch) {
      IrOp condition = rewrite(branch.condition());
      IrOp whenTrue = statement(branch.whenTrue());
      IrOp whenFalse = statement(branch.whenFalse());
      if (isNothing(whenTrue) && isNothing(whenFalse)) {
        return statement(condition);
      }
      return condition == branch.condition()
              && whenTrue == branch.whenTrue()
              && whenFalse == branch.whenFalse()
              && branch.type() instanceof IrType.Unit
          ? branch
          : new IrOp.If(condition, whenTrue, whenFalse, IrType.UNIT, branch.span());
    }

    private IrOp attempt(IrOp.Try attempt) {
      IrOp body = statement(attempt.body());
      boolean changed = body != attempt.body();
      List<IrOp.Handler> handlers = new ArrayList<>(attempt.handlers().size());
      for (IrOp.Handler handler : attempt.handlers()) {
        IrOp handling = statement(handler.body());
        changed |= handling != handler.body();
        handlers.add(new IrOp.Handler(handler.classes(), handler.variable(), handling));
      }
      IrOp finallyBody = attempt.finallyBody() == null ? null : statement(attempt.finallyBody());
      if (finallyBody != null && isNothing(finallyBody)) {
        finallyBody = null;
      }
      changed |= finallyBody != attempt.finallyBody();
      return changed ? new IrOp.Try(body, handlers, finallyBody, attempt.span()) : attempt;
    }

    private IrOp sequence(IrOp.Sequence sequence, boolean valueUsed) {
      List<IrOp> old = sequence.operations();
      List<IrOp> kept = new ArrayList<>(old.size());
      boolean changed = false;
      for (int i = 0; i < old.size(); i++) {
        boolean last = i == old.size() - 1;
        IrOp before = old.get(i);
        IrOp after = last && valueUsed ? rewrite(before) : statement(before);
        changed |= after != before;
        boolean splice = after instanceof IrOp.Sequence && !(last && valueUsed && isNothing(after));
        if (after instanceof IrOp.Sequence inner && splice) {
          kept.addAll(inner.operations());
          changed = true;
        } else {
          kept.add(after);
        }
        if (!last && mayJump(after) && !Completion.completes(after, module)) {
          changed = true;
          if (valueUsed && !(sequence.type() instanceof IrType.Unit)) {
            kept.add(new IrBuilder(sequence.span()).undefined(sequence.type()));
          }
          break;
        }
      }
      if (!changed) {
        return sequence;
      }
      return kept.size() == 1 ? kept.getFirst() : new IrOp.Sequence(kept, sequence.span());
    }

    /// A quick answer that spares most operations the walk of [Completion].
    private static boolean mayJump(IrOp op) {
      return switch (op) {
        case IrOp.SetVariable _, IrOp.Store _, IrOp.ForEach _, IrOp.ForRange _ -> false;
        default -> true;
      };
    }

    private boolean isUnread(Variable variable) {
      return variable.scope() == Variable.Scope.LOCAL && !read.contains(variable.name());
    }

    /// What stands where a value of type unit is wanted.
    private static IrOp withoutValue(IrOp op) {
      return op.type() instanceof IrType.Unit ? op : new IrOp.Sequence(List.of(op, nothing(op)), op.span());
    }

    private static IrOp nothing(IrOp op) {
      return new IrBuilder(op.span()).nothing();
    }

    private static boolean isNothing(IrOp op) {
      return op instanceof IrOp.Sequence sequence && sequence.operations().isEmpty();
    }
  }
}
