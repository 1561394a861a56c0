package io.codonj.core.infer;

import io.codonj.api.source.Span;
import io.codonj.api.types.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Library functions that the generated program or the runtime calls without the checker having written the call.
final class EntryPoints {
  private static final Type EXCEPTION_GROUP = Type.ClassType.of("BaseExceptionGroup");

  private final Program program;

  EntryPoints(Program program) {
    this.program = program;
  }

  List<Instance> realize(Span from) {
    var result = new ArrayList<Instance>();
    add("_unbound_local_error", List.of(Names.STR), from, result);
    add("_name_error", List.of(Names.STR), from, result);
    add("_report_uncaught", List.of(Names.BASE_EXCEPTION), from, result);
    add("_exception_text", List.of(Names.BASE_EXCEPTION), from, result);
    add("_exception_cause", List.of(Names.BASE_EXCEPTION), from, result);
    add("_exception_context", List.of(Names.BASE_EXCEPTION), from, result);
    if (program.constructed.stream().anyMatch(t -> program.isSubclass(t, EXCEPTION_GROUP))) {
      add("_report_group", List.of(Names.BASE_EXCEPTION), from, result);
    }
    add("_system_exit_status", List.of(Names.BASE_EXCEPTION), from, result);
    add("_raise_recursion_error", List.of(), from, result);
    return result;
  }

  private void add(String name, List<Type> parameters, Span from, List<Instance> into) {
    if (!(program.builtins().members.get(name) instanceof FunctionSymbol function)) {
      return;
    }
    function.typeParameterNames = List.of();
    Type declared = function.definition.returns() == null ? null : new TypeResolver(program).resolve(
        function.definition.returns(), new TypeResolver.Context(function.module, null, Map.of()));
    Instance instance = Instances.get(program, function, parameters, Map.of(), declared);
    Instances.realize(program, instance, from);
    into.add(instance);
  }
}
