package io.codonj.core.lower;

import io.codonj.api.ir.IrFunction;
import io.codonj.api.ir.IrOp;
import io.codonj.api.ir.IrType;
import io.codonj.api.ir.Variable;
import io.codonj.api.source.Span;
import io.codonj.api.types.Type;
import io.codonj.core.typed.TypedExpr;
import io.codonj.core.typed.TypedFunction;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Calls of instances, of callables and of C functions.
final class CallLowering {
  /// The functions of the runtime that unwind; the others signal errors by their results.
  private static final Set<String> THROWING = Set.of("cj_throw", "cj_rethrow");

  private final FunctionLowering function;
  private final ExpressionLowering expressions;
  private final TypeLowering types;

  CallLowering(FunctionLowering function, ExpressionLowering expressions) {
    this.function = function;
    this.expressions = expressions;
    types = function.types();
  }

  IrOp direct(TypedExpr.CallFunction call) {
    TypedFunction callee = function.program().function(call.function());
    var arguments = new ArrayList<IrOp>(call.arguments().size());
    for (TypedExpr argument : call.arguments()) {
      int index = arguments.size();
      boolean isCell = index < callee.captures().size() && callee.captures().get(index).cell();
      arguments.add(isCell ? cell(argument) : expressions.lower(argument));
    }
    return Operations.call(callee.name(), function.program().signature(callee), arguments, call.span());
  }

  /// `f(a)` → `(%t = f; call extract %t 0 (extract %t 1, a))`
  IrOp indirect(TypedExpr.CallValue call) {
    Span span = call.span();
    Variable callable = function.temporary(TypeLowering.CALLABLE);
    IrOp save = Operations.set(callable, expressions.lower(call.callee()), span);
    var parameters = new ArrayList<IrType>();
    var arguments = new ArrayList<IrOp>();
    parameters.add(IrType.PTR);
    arguments.add(Operations.extract(Operations.get(callable, span), TypeLowering.ENVIRONMENT, span));
    for (TypedExpr argument : call.arguments()) {
      parameters.add(types.lower(argument.type()));
      arguments.add(expressions.lower(argument));
    }
    var signature = new IrType.Function(parameters, types.lower(call.type()));
    IrOp code = Operations.extract(Operations.get(callable, span), TypeLowering.CODE, span);
    return Operations.sequence(span, save, new IrOp.Call(code, signature, arguments, span));
  }

  /// The back end follows the rules of C; values of type unit do not cross.
  IrOp foreign(TypedExpr.CallForeign call) {
    Span span = call.span();
    var parameters = new ArrayList<IrType>();
    var arguments = new ArrayList<IrOp>();
    var operations = new ArrayList<IrOp>();
    for (TypedExpr argument : call.arguments()) {
      IrOp value = expressions.lower(argument);
      if (value.type() instanceof IrType.Unit) {
        operations.add(value);
      } else {
        parameters.add(value.type());
        arguments.add(value);
      }
    }
    var signature = new IrType.Function(parameters, types.lower(call.type()));
    operations.add(function.program().callForeign(call.symbol(), signature, attributes(call), arguments, span));
    return operations.size() == 1 ? operations.getFirst() : new IrOp.Sequence(operations, span);
  }

  /// An argument for a captured cell: the cell of the variable that is named, whatever its value is.
  private IrOp cell(TypedExpr argument) {
    return argument instanceof TypedExpr.Get get
        ? function.variables().cell(get.variable(), get.span())
        : expressions.lower(argument);
  }

  private static Set<String> attributes(TypedExpr.CallForeign call) {
    var attributes = new LinkedHashSet<String>();
    if (!mayThrow(call)) {
      attributes.add("nounwind");
    }
    if (call.type() instanceof Type.ClassType named && named.name().equals("NoReturn")) {
      attributes.add("noreturn");
    }
    if (!call.library().isEmpty()) {
      attributes.add(IrFunction.NATIVE + call.library());
    }
    return attributes;
  }

  private static boolean mayThrow(TypedExpr.CallForeign call) {
    if (THROWING.contains(call.symbol())) {
      return true;
    }
    for (TypedExpr argument : call.arguments()) {
      if (argument.type() instanceof Type.CallableType) {
        return true;
      }
    }
    return false;
  }
}
