package io.codonj.plugin.openmp;

import io.codonj.api.ir.IrFunction;
import io.codonj.api.ir.IrType;
import io.codonj.api.ir.Variable;
import io.codonj.api.pass.PassContext;
import io.codonj.api.source.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The functions of the native part that parallel loops call.
record RuntimeFunctions(PassContext context) {

  /// Rounds of `range(start, stop, step)`.
  IrFunction count() {
    return declare("cj_omp_count", IrType.I64, true, IrType.I64, IrType.I64, IrType.I64);
  }

  /// `loop(member code, data, count, schedule, chunk, threads, ordered)`: raises what a thread raised.
  IrFunction loop() {
    return declare("cj_omp_loop", IrType.UNIT, false,
        IrType.PTR, IrType.PTR, IrType.I64, IrType.I64, IrType.I64, IrType.I64, IrType.I64);
  }

  /// `next(member, address of two numbers)`: the next rounds, false when there are none.
  IrFunction next() {
    return declare("cj_omp_next", IrType.I8, true, IrType.PTR, IrType.PTR);
  }

  /// The largest number of threads of a team.
  IrFunction limit() {
    return declare("cj_omp_limit", IrType.I64, true, IrType.I64);
  }

  /// `slots(threads, size)`: collected memory for what threads find.
  IrFunction slots() {
    return declare("cj_omp_slots", IrType.PTR, true, IrType.I64, IrType.I64);
  }

  /// The number of a member within its team.
  IrFunction number() {
    return declare("cj_omp_number", IrType.I64, true, IrType.PTR);
  }

  /// `tasks(producer code, its data, threads)`: raises what a thread raised.
  IrFunction tasks() {
    return declare("cj_omp_tasks", IrType.UNIT, false, IrType.PTR, IrType.PTR, IrType.I64);
  }

  /// Memory for an item of that size until its task has ended.
  IrFunction item() {
    return declare("cj_omp_item", IrType.PTR, true, IrType.I64);
  }

  /// `task(member, code, data, item)`: the code gets member, data and item; false when no more tasks are wanted.
  IrFunction task() {
    return declare("cj_omp_task", IrType.I8, false, IrType.PTR, IrType.PTR, IrType.PTR, IrType.PTR);
  }

  /// The number of a task's item, from 1.
  IrFunction round() {
    return declare("cj_omp_round", IrType.I64, true, IrType.PTR);
  }

  private IrFunction declare(String name, IrType result, boolean quiet, IrType... types) {
    var parameters = new ArrayList<Variable>();
    for (IrType type : Arrays.asList(types)) {
      parameters.add(new Variable("a" + parameters.size(), type, Variable.Scope.PARAMETER, ""));
    }
    Set<String> attributes = new LinkedHashSet<>(List.of(IrFunction.NATIVE + OpenMpPlugin.NATIVE_PART));
    if (quiet) {
      attributes.add("nounwind");
    }
    var function = new IrFunction(name, name, name, parameters, result, null, null, attributes, Span.NONE);
    context.add(function);
    return function;
  }
}
