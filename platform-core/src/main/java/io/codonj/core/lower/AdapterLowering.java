package io.codonj.core.lower;

import io.codonj.api.diagnostic.CompilerBug;
import io.codonj.api.ir.IrFunction;
import io.codonj.api.ir.IrOp;
import io.codonj.api.ir.IrType;
import io.codonj.api.ir.Variable;
import io.codonj.api.source.Span;
import io.codonj.api.types.Type;
import io.codonj.core.typed.TypeNames;
import io.codonj.core.typed.TypedFunction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The code that callables point to: unpacks the environment and calls the instance.
///
/// ```
/// adapter:f[int] as Callable[[int], int] (env, p0):
///   %captures = load {…} %env
///   return call @f[int](extract %captures 0, …, p0)
/// ```
/// A callable whose result is `None` may stand for a function with a result, which is dropped.
final class AdapterLowering {
  private final ProgramBuilder program;
  private final TypeLowering types;
  private final Set<String> made = new HashSet<>();

  AdapterLowering(ProgramBuilder program, TypeLowering types) {
    this.program = program;
    this.types = types;
  }

  /// The captures of a value that is made a callable: those of a function value, none of a class, otherwise the
  /// value itself (an object that is called).
  static IrType.Struct captures(Type type, IrType value) {
    if (type instanceof Type.FunctionType && value instanceof IrType.Struct struct) {
      return struct;
    }
    return value instanceof IrType.Unit ? IrType.Struct.of() : IrType.Struct.of(value);
  }

  static boolean isSinglePointer(IrType.Struct captures) {
    return captures.fields().size() == 1 && captures.fields().getFirst().equals(IrType.PTR);
  }

  String adapter(String instance, IrType.Struct captures, Type.CallableType callable, Span span) {
    String name = "adapter:" + instance + " as " + TypeNames.qualified(callable);
    if (made.add(name)) {
      program.define(make(name, program.function(instance), captures, callable, span));
    }
    return name;
  }

  private IrFunction make(
      String name, TypedFunction instance, IrType.Struct captures, Type.CallableType callable, Span span) {
    var environment = new Variable("env", IrType.PTR, Variable.Scope.PARAMETER, "");
    var loaded = new Variable("captures", captures, Variable.Scope.LOCAL, "");
    var parameters = new ArrayList<Variable>();
    var arguments = new ArrayList<IrOp>();
    var operations = new ArrayList<IrOp>();
    parameters.add(environment);
    if (isSinglePointer(captures)) {
      arguments.add(Operations.get(environment, span));
    } else if (!captures.fields().isEmpty()) {
      IrOp content = Operations.load(captures, Operations.get(environment, span), span);
      operations.add(Operations.set(loaded, content, span));
      for (int i = 0; i < captures.fields().size(); i++) {
        arguments.add(Operations.extract(Operations.get(loaded, span), i, span));
      }
    }
    for (Type type : callable.parameters()) {
      var parameter =
          new Variable("p" + (parameters.size() - 1), types.lower(type), Variable.Scope.PARAMETER, "");
      parameters.add(parameter);
      arguments.add(Operations.get(parameter, span));
    }
    IrType.Function signature = program.signature(instance);
    checkArguments(instance, signature, arguments, span);
    IrType result = types.lower(callable.result());
    operations.addAll(returning(instance, signature, arguments, result, span));
    return new IrFunction(
        name,
        instance.displayName(),
        instance.origin(),
        parameters,
        result,
        new IrOp.Sequence(operations, span),
        null,
        Set.of("library"),
        span);
  }

  private static List<IrOp> returning(
      TypedFunction instance, IrType.Function signature, List<IrOp> arguments, IrType result, Span span) {
    IrOp call = Operations.call(instance.name(), signature, arguments, span);
    if (result instanceof IrType.Unit) {
      return List.of(call, new IrOp.Return(null, span));
    }
    if (signature.result().equals(result)) {
      return List.of(new IrOp.Return(call, span));
    }
    if (signature.result() instanceof IrType.Unit && instance.attributes().contains("noreturn")) {
      return List.of(call, new IrOp.Return(Operations.undefined(result, span), span));
    }
    throw new CompilerBug(instance.name() + " does not return " + result, span);
  }

  private static void checkArguments(
      TypedFunction instance, IrType.Function signature, List<IrOp> arguments, Span span) {
    boolean fits = arguments.size() == signature.parameters().size();
    for (int i = 0; fits && i < arguments.size(); i++) {
      fits = arguments.get(i).type().equals(signature.parameters().get(i));
    }
    if (!fits) {
      throw new CompilerBug(instance.name() + " does not take what its callable is given", span);
    }
  }
}
