package io.codonj.api.ir;

import io.codonj.api.ir.IrOp.Handler;
import io.codonj.api.ir.IrOp.Stage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Rebuilds a tree of operations. What does not change stays the same instance, so `result == input` means that
/// nothing happened.
///
/// Override [#rewrite]; the usual shape is bottom-up:
///
/// ```java
/// @Override public IrOp rewrite(IrOp op) {
///   return switch (rewriteChildren(op)) {
///     case IrOp.Operate(var operator, …) when … -> …;
///     case IrOp other -> other;
///   };
/// }
/// ```
public abstract class IrRewriter {
  private @Nullable IrFunction current;
  private @Nullable FreshNames names;

  public IrOp rewrite(IrOp op) {
    return rewriteChildren(op);
  }

  /// The variable to use in place of `variable`.
  protected Variable rewriteVariable(Variable variable) {
    return variable;
  }

  /// The function with a rewritten body.
  public IrFunction rewriteFunction(IrFunction function) {
    IrOp body = function.body();
    if (body == null) {
      return function;
    }
    current = function;
    names = null;
    IrOp newBody = rewrite(body);
    return newBody == body ? function : function.withBody(newBody);
  }

  /// New names for the function that [#rewriteFunction] is at work on.
  protected final FreshNames names() {
    if (names == null) {
      if (current == null) {
        throw new IllegalStateException("no function is being rewritten");
      }
      names = new FreshNames(current);
    }
    return names;
  }

  public final IrModule rewriteModule(IrModule module) {
    LinkedHashMap<String, IrFunction> changed = null;
    for (IrFunction function : module.functions().values()) {
      IrFunction newFunction = rewriteFunction(function);
      if (newFunction != function) {
        if (changed == null) {
          changed = new LinkedHashMap<>(module.functions());
        }
        changed.put(function.name(), newFunction);
      }
    }
    return changed == null ? module : new IrModule(module.name(), module.globals(), changed, module.entry());
  }

  protected final List<IrOp> rewriteAll(List<IrOp> operations) {
    List<IrOp> changed = null;
    for (int i = 0; i < operations.size(); i++) {
      IrOp old = operations.get(i);
      IrOp fresh = rewrite(old);
      if (fresh != old && changed == null) {
        changed = new ArrayList<>(operations);
      }
      if (changed != null) {
        changed.set(i, fresh);
      }
    }
    return changed == null ? operations : changed;
  }

  protected final IrOp rewriteChildren(IrOp op) {
    return switch (op) {
      case IrOp.Constant _, IrOp.Jump _ -> op;
      case IrOp.GetVariable(var old, var span) -> {
        Variable variable = rewriteVariable(old);
        yield variable == old ? op : new IrOp.GetVariable(variable, span);
      }
      case IrOp.SetVariable(var old, var oldValue, var span) -> {
        IrOp value = rewrite(oldValue);
        Variable variable = rewriteVariable(old);
        yield variable == old && value == oldValue ? op : new IrOp.SetVariable(variable, value, span);
      }
      case IrOp.VariableAddress(var old, var span) -> {
        Variable variable = rewriteVariable(old);
        yield variable == old ? op : new IrOp.VariableAddress(variable, span);
      }
      case IrOp.Load(var type, var old, var span) -> {
        IrOp address = rewrite(old);
        yield address == old ? op : new IrOp.Load(type, address, span);
      }
      case IrOp.Store(var oldAddress, var oldValue, var span) -> {
        IrOp address = rewrite(oldAddress);
        IrOp value = rewrite(oldValue);
        yield address == oldAddress && value == oldValue ? op : new IrOp.Store(address, value, span);
      }
      case IrOp.Address(var oldBase, var pointee, var oldPath, var span) -> {
        IrOp base = rewrite(oldBase);
        List<IrOp> path = rewriteAll(oldPath);
        yield base == oldBase && path == oldPath ? op : new IrOp.Address(base, pointee, path, span);
      }
      case IrOp.MakeStruct(var type, var old, var span) -> {
        List<IrOp> fields = rewriteAll(old);
        yield fields == old ? op : new IrOp.MakeStruct(type, fields, span);
      }
      case IrOp.Extract(var old, var index, var span) -> {
        IrOp struct = rewrite(old);
        yield struct == old ? op : new IrOp.Extract(struct, index, span);
      }
      case IrOp.Operate(var operator, var type, var old, var span) -> {
        List<IrOp> operands = rewriteAll(old);
        yield operands == old ? op : new IrOp.Operate(operator, type, operands, span);
      }
      case IrOp.Call(var oldCallee, var signature, var old, var span) -> {
        IrOp callee = rewrite(oldCallee);
        List<IrOp> arguments = rewriteAll(old);
        yield callee == oldCallee && arguments == old ? op : new IrOp.Call(callee, signature, arguments, span);
      }
      case IrOp.Intrinsic(var name, var types, var type, var old, var span) -> {
        List<IrOp> arguments = rewriteAll(old);
        yield arguments == old ? op : new IrOp.Intrinsic(name, types, type, arguments, span);
      }
      case IrOp.Extension extension -> {
        List<IrOp> operands = rewriteAll(extension.operands());
        yield operands == extension.operands() ? op : extension.withOperands(operands);
      }
      case IrOp.Yield(var old, var received, var span) -> {
        IrOp value = rewrite(old);
        yield value == old ? op : new IrOp.Yield(value, received, span);
      }
      case IrOp.Return(var old, var span) -> {
        IrOp value = rewriteNullable(old);
        yield value == old ? op : new IrOp.Return(value, span);
      }
      case IrOp.Sequence _, IrOp.If _, IrOp.While _, IrOp.ForEach _, IrOp.ForRange _, IrOp.Block _, IrOp.Try _,
          IrOp.Pipeline _, IrOp.Region _ -> rewriteFlow(op);
    };
  }

