package io.codonj.plugin.openmp;

import io.codonj.api.ir.IrModule;
import io.codonj.api.ir.IrOp;
import io.codonj.api.ir.IrPrinter;
import io.codonj.api.ir.IrType;
import io.codonj.api.ir.IrWalker;
import io.codonj.api.ir.Operator;
import io.codonj.api.ir.Variable;
import io.codonj.plugin.openmp.ReductionMatcher.Update;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Decides whether a loop's body does nothing with a variable but to reduce into it.
///
/// Besides the assignments that [ReductionMatcher] knows, `if e > x: x = e` counts as a maximum.
final class ReductionFinder extends IrWalker {
  private final Variable variable;
  private final ReductionMatcher matcher;
  private @Nullable Reduction found;
  private boolean refused;

  private ReductionFinder(IrModule module, Variable variable) {
    this.variable = variable;
    this.matcher = new ReductionMatcher(module, variable);
  }

  static Optional<Reduction> find(IrModule module, IrOp body, Variable variable) {
    var finder = new ReductionFinder(module, variable);
    finder.walk(body);
    return finder.refused ? Optional.empty() : Optional.ofNullable(finder.found);
  }

  @Override
  public void walk(IrOp op) {
    switch (op) {
      case IrOp.SetVariable(var target, IrOp.GetVariable(var value, var _), var _)
          when target.equals(variable) && value.equals(variable) -> {}
      case IrOp.SetVariable set when set.variable().equals(variable) -> {
        Update update = matcher.match(set.value());
        if (update == null) {
          refused = true;
        } else {
          add(update.reduction());
          walkOthers(set.value());
        }
      }
      case IrOp.If choice when comparison(choice) != null -> {
        add(extreme(choice));
        walkOthers(choice.condition());
      }
      default -> walkChildren(op);
    }
  }

  /// Any other mention than those of updates.
  @Override
  protected void variable(Variable mentioned) {
    refused |= mentioned.equals(variable);
  }

  /// Operands may hold further updates only in theory; they must not mention the variable, which the matcher saw.
  private void walkOthers(IrOp value) {
    new IrWalker() {
      @Override
      public void walk(IrOp op) {
        refused |= op instanceof IrOp.SetVariable set && set.variable().equals(variable);
        walkChildren(op);
      }
    }.walk(value);
  }

  private void add(Reduction reduction) {
    refused |= found != null && !found.group().equals(reduction.group());
    found = reduction;
  }

  /// The comparison of `if e > x: x = e`; null for other conditions.
  private IrOp.@Nullable Operate comparison(IrOp.If choice) {
    boolean fits = choice.condition() instanceof IrOp.Operate condition
        && condition.operands().size() == 2
        && isOrder(condition.operator())
        && only(choice.whenTrue()) instanceof IrOp.SetVariable set
        && set.variable().equals(variable)
        && choice.whenFalse() instanceof IrOp.Sequence(var rest, var _) && rest.isEmpty()
        && isScalar()
        && !Mentions.of(variable, set.value())
        && (isPair(condition.operands().getFirst(), condition.operands().getLast(), set.value())
            || isPair(condition.operands().getLast(), condition.operands().getFirst(), set.value()));
    return fits ? (IrOp.Operate) choice.condition() : null;
  }

  private boolean isScalar() {
    return variable.type().equals(IrType.I64) || variable.type().equals(IrType.F64);
  }

  private boolean isPair(IrOp read, IrOp operand, IrOp value) {
    return read instanceof IrOp.GetVariable get
        && get.variable().equals(variable)
        && IrPrinter.print(operand).equals(IrPrinter.print(value));
  }

  private static boolean isOrder(Operator operator) {
    return switch (operator) {
      case SLT, SLE, SGT, SGE, FLT, FLE, FGT, FGE -> true;
      default -> false;
    };
  }

  private static IrOp only(IrOp op) {
    return op instanceof IrOp.Sequence sequence && sequence.operations().size() == 1
        ? only(sequence.operations().getFirst())
        : op;
  }

  private Reduction extreme(IrOp.If choice) {
    IrOp.Operate condition = (IrOp.Operate) choice.condition();
    boolean variableFirst = condition.operands().getFirst() instanceof IrOp.GetVariable get
        && get.variable().equals(variable);
    boolean less = switch (condition.operator()) {
      case SLT, SLE, FLT, FLE -> true;
      default -> false;
    };
    boolean least = less != variableFirst;
    return matcher.extreme(least, (build, left, right) -> {
      IrOp test = variableFirst
          ? build.operate(condition.operator(), left, right) : build.operate(condition.operator(), right, left);
      return new IrOp.Operate(Operator.SELECT, left.type(), List.of(test, right, left), build.span());
    });
  }
}
