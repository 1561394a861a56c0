package io.codonj.core.lower;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.codonj.api.ir.Intrinsics;
import io.codonj.api.ir.IrFunction;
import io.codonj.api.ir.IrOp;
import io.codonj.api.ir.IrType;
import io.codonj.api.ir.Variable;
import io.codonj.api.source.Span;
import io.codonj.api.types.Type;
import io.codonj.core.typed.TypedFunction;
import io.codonj.core.typed.TypedVariable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One function: its signature, names, entry and body. The families of expressions and statements meet here.
final class FunctionLowering {
  private final ProgramBuilder program;
  private final TypedFunction function;
  private final VariableLowering variables;
  private final ExpressionLowering expressions;
  private final StatementLowering statements;
  private final Set<String> names = new HashSet<>();
  private int temporaries;
  private int labels;

  FunctionLowering(ProgramBuilder program, TypedFunction function) {
    this.program = program;
    this.function = function;
    variables = new VariableLowering(this);
    expressions = new ExpressionLowering(this);
    statements = new StatementLowering(this);
  }

  IrFunction lower() {
    var parameters = new ArrayList<Variable>();
    for (TypedVariable capture : function.captures()) {
      parameters.add(variables.bindCapture(capture));
    }
    for (TypedVariable parameter : function.parameters()) {
      parameters.add(variables.bindParameter(parameter));
    }
    return new IrFunction(
        function.name(),
        function.displayName(),
        function.origin(),
        parameters,
        program.result(function),
        body(parameters),
        generator(),
        attributes(),
        function.span());
  }

  /// What C calls is a function of its own, before this one.
  private Set<String> attributes() {
    var attributes = new LinkedHashSet<>(function.attributes());
    attributes.remove("export");
    return attributes;
  }

  ProgramBuilder program() {
    return program;
  }

  TypeLowering types() {
    return program.types();
  }

  TypedFunction function() {
    return function;
  }

  VariableLowering variables() {
    return variables;
  }

  ExpressionLowering expressions() {
    return expressions;
  }

  StatementLowering statements() {
    return statements;
  }

  /// A fresh variable that the user did not write.
  Variable temporary(IrType type) {
    return variable(".t" + temporaries++, type, Variable.Scope.LOCAL, "");
  }

  /// A variable of that name, or of a similar one if it is taken.
  Variable variable(String name, IrType type, Variable.Scope scope, String sourceName) {
    String unique = name;
    for (int i = 2; !names.add(unique); i++) {
      unique = name + "." + i;
    }
    return new Variable(unique, type, scope, sourceName);
  }

  String label(String stem) {
    return stem + labels++;
  }

  /// What `return` gives inside this function.
  IrType returned() {
    TypedFunction.Generator generator = function.generator();
    return types().lower(generator == null ? function.result() : generator.returned());
  }

  private @Nullable IrOp body(List<Variable> parameters) {
    Span span = function.span();
    if (function.inlineText() != null) {
      return inlineBody(function.inlineText(), parameters);
    }
    if (function.body() == null) {
      return null;
    }
    IrOp body = statements.lower(function.body(), span);
    var operations = new ArrayList<>(variables.entry(span));
    if (body instanceof IrOp.Sequence sequence) {
      operations.addAll(sequence.operations());
    } else {
      operations.add(body);
    }
    if (!Operations.leaves(body) && !(returned() instanceof IrType.Unit)) {
      operations.add(end(span));
    }
    return new IrOp.Sequence(operations, span);
  }

  /// What happens after the last statement: `None` is returned where that is possible, otherwise control never gets
  /// here.
  private IrOp end(Span span) {
    boolean mayReturnNone = function.generator() != null || function.result() instanceof Type.OptionalType;
    return mayReturnNone
        ? new IrOp.Return(Operations.zero(returned(), span), span)
        : Operations.intrinsic(Intrinsics.UNREACHABLE, IrType.UNIT, span);
  }

  private IrOp inlineBody(TypedFunction.InlineText inline, List<Variable> parameters) {
    Span span = inline.span();
    var arguments = new ArrayList<IrOp>();
    var parameterNames = function.parameters().stream().map(TypedVariable::name).toList();
    String text = String.join(" ", parameterNames) + "\n" + inline.text();
    arguments.add(Operations.data(new String(text.getBytes(UTF_8), ISO_8859_1), span));
    for (Variable parameter : parameters) {
      arguments.add(Operations.get(parameter, span));
    }
    IrOp value = new IrOp.Intrinsic(Intrinsics.INLINE_LLVM, types().lowerAll(inline.types()), returned(), arguments, span);
    return returned() instanceof IrType.Unit ? value : new IrOp.Return(value, span);
  }

  private IrFunction.@Nullable Generator generator() {
    TypedFunction.Generator generator = function.generator();
    return generator == null
        ? null
        : new IrFunction.Generator(
            types().lower(generator.yielded()),
            types().lower(generator.received()),
            types().lower(generator.returned()));
  }
}