  private IrOp rewriteFlow(IrOp op) {
    return switch (op) {
      case IrOp.Sequence(var old, var span) -> {
        List<IrOp> operations = rewriteAll(old);
        yield operations == old ? op : new IrOp.Sequence(operations, span);
      }
      case IrOp.If(var oldCondition, var oldTrue, var oldFalse, var type, var span) -> {
        IrOp condition = rewrite(oldCondition);
        IrOp whenTrue = rewrite(oldTrue);
        IrOp whenFalse = rewrite(oldFalse);
        yield condition == oldCondition && whenTrue == oldTrue && whenFalse == oldFalse
            ? op
            : new IrOp.If(condition, whenTrue, whenFalse, type, span);
      }
      case IrOp.While(var label, var oldCondition, var oldBody, var span) -> {
        IrOp condition = rewrite(oldCondition);
        IrOp body = rewrite(oldBody);
        yield condition == oldCondition && body == oldBody ? op : new IrOp.While(label, condition, body, span);
      }
      case IrOp.ForEach(var label, var old, var yielded, var oldGenerator, var owned, var oldBody, var span) -> {
        IrOp generator = rewrite(oldGenerator);
        Variable variable = rewriteVariable(old);
        IrOp body = rewrite(oldBody);
        yield generator == oldGenerator && variable == old && body == oldBody
            ? op
            : new IrOp.ForEach(label, variable, yielded, generator, owned, body, span);
      }
      case IrOp.ForRange(var label, var old, var oldStart, var oldStop, var oldStep, var oldBody, var span) -> {
        IrOp start = rewrite(oldStart);
        IrOp stop = rewrite(oldStop);
        IrOp step = rewrite(oldStep);
        Variable variable = rewriteVariable(old);
        IrOp body = rewrite(oldBody);
        yield start == oldStart && stop == oldStop && step == oldStep && variable == old && body == oldBody
            ? op
            : new IrOp.ForRange(label, variable, start, stop, step, body, span);
      }
      case IrOp.Block(var label, var oldBody, var span) -> {
        IrOp body = rewrite(oldBody);
        yield body == oldBody ? op : new IrOp.Block(label, body, span);
      }
      case IrOp.Try attempt -> rewriteTry(attempt);
      case IrOp.Pipeline(var oldSource, var oldStages, var type, var span) -> {
        IrOp source = rewrite(oldSource);
        List<Stage> stages = rewriteStages(oldStages);
        yield source == oldSource && stages == oldStages ? op : new IrOp.Pipeline(source, stages, type, span);
      }
      case IrOp.Region(var annotation, var oldArguments, var oldBody, var span) -> {
        List<IrOp> arguments = rewriteAll(oldArguments);
        IrOp body = rewrite(oldBody);
        yield arguments == oldArguments && body == oldBody
            ? op
            : new IrOp.Region(annotation, arguments, body, span);
      }
      default -> throw new AssertionError(op);
    };
  }

  private IrOp rewriteTry(IrOp.Try attempt) {
    IrOp body = rewrite(attempt.body());
    boolean changed = body != attempt.body();
    List<Handler> handlers = new ArrayList<>(attempt.handlers().size());
    for (Handler old : attempt.handlers()) {
      Variable variable = rewriteVariable(old.variable());
      IrOp handlerBody = rewrite(old.body());
      boolean same = variable == old.variable() && handlerBody == old.body();
      handlers.add(same ? old : new Handler(old.classes(), variable, handlerBody));
      changed |= !same;
    }
    IrOp finallyBody = rewriteNullable(attempt.finallyBody());
    changed |= finallyBody != attempt.finallyBody();
    return changed ? new IrOp.Try(body, handlers, finallyBody, attempt.span()) : attempt;
  }

  private List<Stage> rewriteStages(List<Stage> stages) {
    boolean changed = false;
    List<Stage> fresh = new ArrayList<>(stages.size());
    for (Stage old : stages) {
      Variable variable = rewriteVariable(old.variable());
      IrOp body = rewrite(old.body());
      boolean same = variable == old.variable() && body == old.body();
      fresh.add(same ? old : new Stage(variable, body, old.yielded(), old.parallel()));
      changed |= !same;
    }
    return changed ? fresh : stages;
  }

  private @Nullable IrOp rewriteNullable(@Nullable IrOp op) {
    return op == null ? null : rewrite(op);
  }
}
