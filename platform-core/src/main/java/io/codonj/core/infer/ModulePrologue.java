package io.codonj.core.infer;

import io.codonj.api.source.Span;
import io.codonj.api.types.Type.ModuleType;
import io.codonj.core.typed.TypedExpr;
import io.codonj.core.typed.TypedStmt;
import java.util.List;

/// What a module does before its first statement: nothing the second time it is imported, and for the main program
/// the set-up of the built-in module.
final class ModulePrologue {
  private final Body body;

  ModulePrologue(Body body) {
    this.body = body;
  }

  void add(List<TypedStmt> into) {
    Span span = body.instance.symbol.definition.nameSpan();
    var done = body.program.global(body.module().name + " imported", Names.BOOL, span);
    into.add(new TypedStmt.If(
        new TypedExpr.Get(done, span), List.of(new TypedStmt.Return(null, span)), List.of(), span));
    into.add(new TypedStmt.Set(done, new TypedExpr.Literal(Names.BOOL, true, span), span));
    if (body.module().name.equals("__main__")) {
      call(body, body.program.builtins(), span, into);
    }
  }

  /// Runs a module's top level.
  static void call(Body body, ModuleSymbol module, Span span, List<TypedStmt> into) {
    Instance instance = ModuleInstances.of(body.program, module);
    Instances.realize(body.program, instance, span);
    body.instance.callees.add(instance.name);
    into.add(new TypedStmt.Evaluate(
        new TypedExpr.CallFunction(instance.name, List.of(), Names.NONE, span), span));
  }

  static ModuleType type(ModuleSymbol module) {
    return new ModuleType(module.name);
  }
}
