package io.codonj.api.ir;

import io.codonj.api.ir.IrOp.Handler;
import io.codonj.api.ir.IrOp.Stage;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The rules of [IrVerifier] for the body of one function.
///
/// [#check] gives the type of an operation, or null when that cannot be told because something inside is wrong;
/// rules about such an operand are skipped, so that one mistake is reported once.
final class FunctionVerifier {
  private final IrModule module;
  private final IrFunction function;
  private final String place;
  private final List<IrViolation> violations;
  private final Map<String, Variable> locals = new HashMap<>();
  private final Map<String, Variable> parameters = new HashMap<>();
  /// Enclosing labels; true for loops.
  private final LinkedHashMap<String, Boolean> labels = new LinkedHashMap<>();

  FunctionVerifier(IrModule module, IrFunction function, String place, List<IrViolation> violations) {
    this.module = module;
    this.function = function;
    this.place = place;
    this.violations = violations;
    for (Variable parameter : function.parameters()) {
      parameters.put(parameter.name(), parameter);
    }
  }

  void verify(IrOp body) {
    check(body);
    if (!(returned() instanceof IrType.Unit) && Completion.completes(body, module)) {
      violations.add(new IrViolation(place, "may run off its end without returning " + returned(), ""));
    }
  }

  private IrType returned() {
    return function.generator() == null ? function.result() : function.generator().returned();
  }

  private @Nullable IrType check(IrOp op) {
    return switch (op) {
      case IrOp.Constant constant -> {
        String problem = IrVerifier.constantProblem(module, constant);
        if (problem != null) {
          report(problem, op);
        }
        yield constant.type();
      }
      case IrOp.GetVariable get -> {
        checkVariable(get.variable(), op);
        yield get.type();
      }
      case IrOp.SetVariable set -> {
        checkVariable(set.variable(), op);
        expect(set.variable().type(), set.value(), "the value of " + set.variable(), op);
        IrGlobal global = set.variable().scope() == Variable.Scope.GLOBAL
            ? module.globals().get(set.variable().name())
            : null;
        if (global != null && global.constant()) {
          report("a constant is set", op);
        }
        yield IrType.UNIT;
      }
      case IrOp.VariableAddress address -> {
        checkVariable(address.variable(), op);
        yield IrType.PTR;
      }
      case IrOp.Load load -> {
        expectAddress(load.address(), op);
        yield load.type();
      }
      case IrOp.Store store -> {
        expectAddress(store.address(), op);
        check(store.value());
        yield IrType.UNIT;
      }
      case IrOp.Address address -> {
        expectAddress(address.base(), op);
        checkPath(address);
        yield IrType.PTR;
      }
      case IrOp.MakeStruct make -> {
        expectAll(make.type().fields(), make.fields(), "field", op);
        yield make.type();
      }
      case IrOp.Extract extract -> checkExtract(extract);
      case IrOp.Operate operate -> {
        boolean known = true;
        for (IrOp operand : operate.operands()) {
          known &= check(operand) != null;
        }
        String problem = known ? OperatorTypes.problem(operate) : null;
        if (problem != null) {
          report(problem, op);
        }
        yield known && problem == null ? operate.type() : null;
      }
      case IrOp.Call call -> checkCall(call);
      case IrOp.Intrinsic intrinsic -> {
        intrinsic.arguments().forEach(this::check);
        yield intrinsic.type();
      }
      case IrOp.Extension extension -> {
        extension.operands().forEach(this::check);
        yield extension.type();
      }
      case IrOp.Jump jump -> {
        Boolean loop = labels.get(jump.label());
        if (loop == null) {
          report("no enclosing loop or block has the label", op);
        } else if (!loop && jump.kind() == IrOp.JumpKind.CONTINUE) {
          report("a block cannot be continued", op);
        }
        yield IrType.UNIT;
      }
      case IrOp.Return result -> {
        if (result.value() != null) {
          expect(returned(), result.value(), "the result", op);
        } else if (!(returned() instanceof IrType.Unit)) {
          report("the result of type " + returned() + " is missing", op);
        }
        yield IrType.UNIT;
      }
      case IrOp.Yield yield -> {
        var generator = function.generator();
        if (generator == null) {
          report("only generators yield", op);
          check(yield.value());
        } else {
          expect(generator.yielded(), yield.value(), "the yielded value", op);
          if (!yield.received().equals(generator.received()) && !(yield.received() instanceof IrType.Unit)) {
            report("the generator receives " + generator.received(), op);
          }
        }
        yield yield.type();
      }
      default -> checkFlow(op);
    };
  }

