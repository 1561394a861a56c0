package io.codonj.core.passes.loops;

import io.codonj.api.ir.FreshNames;
import io.codonj.api.ir.IrBuilder;
import io.codonj.api.ir.IrFunction;
import io.codonj.api.ir.IrOp;
import io.codonj.api.ir.IrRewriter;
import io.codonj.api.ir.IrType;
import io.codonj.api.ir.Variable;
import io.codonj.api.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Copies the code of a function for use within another: with names of its own, at the place of the loop that it
/// becomes part of, and with exits instead of returns.
final class CodeInPlace extends IrRewriter {
  /// What a yield becomes: a block that sets the loop's variable, whose name is added to `yielded`; a return leaves
  /// `left`.
  record Yields(IrOp.ForEach loop, String left, List<String> yielded) {}

  private final FreshNames names;
  private final Span span;
  private final @Nullable Yields yields;
  private final Map<String, Variable> variables = new HashMap<>();
  private final Map<String, String> labels = new HashMap<>();
  private final List<Variable> locals = new ArrayList<>();

  CodeInPlace(FreshNames names, IrFunction function, Span span, @Nullable Yields yields) {
    this.names = names;
    this.span = span;
    this.yields = yields;
    for (Variable parameter : function.parameters()) {
      variables.put(parameter.name(), names.local(parameter.name(), parameter.type()));
    }
  }

  Variable parameter(Variable parameter) {
    return variables.get(parameter.name());
  }

  /// The variables that the copied code found empty when it started.
  List<Variable> locals() {
    return locals;
  }

  @Override
  protected Variable rewriteVariable(Variable variable) {
    if (variable.scope() == Variable.Scope.GLOBAL) {
      return variable;
    }
    Variable known = variables.get(variable.name());
    if (known == null) {
      known = names.local(variable.name(), variable.type());
      variables.put(variable.name(), known);
      if (!(variable.type() instanceof IrType.Unit)) {
        locals.add(known);
      }
    }
    return known;
  }

  @Override
  public IrOp rewrite(IrOp op) {
    return switch (rewriteChildren(op)) {
      case IrOp.Yield(IrOp value, var _, var _) when yields != null -> yielded(value, yields);
      case IrOp.Return(IrOp value, var _) when yields != null -> {
        IrOp leave = new IrOp.Jump(yields.left(), IrOp.JumpKind.BREAK, span);
        yield value == null ? leave : new IrOp.Sequence(List.of(value, leave), span);
      }
      case IrOp.Jump(String label, var kind, var _) -> new IrOp.Jump(label(label), kind, span);
      case IrOp.While(String label, var condition, var body, var _) ->
          new IrOp.While(label(label), condition, body, span);
      case IrOp.ForEach(String label, var variable, var yielded, var generator, var owned, var body, var _) ->
          new IrOp.ForEach(label(label), variable, yielded, generator, owned, body, span);
      case IrOp.ForRange(String label, var variable, var start, var stop, var step, var body, var _) ->
          new IrOp.ForRange(label(label), variable, start, stop, step, body, span);
      case IrOp.Block(String label, var body, var _) -> new IrOp.Block(label(label), body, span);
      case IrOp.Call(var callee, var signature, var arguments, var _) ->
          new IrOp.Call(callee, signature, arguments, span);
      case IrOp.Intrinsic(var name, var types, var type, var arguments, var _) ->
          new IrOp.Intrinsic(name, types, type, arguments, span);
      case IrOp.Operate(var operator, var type, var operands, var _) ->
          new IrOp.Operate(operator, type, operands, span);
      case IrOp.Load(var type, var address, var _) -> new IrOp.Load(type, address, span);
      case IrOp.Store(var address, var value, var _) -> new IrOp.Store(address, value, span);
      case IrOp.Address(var base, var pointee, var path, var _) -> new IrOp.Address(base, pointee, path, span);
      case IrOp.If(var condition, var whenTrue, var whenFalse, var type, var _) ->
          new IrOp.If(condition, whenTrue, whenFalse, type, span);
      case IrOp other -> other;
    };
  }

  private IrOp yielded(IrOp value, Yields place) {
    var build = new IrBuilder(span);
    IrOp item = place.loop().yielded() instanceof IrType.Unit ? value : build.set(place.loop().variable(), value);
    String name = names.label("yielded");
    place.yielded().add(name);
    return new IrOp.Block(name, item, span);
  }

  private String label(String old) {
    return labels.computeIfAbsent(old, names::label);
  }
}
