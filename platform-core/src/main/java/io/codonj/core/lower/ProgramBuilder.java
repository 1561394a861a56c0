package io.codonj.core.lower;

import io.codonj.api.diagnostic.CompilerBug;
import io.codonj.api.ir.IrFunction;
import io.codonj.api.ir.IrGlobal;
import io.codonj.api.ir.IrModule;
import io.codonj.api.ir.IrOp;
import io.codonj.api.ir.IrType;
import io.codonj.api.ir.Variable;
import io.codonj.api.source.Span;
import io.codonj.core.typed.TypedFunction;
import io.codonj.core.typed.TypedModule;
import io.codonj.core.typed.TypedVariable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The program being built: functions and globals are added when something names them.
final class ProgramBuilder {
  /// The C runtime calls this for an exception that nobody caught.
  private static final String REPORT_UNCAUGHT = "cj_report_uncaught";

  private final TypedModule module;
  private final TypeLowering types;
  private final ClassLowering classes;
  private final AdapterLowering adapters;
  private final SequencedMap<String, IrGlobal> globals = new LinkedHashMap<>();
  private final SequencedMap<String, IrFunction> functions = new LinkedHashMap<>();
  private final Map<TypedVariable, Slot> globalSlots = new IdentityHashMap<>();
  private final Map<String, TypedFunction> libraryByOrigin = new HashMap<>();
  private final Set<String> requested = new HashSet<>();
  private final Queue<TypedFunction> pending = new ArrayDeque<>();

  ProgramBuilder(TypedModule module) {
    this.module = module;
    types = new TypeLowering(module);
    classes = new ClassLowering(this, types);
    adapters = new AdapterLowering(this, types);
    for (TypedFunction function : module.functions().values()) {
      if (function.origin().startsWith("builtins._")) {
        libraryByOrigin.putIfAbsent(function.origin(), function);
      }
    }
  }

  IrModule build() {
    function(module.entry());
    for (TypedFunction function : module.functions().values()) {
      if (function.attributes().contains("export")) {
        request(function);
      }
    }
    exportUncaughtReport();
    while (!pending.isEmpty()) {
      TypedFunction next = pending.remove();
      functions.put(next.name(), new FunctionLowering(this, next).lower());
    }
    return new IrModule(module.name(), globals, functions, module.entry());
  }

  TypeLowering types() {
    return types;
  }

  ClassLowering classes() {
    return classes;
  }

  AdapterLowering adapters() {
    return adapters;
  }

  /// The instance of that name, which becomes part of the program.
  TypedFunction function(String name) {
    TypedFunction function = module.functions().get(name);
    if (function == null) {
      throw new CompilerBug("no instance named " + name);
    }
    request(function);
    return function;
  }

  /// A library function that the compiler itself calls.
  TypedFunction libraryFunction(String origin) {
    TypedFunction function = libraryByOrigin.get(origin);
    if (function == null) {
      throw new CompilerBug("no instance of " + origin);
    }
    request(function);
    return function;
  }

  /// The machine signature: captures, then parameters.
  IrType.Function signature(TypedFunction function) {
    var parameters = new ArrayList<IrType>(function.captures().size() + function.parameters().size());
    for (TypedVariable capture : function.captures()) {
      parameters.add(capture.cell() ? IrType.PTR : types.lower(capture.type()));
    }
    for (TypedVariable parameter : function.parameters()) {
      parameters.add(types.lower(parameter.type()));
    }
    return new IrType.Function(parameters, result(function));
  }

  IrType result(TypedFunction function) {
    return function.generator() == null ? types.lower(function.result()) : IrType.PTR;
  }

  /// Where a global variable lives.
  Slot globalSlot(TypedVariable variable) {
    Slot slot = globalSlots.get(variable);
    if (slot == null) {
      IrType type = types.lower(variable.type());
      String sourceName = variable.isTemporary() ? "" : Slot.sourceName(variable);
      Variable storage = new Variable(variable.name(), type, Variable.Scope.GLOBAL, sourceName);
      define(new IrGlobal(storage, null, false));
      Variable flag = null;
      if (variable.mayBeUnbound()) {
        flag = new Variable(variable.name() + ".bound", IrType.BOOL, Variable.Scope.GLOBAL, "");
        define(new IrGlobal(flag, null, false));
      }
      slot = new Slot(storage, type, null, flag);
      globalSlots.put(variable, slot);
    }
    return slot;
  }

  void define(IrGlobal global) {
    if (globals.put(global.variable().name(), global) != null) {
      throw new CompilerBug("two globals named " + global.variable().name());
    }
  }

  void define(IrFunction function) {
    if (functions.put(function.name(), function) != null) {
      throw new CompilerBug("two functions named " + function.name());
    }
  }

  /// Makes a C function known, unless the program defines one of that name.
  void declare(String symbol, IrType.Function signature, Set<String> attributes, Span span) {
    if (functions.containsKey(symbol) || requested.contains(symbol)) {
      return;
    }
    var parameters = new ArrayList<Variable>(signature.parameters().size());
    for (IrType type : signature.parameters()) {
      parameters.add(new Variable("p" + parameters.size(), type, Variable.Scope.PARAMETER, ""));
    }
    define(new IrFunction(symbol, symbol, symbol, parameters, signature.result(), null, null, attributes, span));
  }

  private void request(TypedFunction function) {
    if (requested.add(function.name())) {
      functions.remove(function.name());
      pending.add(function);
    }
  }

  private void exportUncaughtReport() {
    @Nullable TypedFunction report = libraryByOrigin.get("builtins._report_uncaught");
    if (report == null || module.functions().containsKey(REPORT_UNCAUGHT)) {
      return;
    }
    request(report);
    Span span = report.span();
    var exception = new Variable("exception", IrType.PTR, Variable.Scope.PARAMETER, "");
    IrOp call = Operations.call(report.name(), signature(report), List.of(Operations.get(exception, span)), span);
    define(
        new IrFunction(
            REPORT_UNCAUGHT,
            REPORT_UNCAUGHT,
            REPORT_UNCAUGHT,
            List.of(exception),
            IrType.I64,
            new IrOp.Return(call, span),
            null,
            Set.of("export"),
            span));
  }
}
