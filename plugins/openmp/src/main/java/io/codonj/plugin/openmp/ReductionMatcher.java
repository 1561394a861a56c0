package io.codonj.plugin.openmp;

import io.codonj.api.ir.IrBuilder;
import io.codonj.api.ir.IrFunction;
import io.codonj.api.ir.IrModule;
import io.codonj.api.ir.IrOp;
import io.codonj.api.ir.IrType;
import io.codonj.api.ir.Operator;
import io.codonj.api.ir.Variable;
import io.codonj.api.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Recognises the value of an assignment to a variable as a reduction of what the variable held.
///
/// ```
/// add(%x, e)   sub(%x, e)   call @builtins._checked_add(%x, e)      add
/// call @builtins.min(struct(%x, e), ...)                            min
/// call @Vector.__add__(%x, e)                                       the method, from the first operand on
/// do { %t = %x  if %t { e } else { %t } }                           and
/// ```
record ReductionMatcher(IrModule module, Variable variable) {
  private static final String ADD = "add";
  private static final String MULTIPLY = "mul";
  private static final String AND = "and";
  private static final String OR = "or";
  private static final String XOR = "xor";

  /// Methods without effect on their operands whose results can be grouped anew.
  private static final Set<String> METHODS = Set.of("__add__", "__mul__", "__and__", "__or__", "__xor__");

  /// What the new value is made of: the variable, and an operand that does not mention it.
  ///
  /// @param operand empty when there are several, in a chain of operations with an identity
  record Update(Reduction reduction, Optional<IrOp> operand) {}

  @Nullable Update match(IrOp value) {
    return switch (value) {
      case IrOp.Operate operate when operate.operands().size() == 2 ->
          chain(groupOf(operate.operator()), operate.operands().getFirst(), operate.operands().getLast(),
              operate.operator() != Operator.SUB && operate.operator() != Operator.FSUB);
      case IrOp.Call call -> call(call);
      case IrOp.Sequence sequence -> logical(sequence);
      default -> null;
    };
  }

  private static @Nullable String groupOf(Operator operator) {
    return switch (operator) {
      case ADD, SUB, FADD, FSUB -> ADD;
      case MUL, FMUL -> MULTIPLY;
      case AND -> AND;
      case OR -> OR;
      case XOR -> XOR;
      default -> null;
    };
  }

  private @Nullable Update call(IrOp.Call call) {
    IrFunction function = module.called(call);
    if (function == null) {
      return null;
    }
    List<IrOp> arguments = call.arguments();
    if (arguments.size() == 2) {
      if (function.isInstanceOf("builtins._checked_add")) {
        return chain(ADD, arguments.getFirst(), arguments.getLast(), true);
      }
      if (function.isInstanceOf("builtins._checked_sub")) {
        return chain(ADD, arguments.getFirst(), arguments.getLast(), false);
      }
      if (function.isInstanceOf("builtins._checked_mul")) {
        return chain(MULTIPLY, arguments.getFirst(), arguments.getLast(), true);
      }
      return method(call, function);
    }
    boolean least = function.isInstanceOf("builtins.min");
    return least || function.isInstanceOf("builtins.max") ? extreme(call, least) : null;
  }

  /// The variable combined with an operand, or with several: `x + a - b`.
  private @Nullable Update chain(@Nullable String group, IrOp left, IrOp right, boolean commutes) {
    if (group == null || !(variable.type() instanceof IrType.Int || variable.type() instanceof IrType.Float)) {
      return null;
    }
    boolean inLeft = Mentions.of(variable, left);
    if (inLeft == Mentions.of(variable, right) || !inLeft && !commutes) {
      return null;
    }
    IrOp inner = inLeft ? left : right;
    if (inner instanceof IrOp.GetVariable) {
      return new Update(scalar(group), Optional.empty());
    }
    Update rest = match(inner);
    return rest != null && rest.reduction().group().equals(group) ? rest : null;
  }

  private Reduction scalar(String group) {
    boolean isFloat = variable.type() instanceof IrType.Float;
    IrOp identity = constant(group.equals(MULTIPLY) ? 1 : group.equals(AND) ? -1 : 0);
    Operator operator = switch (group) {
      case ADD -> isFloat ? Operator.FADD : Operator.ADD;
      case MULTIPLY -> isFloat ? Operator.FMUL : Operator.MUL;
      case AND -> Operator.AND;
      case OR -> Operator.OR;
      default -> Operator.XOR;
    };
    return new Reduction(group, Optional.of(identity), (build, left, right) -> build.operate(operator, left, right));
  }