  private @Nullable IrType checkFlow(IrOp op) {
    return switch (op) {
      case IrOp.Sequence sequence -> {
        IrType type = IrType.UNIT;
        for (IrOp operation : sequence.operations()) {
          type = check(operation);
        }
        yield type;
      }
      case IrOp.If branch -> {
        expect(IrType.BOOL, branch.condition(), "the condition", op);
        checkBranch(branch, branch.whenTrue());
        checkBranch(branch, branch.whenFalse());
        yield branch.type();
      }
      case IrOp.While loop -> {
        enter(loop.label(), true, op);
        expect(IrType.BOOL, loop.condition(), "the condition", op);
        check(loop.body());
        labels.remove(loop.label());
        yield IrType.UNIT;
      }
      case IrOp.ForEach loop -> {
        expectAddress(loop.generator(), op);
        checkVariable(loop.variable(), op);
        if (!IrVerifier.same(loop.variable().type(), loop.yielded())) {
          report("the variable has type " + loop.variable().type() + ", the generator yields " + loop.yielded(), op);
        }
        inside(loop.label(), true, loop.body(), op);
        yield IrType.UNIT;
      }
      case IrOp.ForRange loop -> {
        checkVariable(loop.variable(), op);
        IrType type = loop.variable().type();
        if (!(type instanceof IrType.Int)) {
          report("a range has integers, not " + type, op);
        }
        expect(type, loop.start(), "the start", op);
        expect(type, loop.stop(), "the stop", op);
        expect(type, loop.step(), "the step", op);
        if (loop.step() instanceof IrOp.Constant constant && Long.valueOf(0).equals(constant.value())) {
          report("the step is zero", op);
        }
        inside(loop.label(), true, loop.body(), op);
        yield IrType.UNIT;
      }
      case IrOp.Block block -> {
        inside(block.label(), false, block.body(), op);
        yield IrType.UNIT;
      }
      case IrOp.Try attempt -> checkTry(attempt);
      case IrOp.Pipeline pipeline -> checkPipeline(pipeline);
      case IrOp.Region region -> {
        region.arguments().forEach(this::check);
        yield check(region.body());
      }
      default -> throw new AssertionError(op);
    };
  }

  private @Nullable IrType checkExtract(IrOp.Extract extract) {
    IrType type = check(extract.struct());
    if (type == null) {
      return null;
    }
    if (!(type instanceof IrType.Struct(var fields)) || extract.index() < 0 || extract.index() >= fields.size()) {
      report(type + " has no field " + extract.index(), extract.struct());
      return null;
    }
    return fields.get(extract.index());
  }

  private IrType checkCall(IrOp.Call call) {
    if (call.callee() instanceof IrOp.Constant constant && constant.value() instanceof IrOp.Symbol symbol) {
      IrFunction called = module.functions().get(symbol.name());
      if (called == null) {
        report("there is no function @" + symbol.name(), call);
      } else if (!sameSignature(called, call.signature())) {
        report("the function is " + called.signature() + ", the call " + call.signature(), call);
      }
    } else {
      expectAddress(call.callee(), call);
    }
    expectAll(call.signature().parameters(), call.arguments(), "argument", call);
    return call.type();
  }

  private static boolean sameSignature(IrFunction called, IrType.Function signature) {
    if (called.parameters().size() != signature.parameters().size() || !IrVerifier.same(called.result(), signature.result())) {
      return false;
    }
    for (int i = 0; i < called.parameters().size(); i++) {
      if (!IrVerifier.same(called.parameters().get(i).type(), signature.parameters().get(i))) {
        return false;
      }
    }
    return true;
  }

  private void checkPath(IrOp.Address address) {
    IrType type = address.pointee();
    for (int i = 0; i < address.path().size(); i++) {
      IrOp index = address.path().get(i);
      IrType indexType = check(index);
      if (indexType != null && !(indexType instanceof IrType.Int)) {
        report("an index is " + indexType, address);
      }
      if (i == 0) {
        continue;
      }
      type = switch (type) {
        case IrType.Struct(var fields) when index instanceof IrOp.Constant(_, Long field, _)
            && field >= 0 && field < fields.size() -> fields.get(field.intValue());
        case IrType.Array array -> array.element();
        case IrType.Vector vector -> vector.element();
        default -> null;
      };
      if (type == null) {
        report("the path leads nowhere", address);
        return;
      }
    }
  }

