package io.codonj.core.passes.cleanup;

import io.codonj.api.ir.IrFunction;
import io.codonj.api.ir.IrGlobal;
import io.codonj.api.ir.IrModule;
import io.codonj.api.ir.IrOp;
import io.codonj.api.ir.IrWalker;
import io.codonj.api.ir.Variable;
import io.codonj.api.pass.IrPass;
import io.codonj.api.pass.PassContext;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Set;

/// Removes functions and globals that cannot be reached from the entry and the exported functions.
///
/// ```
/// module m entry @main                          module m entry @main
/// function @main() -> unit { call @used() }  -> function @main() -> unit { call @used() }
/// function @used() -> unit {}                   function @used() -> unit {}
/// function @unused() -> unit {}
/// ```
public final class RemoveUnusedSymbols implements IrPass {

  @Override
  public String id() {
    return "remove-unused-symbols";
  }

  @Override
  public IrModule run(IrModule module, PassContext context) {
    var reached = new Reached(module);
    reached.follow();
    if (reached.names.size() == module.functions().size() + module.globals().size()) {
      return module;
    }
    var functions = new LinkedHashMap<String, IrFunction>();
    var globals = new LinkedHashMap<String, IrGlobal>();
    module.functions().forEach((name, function) -> {
      if (reached.names.contains(name)) {
        functions.put(name, function);
      }
    });
    module.globals().forEach((name, global) -> {
      if (reached.names.contains(name)) {
        globals.put(name, global);
      }
    });
    return new IrModule(module.name(), globals, functions, module.entry());
  }

  private static final class Reached extends IrWalker {
    private final IrModule module;
    private final ArrayDeque<String> waiting = new ArrayDeque<>();
    final Set<String> names = new HashSet<>();

    Reached(IrModule module) {
      this.module = module;
    }

    void follow() {
      reach(module.entry());
      for (IrFunction function : module.functions().values()) {
        if (function.attributes().contains("export")) {
          reach(function.name());
        }
      }
      while (!waiting.isEmpty()) {
        String name = waiting.remove();
        IrFunction function = module.functions().get(name);
        IrGlobal global = module.globals().get(name);
        if (function != null && function.body() != null) {
          walk(function.body());
        }
        if (global != null && global.initializer() != null) {
          walk(global.initializer());
        }
      }
    }

    private void reach(String name) {
      boolean exists = module.functions().containsKey(name) || module.globals().containsKey(name);
      if (exists && names.add(name)) {
        waiting.add(name);
      }
    }

    @Override
    public void walk(IrOp op) {
      if (op instanceof IrOp.Constant constant) {
        if (constant.value() instanceof IrOp.Symbol symbol) {
          reach(symbol.name());
        }
        return;
      }
      if (op instanceof IrOp.Try attempt) {
        attempt.handlers().forEach(handler -> handler.classes().forEach(this::reach));
      }
      walkChildren(op);
    }

    @Override
    protected void variable(Variable variable) {
      if (variable.scope() == Variable.Scope.GLOBAL) {
        reach(variable.name());
      }
    }
  }
}
