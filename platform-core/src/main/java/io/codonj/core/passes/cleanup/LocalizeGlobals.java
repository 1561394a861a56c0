package io.codonj.core.passes.cleanup;

import io.codonj.api.ir.FreshNames;
import io.codonj.api.ir.IrBuilder;
import io.codonj.api.ir.IrFunction;
import io.codonj.api.ir.IrGlobal;
import io.codonj.api.ir.IrModule;
import io.codonj.api.ir.IrOp;
import io.codonj.api.ir.IrRewriter;
import io.codonj.api.ir.IrWalker;
import io.codonj.api.ir.Variable;
import io.codonj.api.pass.IrPass;
import io.codonj.api.pass.PassContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Globals that only the program's top level uses become its locals, which LLVM keeps in registers.
///
/// ```
/// global @total: i64                        function @main() -> unit {
/// function @main() -> unit {                  local %total: i64
///   @total = add(@total, i64 1)        ->     %total = i64 zero
/// }                                           %total = add(%total, i64 1)
///                                           }
/// ```
///
/// The entry runs once, so a local that starts with the global's value does the same. A global whose address is
/// taken stays, as do all when something refers to the entry.
public final class LocalizeGlobals implements IrPass {

  @Override
  public String id() {
    return "localize-globals";
  }

  @Override
  public IrModule run(IrModule module, PassContext context) {
    IrFunction entry = module.functions().get(module.entry());
    if (entry == null || entry.body() == null || module.globals().isEmpty()) {
      return module;
    }
    var ofEntry = new Mentions();
    ofEntry.walk(entry.body());
    var elsewhere = new Mentions();
    for (IrFunction function : module.functions().values()) {
      if (function != entry && function.body() != null) {
        elsewhere.walk(function.body());
      }
    }
    for (IrGlobal global : module.globals().values()) {
      if (global.initializer() != null) {
        elsewhere.walk(global.initializer());
      }
    }
    boolean mayRunAgain = ofEntry.addresses.contains(entry.name()) || elsewhere.addresses.contains(entry.name());
    List<IrGlobal> own = new ArrayList<>();
    for (IrGlobal global : module.globals().values()) {
      String name = global.variable().name();
      if (ofEntry.variables.contains(name)
          && !elsewhere.variables.contains(name)
          && !ofEntry.addresses.contains(name)
          && !elsewhere.addresses.contains(name)
          && !global.constant()) {
        own.add(global);
      }
    }
    return mayRunAgain || own.isEmpty() ? module : localize(module, entry, entry.body(), own);
  }

  private static IrModule localize(IrModule module, IrFunction entry, IrOp body, List<IrGlobal> own) {
    var build = new IrBuilder(entry.span());
    var names = new FreshNames(entry);
    Map<String, Variable> locals = new HashMap<>();
    List<IrOp> starts = new ArrayList<>();
    var globals = new LinkedHashMap<>(module.globals());
    for (IrGlobal global : own) {
      Variable old = global.variable();
      Variable local = names.local(old.name(), old.type(), old.sourceName());
      locals.put(old.name(), local);
      IrOp initializer = global.initializer();
      starts.add(build.set(local, initializer == null ? build.zero(old.type()) : initializer));
      globals.remove(old.name());
    }
    IrOp renamed = new IrRewriter() {
      @Override
      protected Variable rewriteVariable(Variable variable) {
        return variable.scope() == Variable.Scope.GLOBAL ? locals.getOrDefault(variable.name(), variable) : variable;
      }
    }.rewrite(body);
    var functions = new LinkedHashMap<>(module.functions());
    functions.put(entry.name(), entry.withBody(build.sequence(starts, renamed)));
    return new IrModule(module.name(), globals, functions, module.entry());
  }

  /// Globals that are read or written as variables, and symbols whose addresses are taken.
  private static final class Mentions extends IrWalker {
    final Set<String> variables = new HashSet<>();
    final Set<String> addresses = new HashSet<>();

    @Override
    public void walk(IrOp op) {
      switch (op) {
        case IrOp.Constant constant when constant.value() instanceof IrOp.Symbol symbol ->
            addresses.add(symbol.name());
        case IrOp.VariableAddress address -> addresses.add(address.variable().name());
        case IrOp.Try attempt -> attempt.handlers().forEach(handler -> addresses.addAll(handler.classes()));
        default -> {}
      }
      walkChildren(op);
    }

    @Override
    protected void variable(Variable variable) {
      if (variable.scope() == Variable.Scope.GLOBAL) {
        variables.add(variable.name());
      }
    }
  }
}