  private IrOp constant(long value) {
    Object number = switch (variable.type()) {
      case IrType.Float _ -> (Object) (double) value;
      case IrType.Int(int bits) when bits == 1 -> value & 1L;
      default -> value;
    };
    return new IrOp.Constant(variable.type(), number, Span.NONE);
  }

  private @Nullable Update method(IrOp.Call call, IrFunction function) {
    String origin = function.origin();
    String name = origin.substring(origin.lastIndexOf('.') + 1).replace("'", "");
    IrOp operand = call.arguments().getLast();
    boolean fits = METHODS.contains(name)
        && isVariable(call.arguments().getFirst())
        && !Mentions.of(variable, operand)
        && operand.type().equals(variable.type())
        && call.type().equals(variable.type());
    if (!fits) {
      return null;
    }
    var reduction = new Reduction(function.name(), Optional.empty(), (build, left, right) -> build.call(function, left, right));
    return new Update(reduction, Optional.of(operand));
  }

  private @Nullable Update extreme(IrOp.Call call, boolean least) {
    if (call.arguments().isEmpty()
        || !(call.arguments().getFirst() instanceof IrOp.MakeStruct pair)
        || pair.fields().size() != 2
        || call.arguments().stream().skip(1).anyMatch(each -> Mentions.of(variable, each))) {
      return null;
    }
    IrOp left = pair.fields().getFirst();
    IrOp right = pair.fields().getLast();
    IrOp operand = isVariable(left) ? right : left;
    boolean fits = (isVariable(left) || isVariable(right))
        && !Mentions.of(variable, operand)
        && operand.type().equals(variable.type())
        && call.type().equals(variable.type());
    if (!fits) {
      return null;
    }
    Reduction.Combination combination = (build, first, second) -> {
      IrOp values = new IrOp.MakeStruct(pair.type(), List.of(first, second), build.span());
      var arguments = new ArrayList<>(call.arguments());
      arguments.set(0, values);
      return new IrOp.Call(call.callee(), call.signature(), arguments, build.span());
    };
    return new Update(extreme(least, combination), Optional.of(operand));
  }

  /// A minimum or maximum.
  Reduction extreme(boolean least, Reduction.Combination combination) {
    return new Reduction(least ? "min" : "max", extremeIdentity(least), combination);
  }

  private boolean isVariable(IrOp op) {
    return op instanceof IrOp.GetVariable get && get.variable().equals(variable);
  }

  /// What any value of the type is at most, or at least.
  private Optional<IrOp> extremeIdentity(boolean least) {
    Object value = switch (variable.type()) {
      case IrType.Float(int bits) when bits == 64 -> least ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
      case IrType.Int(int bits) when bits == 64 -> least ? Long.MAX_VALUE : Long.MIN_VALUE;
      default -> null;
    };
    return Optional.ofNullable(value).map(number -> new IrOp.Constant(variable.type(), number, Span.NONE));
  }

  /// `x and e`, `x or e`, and with the operands exchanged.
  private @Nullable Update logical(IrOp.Sequence sequence) {
    if (!variable.type().equals(IrType.BOOL)
        || sequence.operations().size() != 2
        || !(flat(sequence.operations().getFirst()) instanceof IrOp.SetVariable first)
        || !(flat(sequence.operations().getLast()) instanceof IrOp.If choice)
        || !isGet(choice.condition(), first.variable())) {
      return null;
    }
    boolean isAnd = isGet(choice.whenFalse(), first.variable());
    IrOp second = flat(isAnd ? choice.whenTrue() : choice.whenFalse());
    IrOp same = flat(isAnd ? choice.whenFalse() : choice.whenTrue());
    IrOp start = flat(first.value());
    boolean fits = isGet(same, first.variable())
        && (isVariable(start) && !Mentions.of(variable, second) || isVariable(second) && !Mentions.of(variable, start));
    return fits ? new Update(scalar(isAnd ? AND : OR), Optional.empty()) : null;
  }

  private static boolean isGet(IrOp op, Variable wanted) {
    return flat(op) instanceof IrOp.GetVariable get && get.variable().equals(wanted);
  }

  private static IrOp flat(IrOp op) {
    return op instanceof IrOp.Sequence sequence && sequence.operations().size() == 1
        ? flat(sequence.operations().getFirst())
        : op;
  }
}
