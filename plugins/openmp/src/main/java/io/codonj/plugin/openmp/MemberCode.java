package io.codonj.plugin.openmp;

import io.codonj.api.ir.FreshNames;
import io.codonj.api.ir.IrBuilder;
import io.codonj.api.ir.IrFunction;
import io.codonj.api.ir.IrOp;
import io.codonj.api.ir.IrRewriter;
import io.codonj.api.ir.IrType;
import io.codonj.api.ir.Variable;
import io.codonj.api.ir.Variable.Scope;
import io.codonj.api.pass.OutlinedRegion;
import io.codonj.api.pass.OutlinedRegion.Capture;
import io.codonj.api.pass.PassContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;

/// An outlined region as a function that the native part can call: what it captures comes in a struct.
///
/// ```
/// function @f.parallel.0(%n: i64, %sum: ptr, %member: ptr)
///   ->  function @f.parallel.0.member(%member: ptr, %data: ptr) {
///         %n = load(field 0 of %data)
///         %sum = load(field 1 of %data)
///         ...
///       }
/// ```
///
/// @param captured the values for the struct, in the enclosing function
record MemberCode(IrFunction function, IrType.Struct data, List<IrOp> captured) {

  /// Makes `code`, a part of `function`, a function of its own. Empty when control leaves the code.
  ///
  /// @param given variables of the enclosing function that stand for what the native part passes, in the order of
  ///     its parameters; the data come second
  static Optional<MemberCode> of(
      PassContext context, IrFunction function, IrOp code, List<Variable> given, IrBuilder build) {
    Optional<MemberCode> made =
        context.outline(function, code, "parallel").map(outlined -> of(outlined, given, build));
    made.ifPresent(each -> context.add(each.function()));
    return made;
  }

  /// What the struct holds.
  IrOp values(IrBuilder build) {
    return new IrOp.MakeStruct(data, captured, build.span());
  }

  private static MemberCode of(OutlinedRegion region, List<Variable> given, IrBuilder build) {
    IrFunction outlined = region.function();
    var names = new FreshNames(outlined);
    Variable data = parameter(names.local("data", IrType.PTR));
    var parameters = new ArrayList<Variable>();
    SequencedMap<String, Variable> passed = new LinkedHashMap<>();
    for (Variable each : given) {
      Variable parameter = parameter(names.local(each.name() + ".given", each.type()));
      passed.put(each.name(), parameter);
      parameters.add(parameter);
    }
    parameters.add(1, data);
    List<Capture> captures =
        region.captures().stream().filter(capture -> !passed.containsKey(capture.variable().name())).toList();
    var type = new IrType.Struct(captures.stream().map(MemberCode::type).toList());
    var operations = new ArrayList<IrOp>();
    var captured = new ArrayList<IrOp>();
    Map<String, Variable> locals = new LinkedHashMap<>();
    outlined.parameters().forEach(each -> locals.put(each.name(), local(each)));
    for (Variable parameter : outlined.parameters()) {
      Variable fromCaller = passed.get(parameter.name());
      if (fromCaller != null) {
        operations.add(build.set(locals.get(parameter.name()), build.get(fromCaller)));
      }
    }
    for (Capture capture : captures) {
      Variable local = locals.get(capture.variable().name());
      operations.add(
          build.set(local, build.load(local.type(), build.field(build.get(data), type, captured.size()))));
      captured.add(
          capture.byReference()
              ? new IrOp.VariableAddress(capture.variable(), build.span()) : build.get(capture.variable()));
    }
    IrOp body = new Localize(locals).rewrite(Objects.requireNonNull(outlined.body()));
    var function = new IrFunction(
        outlined.name() + ".member", outlined.displayName(), outlined.origin(), parameters, IrType.UNIT,
        build.sequence(operations, body), null, outlined.attributes(), outlined.span());
    return new MemberCode(function, type, captured);
  }

  private static IrType type(Capture capture) {
    return capture.byReference() ? IrType.PTR : capture.variable().type();
  }

  private static Variable parameter(Variable local) {
    return new Variable(local.name(), local.type(), Scope.PARAMETER, local.sourceName());
  }

  private static Variable local(Variable parameter) {
    return new Variable(parameter.name(), parameter.type(), Scope.LOCAL, parameter.sourceName());
  }

  private static final class Localize extends IrRewriter {
    private final Map<String, Variable> locals;

    Localize(Map<String, Variable> locals) {
      this.locals = locals;
    }

    @Override
    protected Variable rewriteVariable(Variable variable) {
      return variable.scope() == Scope.PARAMETER ? locals.getOrDefault(variable.name(), variable) : variable;
    }
  }
}
