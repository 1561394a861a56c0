package io.codonj.core.infer;

import io.codonj.api.diagnostic.Diagnostic;
import io.codonj.api.source.Span;
import io.codonj.api.types.Type;
import io.codonj.api.types.Type.ClassType;
import io.codonj.core.typed.TypeNames;
import io.codonj.core.typed.TypedFunction;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Finds or makes the instance of a function for given argument types, and has its body checked.
final class Instances {
  private Instances() {}

  /// @param declared the annotated result, null without annotation
  /// @return null when a type parameter is still unknown
  static @Nullable Instance get(
      Program program, FunctionSymbol function, List<Type> parameterTypes, Map<String, Type> typeArguments,
      @Nullable Type declared) {
    var resolved = new TreeMap<String, Type>();
    var own = new StringBuilder();
    for (var entry : typeArguments.entrySet()) {
      Type type = program.types.resolve(entry.getValue());
      resolved.put(entry.getKey(), type);
      if (!program.types.isGround(type)) {
        if (function.typeParameterNames != null && function.typeParameterNames.contains(entry.getKey())) {
          return null;
        }
        continue;
      }
    }
    resolved.forEach((name, type) -> own.append(own.isEmpty() ? "" : ",").append(name).append('=').append(TypeNames.qualified(type)));
    var key = new StringBuilder(function.name).append('[');
    for (int i = 0; i < parameterTypes.size(); i++) {
      key.append(i == 0 ? "" : ", ").append(TypeNames.qualified(parameterTypes.get(i)));
    }
    key.append(']');
    if (!own.isEmpty()) {
      key.append('{').append(own).append('}');
    }
    String name = key.toString();
    var known = program.instances.get(name);
    if (known != null) {
      return known;
    }
    Type result = declared != null ? program.types.resolve(declared) : program.facts.getOrDefault("result " + name,
        program.types.fresh());
    boolean generic = declared != null && new TypeResolver(program).isGeneric(result);
    var instance = new Instance(name, function, parameterTypes, new HashMap<>(resolved),
        generic ? program.types.fresh() : result);
    instance.resultAnnotated = declared != null && !generic;
    if (AsyncFunctions.suspends(function.definition, function.scope())) {
      GeneratorTypes.set(program, instance, generic || declared == null ? null : result);
    }
    program.instances.put(name, instance);
    return instance;
  }

  /// Checks the body unless that is done or under way.
  static void realize(Program program, Instance instance, Span from) {
    boolean again = instance.state == Instance.State.INCOMPLETE && instance.triedAt != program.types.progress();
    if (instance.state != Instance.State.NEW && !again) {
      return;
    }
    if (EndlessInstances.isEndless(program.running, instance)) {
      throw CheckError.at(from, InferenceCode.ENDLESS_INSTANCES,
          "'" + instance.symbol.displayName + "' calls itself with ever new types");
    }
    instance.state = Instance.State.RUNNING;
    program.running.add(instance);
    program.sites.add(from);
    try {
      if (instance.body == null) {
        instance.body = new Body(program, instance);
      }
      instance.body.run();
    } finally {
      program.running.removeLast();
      program.sites.removeLast();
    }
    if (instance.state == Instance.State.INCOMPLETE) {
      program.incomplete.add(instance);
    } else {
      program.incomplete.remove(instance);
    }
    if (!instance.problems.isEmpty() && instance.symbol.module.isLibrary) {
      program.hasLibraryProblems = true;
      blame(instance, userSite(program, from));
    }
  }

  /// The innermost call in the user's sources that led here.
  private static Span userSite(Program program, Span from) {
    if (!isInLibrary(from)) {
      return from;
    }
    return program.sites.reversed().stream().filter(site -> site.exists() && !isInLibrary(site)).findFirst().orElse(from);
  }

  private static boolean isInLibrary(Span span) {
    return span.file().path().startsWith("<codonj>");
  }

  /// An error inside the library is the user's: it is shown where the library was called.
  private static void blame(Instance instance, Span from) {
    for (int i = 0; i < instance.problems.size(); i++) {
      Diagnostic problem = instance.problems.get(i);
      if (!problem.span().exists() || isInLibrary(problem.span())) {
        var moved = Diagnostic.of(problem.code(), from, problem.message());
        instance.problems.set(i, isInLibrary(from) ? moved
            : moved.withNote("found in " + problem.span() + " (" + instance.symbol.name + ")"));
      }
    }
  }
}
