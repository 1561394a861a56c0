package io.codonj.core.lower;

import io.codonj.api.diagnostic.CompilerBug;
import io.codonj.api.ir.IrFunction;
import io.codonj.api.ir.IrGlobal;
import io.codonj.api.ir.IrModule;
import io.codonj.api.ir.IrOp;
import io.codonj.api.ir.IrType;
import io.codonj.api.ir.Operator;
import io.codonj.api.ir.Variable;
import io.codonj.api.source.SourceFile;
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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.SequencedMap;
import java.util.Set;

/// The program being built: functions and globals are added when something names them.
final class ProgramBuilder {
  /// What the C runtime calls: origins in the library and the names that it knows.
  private static final SequencedMap<String, String> RUNTIME_ENTRIES = new LinkedHashMap<>();

  static {
    RUNTIME_ENTRIES.put("builtins._report_uncaught", "cj_report_uncaught");
    RUNTIME_ENTRIES.put("builtins._exception_text", "cj_exception_text");
    RUNTIME_ENTRIES.put("builtins._report_group", "cj_report_group");
    RUNTIME_ENTRIES.put("builtins._exception_cause", "cj_exception_cause");
    RUNTIME_ENTRIES.put("builtins._exception_context", "cj_exception_context");
    RUNTIME_ENTRIES.put("builtins._system_exit_status", "cj_system_exit_status");
    RUNTIME_ENTRIES.put("builtins._raise_recursion_error", "cj_raise_recursion_error");
  }

  /// The place of what stands before exported functions; tracebacks leave out files of this kind.
  private static final Span BEFORE_EXPORTED = new Span(new SourceFile("<codonj>/exported", "\n"), 0, 0);

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
        define(exported(function));
      }
    }
    exportRuntimeEntries();
    lowerPending();
    return new IrModule(module.name(), globals, functions, module.entry());
  }

  /// Only these functions and what they use.
  IrModule build(List<String> names) {
    names.forEach(this::function);
    lowerPending();
    return new IrModule(module.name(), globals, functions, names.getFirst());
  }

  private void lowerPending() {
    while (!pending.isEmpty()) {
      TypedFunction next = pending.remove();
      functions.put(next.name(), new FunctionLowering(this, next).lower());
    }
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

  /// A call of a C function, which becomes known unless the program defines one of that name. A second signature of
  /// the same function is called through its address.
  IrOp callForeign(
      String symbol, IrType.Function signature, Set<String> attributes, List<IrOp> arguments, Span span) {
    TypedFunction own = module.functions().get(symbol);
    if (own != null) {
      request(own);
    } else if (!functions.containsKey(symbol)) {
      define(
          new IrFunction(
              symbol, symbol, symbol, parameters(signature), signature.result(), null, null, attributes, span));
    }
    IrType.Function known = own != null ? signature(own) : functions.get(symbol).signature();
    IrOp callee = Operations.symbol(symbol, span);
    if (!known.equals(signature)) {
      callee = Operations.operate(Operator.BITCAST, IrType.PTR, span, callee);
    }
    return new IrOp.Call(callee, signature, arguments, span);
  }

  private void request(TypedFunction function) {
    if (requested.add(function.name())) {
      pending.add(function);
    }
  }

  /// Functions of the library that the C runtime calls, under the names that it knows.
  private void exportRuntimeEntries() {
    for (Map.Entry<String, String> entry : RUNTIME_ENTRIES.entrySet()) {
      TypedFunction function = libraryByOrigin.get(entry.getKey());
      if (function != null && !module.functions().containsKey(entry.getValue())) {
        request(function);
        define(runtimeEntry(entry.getValue(), function, function.span()));
      }
    }
  }

  private IrFunction runtimeEntry(String symbol, TypedFunction function, Span span) {
    IrType.Function signature = signature(function);
    List<Variable> parameters = parameters(signature);
    var arguments = new ArrayList<IrOp>(parameters.size());
    for (Variable parameter : parameters) {
      arguments.add(Operations.get(parameter, span));
    }
    IrOp call = Operations.call(function.name(), signature, arguments, span);
    IrOp body = signature.result() instanceof IrType.Unit ? call : new IrOp.Return(call, span);
    Set<String> attributes = function.attributes().contains("noreturn") ? Set.of("export", "noreturn") : Set.of("export");
    return new IrFunction(symbol, symbol, symbol, parameters, signature.result(), body, null, attributes, span);
  }

  /// `f` as C sees it: starts the program if nobody has, then calls the function.
  private IrFunction exported(TypedFunction function) {
    Span span = BEFORE_EXPORTED;
    IrFunction entry = runtimeEntry(function.displayName(), function, span);
    var nothing = new IrType.Function(List.of(), IrType.UNIT);
    IrOp start = callForeign("cj_host_enter", nothing, Set.of(), List.of(), span);
    Set<String> attributes = new LinkedHashSet<>(entry.attributes());
    attributes.add("visible");
    IrOp body = Operations.sequence(span, start, Objects.requireNonNull(entry.body()));
    return new IrFunction(
        entry.name(), entry.name(), entry.name(), entry.parameters(), entry.result(), body, null, attributes, span);
  }

  private static List<Variable> parameters(IrType.Function signature) {
    var parameters = new ArrayList<Variable>(signature.parameters().size());
    for (IrType type : signature.parameters()) {
      parameters.add(new Variable("p" + parameters.size(), type, Variable.Scope.PARAMETER, ""));
    }
    return parameters;
  }
}
