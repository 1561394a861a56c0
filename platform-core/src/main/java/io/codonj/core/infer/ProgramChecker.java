package io.codonj.core.infer;

import io.codonj.api.ast.Module;
import io.codonj.api.source.Span;
import io.codonj.api.types.Type;
import io.codonj.api.types.Type.ClassType;
import io.codonj.core.typed.TypedClass;
import io.codonj.core.typed.TypedFunction;
import io.codonj.core.typed.TypedModule;
import io.codonj.core.typed.TypedVariable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Checks a whole program, from the top level of its main module to whatever that reaches.
final class ProgramChecker {
  private static final int MAX_ROUNDS = 1000;
  private final Program program;

  ProgramChecker(Program program) {
    this.program = program;
  }

  TypedModule check(Module main) {
    var module = new ModuleSymbol("__main__", List.of(main), false, false);
    program.modules.put("__main__", module);
    program.declarations().declare(module);
    Instance entry = ModuleInstances.of(program, module);
    var entryPoints = new ArrayList<Instance>();
    entryPoints.add(entry);
    Span start = new Span(main.span().file(), 0, 0);
    Instances.realize(program, entry, start);
    entryPoints.addAll(new EntryPoints(program).realize(start));
    entryPoints.addAll(new ExportedFunctions(program).realize(start));
    settle(start);
    unresolved();
    TypedModule checked = assemble(entry, entryPoints);
    if (!program.restartRequested) {
      UncalledFunctions.check(program, entry.body);
    }
    return checked;
  }

  /// What instances can be added to once the program is checked.
  LibraryInstances instances(Module main) {
    ModuleSymbol module = program.modules.get("__main__");
    return new LibraryInstances(program, ModuleInstances.of(program, module), new Span(main.span().file(), 0, 0));
  }

  /// Repeats until nothing is left to learn; then lets what nothing determines take its default, and goes on.
  void settle(Span start) {
    for (int round = 0; round < MAX_ROUNDS; round++) {
      int before = program.types.progress();
      boolean added = false;
      for (Dispatcher dispatcher : List.copyOf(program.dispatchers.values())) {
        added |= dispatcher.update();
      }
      for (Instance instance : List.copyOf(program.incomplete)) {
        Instances.realize(program, instance, start);
      }
      boolean written = program.dispatchers.values().stream().allMatch(Dispatcher::write);
      if (added || program.types.progress() != before) {
        program.speculate = false;
        continue;
      }
      if (program.incomplete.isEmpty() && written) {
        return;
      }
      if (program.applyDefaults) {
        return;
      }
      if (!program.speculate) {
        program.speculate = true;
        program.incomplete.forEach(i -> i.triedAt = -1);
        continue;
      }
      if (emptyDisplays(start)) {
        program.speculate = false;
        continue;
      }
      program.applyDefaults = true;
      program.incomplete.forEach(i -> i.triedAt = -1);
    }
  }

  /// Takes the empty displays of one function for empty ones that hold nothing, as in `for item in items or []` when no
  /// items are given: what waits for the types of their items goes on, and determines other types. True if it did.
  private boolean emptyDisplays(Span start) {
    int before = program.types.progress();
    for (Instance instance : List.copyOf(program.incomplete)) {
      instance.triedAt = -1;
      program.emptied = instance;
      Instances.realize(program, instance, start);
      program.emptied = null;
      if (program.types.progress() != before) {
        return true;
      }
    }
    return false;
  }

  private void unresolved() {
    if (program.restartRequested) {
      return;
    }
    boolean failed = program.instances.values().stream().anyMatch(i -> !i.problems.isEmpty());
    if (failed) {
      return;
    }
    for (Instance instance : program.incomplete) {
      program.problems.add(UnresolvedReport.of(program, instance).diagnostic());
    }
  }

  TypedModule assemble(Instance entry, List<Instance> entryPoints) {
    var functions = new LinkedHashMap<String, TypedFunction>();
    var pending = new ArrayDeque<Instance>(entryPoints);
    Set<String> seen = new LinkedHashSet<>();
    entryPoints.forEach(e -> seen.add(e.name));
    while (!pending.isEmpty()) {
      Instance instance = pending.removeFirst();
      program.problems.addAll(instance.problems);
      if (instance.typed != null) {
        functions.put(instance.name, instance.typed);
      }
      var callees = new ArrayList<>(instance.callees);
      if (instance.body != null) {
        callees.addAll(instance.body.instance.callees);
      }
      for (String callee : callees) {
        if (seen.add(callee)) {
          pending.add(program.instances.get(callee));
        }
      }
    }
    var classes = new LinkedHashMap<Type, TypedClass>();
    if (program.problems.isEmpty() && !program.restartRequested) {
      new ClassCollector(program, classes).collect(functions.values());
    }
    var globals = new ArrayList<TypedVariable>();
    for (TypedVariable global : program.globals.values()) {
      Type type = program.types.resolve(global.type());
      if (program.types.isGround(type)) {
        global.type(type);
        globals.add(global);
      }
    }
    return new TypedModule("__main__", functions, classes, globals, entry.name);
  }

  static boolean isUser(ClassType type) {
    return type.name().contains(".");
  }
}