  private void checkBranch(IrOp.If branch, IrOp part) {
    IrType type = check(part);
    boolean fits = type == null || branch.type() instanceof IrType.Unit || IrVerifier.same(branch.type(), type);
    if (!fits && Completion.completes(part, module)) {
      report("a branch is " + type + ", the whole " + branch.type(), branch);
    }
  }

  private IrType checkTry(IrOp.Try attempt) {
    check(attempt.body());
    for (Handler handler : attempt.handlers()) {
      checkVariable(handler.variable(), attempt);
      if (!handler.variable().type().equals(IrType.PTR)) {
        report("the variable of a handler is " + handler.variable().type(), attempt);
      }
      for (String symbol : handler.classes()) {
        if (!module.globals().containsKey(symbol)) {
          report("there is no type information @" + symbol, attempt);
        }
      }
      check(handler.body());
    }
    if (attempt.finallyBody() != null) {
      check(attempt.finallyBody());
    }
    return IrType.UNIT;
  }

  private IrType checkPipeline(IrOp.Pipeline pipeline) {
    IrType piped = check(pipeline.source());
    boolean repeated = false;
    for (Stage stage : pipeline.stages()) {
      checkVariable(stage.variable(), pipeline);
      if (piped != null && !IrVerifier.same(stage.variable().type(), piped)) {
        report("a stage takes " + stage.variable().type() + ", not " + piped, pipeline);
      }
      if (stage.yielded() == null) {
        piped = check(stage.body());
      } else {
        expectAddress(stage.body(), pipeline);
        piped = stage.yielded();
        repeated = true;
      }
    }
    IrType result = repeated ? IrType.UNIT : piped;
    if (result != null && !IrVerifier.same(result, pipeline.type()) && !(pipeline.type() instanceof IrType.Unit)) {
      report("the pipeline makes " + result + ", not " + pipeline.type(), pipeline);
    }
    return pipeline.type();
  }

  private void checkVariable(Variable variable, IrOp op) {
    Variable known = switch (variable.scope()) {
      case LOCAL -> locals.computeIfAbsent(variable.name(), _ -> variable);
      case PARAMETER -> parameters.get(variable.name());
      case GLOBAL -> {
        IrGlobal global = module.globals().get(variable.name());
        yield global == null ? null : global.variable();
      }
    };
    if (known == null) {
      report("there is no variable " + variable, op);
    } else if (!IrVerifier.same(known.type(), variable.type())) {
      report(variable + " is both " + known.type() + " and " + variable.type(), op);
    } else if (variable.scope() == Variable.Scope.LOCAL && parameters.containsKey(variable.name())) {
      report(variable + " is a parameter and a local", op);
    }
  }

  private void inside(String label, boolean loop, IrOp body, IrOp op) {
    enter(label, loop, op);
    check(body);
    labels.remove(label);
  }

  private void enter(String label, boolean loop, IrOp op) {
    if (labels.put(label, loop) != null) {
      report("the label #" + label + " is nested in itself", op);
    }
  }

  private void expectAll(List<IrType> types, List<IrOp> operands, String role, IrOp op) {
    if (types.size() != operands.size()) {
      report("there are " + operands.size() + " " + role + "s instead of " + types.size(), op);
    }
    for (int i = 0; i < operands.size(); i++) {
      if (i < types.size()) {
        expect(types.get(i), operands.get(i), role + " " + (i + 1), op);
      } else {
        check(operands.get(i));
      }
    }
  }

  private void expect(IrType expected, IrOp operand, String role, IrOp op) {
    IrType type = check(operand);
    if (type != null && !IrVerifier.same(expected, type)) {
      report(role + " is " + type + ", not " + expected, op);
    }
  }

  private void expectAddress(IrOp operand, IrOp op) {
    IrType type = check(operand);
    if (type != null && !IrVerifier.isAddress(type)) {
      report("an address is " + type, op);
    }
  }

  private void report(String message, IrOp op) {
    violations.add(new IrViolation(place, message, IrVerifier.brief(op)));
  }
}
