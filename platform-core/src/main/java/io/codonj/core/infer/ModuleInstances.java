package io.codonj.core.infer;

import io.codonj.api.ast.Origin;
import io.codonj.api.ast.Stmt;
import io.codonj.api.source.Span;
import io.codonj.core.resolve.ScopeAnalyzer;
import java.util.List;
import java.util.Map;

/// The top level of a module as a function without parameters.
final class ModuleInstances {
  private ModuleInstances() {}

  static Instance of(Program program, ModuleSymbol module) {
    if (module.body != null) {
      return module.body;
    }
    List<Stmt> statements = module.files.stream().flatMap(f -> f.body().stream()).toList();
    Span file = module.files.isEmpty() ? Span.NONE : module.files.getFirst().span();
    Span start = new Span(file.file(), 0, 0);
    var definition = new Stmt.FunctionDef(new Origin(start, -1), start, module.name, List.of(), List.of(), List.of(),
        null, statements, false, null);
    var symbol = new FunctionSymbol(module.name + ".<module>", "<module>", definition, module, null, null, Map.of(),
        ScopeAnalyzer.function(List.of(), statements));
    symbol.typeParameterNames = List.of();
    var instance = new Instance(symbol.name, symbol, List.of(), Map.of(), Names.NONE);
    instance.resultAnnotated = true;
    instance.body = new Body(program, instance);
    program.instances.put(symbol.name, instance);
    module.body = instance;
    return instance;
  }
}
