package io.codonj.core.pipeline;

import io.codonj.api.diagnostic.DiagnosticSink;
import io.codonj.api.ir.IrFunction;
import io.codonj.api.ir.IrGlobal;
import io.codonj.api.ir.IrModule;
import io.codonj.api.ir.IrOp;
import io.codonj.api.pass.AnalysisKey;
import io.codonj.api.pass.Instance;
import io.codonj.api.pass.OutlinedRegion;
import io.codonj.api.pass.PassContext;
import io.codonj.api.types.Type;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Answers passes during one run of the pipeline and collects the code that they ask for.
public final class PipelineContext implements PassContext {
  private final LibraryRealizer realizer;
  private final DiagnosticSink diagnostics;
  private final LinkedHashMap<String, IrFunction> newFunctions = new LinkedHashMap<>();
  private final LinkedHashMap<String, IrFunction> rewritten = new LinkedHashMap<>();
  private final LinkedHashMap<String, IrGlobal> newGlobals = new LinkedHashMap<>();
  private final Map<AnalysisKey<?>, Object> analyses = new IdentityHashMap<>();
  private @Nullable IrModule analysed;
  private int outlined;

  public PipelineContext(LibraryRealizer realizer, DiagnosticSink diagnostics) {
    this.realizer = realizer;
    this.diagnostics = diagnostics;
  }

  @Override
  public DiagnosticSink diagnostics() {
    return diagnostics;
  }

  @Override
  @SuppressWarnings("unchecked") // a key maps to the result of its own analysis
  public <T> T analysis(AnalysisKey<T> key, IrModule module) {
    if (analysed != module) {
      analyses.clear();
      analysed = module;
    }
    return (T) analyses.computeIfAbsent(key, wanted -> wanted.compute(module));
  }

  @Override
  public Optional<Instance> instance(String symbol) {
    return realizer.instance(symbol);
  }

  @Override
  public Optional<IrFunction> realize(String function, List<Type> argumentTypes) {
    return realizer.realize(function, argumentTypes).map(realization -> {
      realization.functions().forEach(this::add);
      realization.rewritten().forEach(changed -> rewritten.put(changed.name(), changed));
      realization.globals().forEach(global -> newGlobals.putIfAbsent(global.variable().name(), global));
      return realization.function();
    });
  }

  @Override
  public void add(IrFunction function) {
    newFunctions.putIfAbsent(function.name(), function);
  }

  @Override
  public Optional<OutlinedRegion> outline(IrFunction enclosing, IrOp region, String purpose) {
    String name = enclosing.name() + "." + purpose + "." + outlined;
    Optional<OutlinedRegion> result = RegionOutliner.outline(enclosing, region, name);
    result.ifPresent(made -> {
      outlined++;
      add(made.function());
    });
    return result;
  }

  /// The module with the code that was asked for since the last call; what the module has already stays.
  IrModule withNewCode(IrModule module) {
    boolean nothingNew = rewritten.isEmpty()
        && module.functions().keySet().containsAll(newFunctions.keySet())
        && module.globals().keySet().containsAll(newGlobals.keySet());
    if (!nothingNew) {
      var functions = new LinkedHashMap<>(module.functions());
      var globals = new LinkedHashMap<>(module.globals());
      newFunctions.forEach(functions::putIfAbsent);
      functions.putAll(rewritten);
      newGlobals.forEach(globals::putIfAbsent);
      module = new IrModule(module.name(), globals, functions, module.entry());
    }
    newFunctions.clear();
    rewritten.clear();
    newGlobals.clear();
    return module;
  }
}
