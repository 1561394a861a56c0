package io.codonj.core.infer;

import io.codonj.api.ast.Expr;
import io.codonj.api.ast.Origin;
import io.codonj.api.source.Span;
import io.codonj.api.types.Type;
import io.codonj.core.typed.TypedExpr;
import io.codonj.core.typed.TypedFunction;
import io.codonj.core.typed.TypedModule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A checked program to which instances of functions can be added afterwards.
///
/// The types of the program's own code are settled by then: an instance that would widen one of them is not made.
public final class LibraryInstances {
  private final Program program;
  private final Instance entry;
  private final Span start;
  private int requests;

  LibraryInstances(Program program, Instance entry, Span start) {
    this.program = program;
    this.entry = entry;
    this.start = start;
  }

  /// A function that was asked for.
  ///
  /// @param name of the instance
  /// @param program the instance and all that it calls
  /// @param rewritten virtual calls of the program proper which now know further classes
  public record Addition(String name, TypedModule program, List<String> rewritten) {}

  /// @param function qualified name of the definition
  public record Known(String function, List<Type> argumentTypes, Type result) {}

  public Optional<Known> instance(String name) {
    Instance instance = program.instances.get(name);
    if (instance == null || instance.typed == null) {
      return Optional.empty();
    }
    TypedFunction typed = instance.typed;
    var types = typed.parameters().stream().map(p -> program.types.resolve(p.type())).toList();
    return Optional.of(new Known(definition(typed.origin()), types, program.types.resolve(typed.result())));
  }

  /// The first definition of that name that takes exactly these types, one for each parameter.
  public Optional<Addition> realize(String function, List<Type> types) {
    return DeepStack.run(() -> add(function, types), Optional.empty());
  }

  private Optional<Addition> add(String function, List<Type> types) {
    Map<String, @Nullable TypedFunction> before = new HashMap<>();
    program.dispatchers.keySet().forEach(name -> before.put(name, program.instances.get(name).typed));
    int problems = program.problems.size();
    try {
      String name = instantiate(function, types);
      if (name == null) {
        return Optional.empty();
      }
      Instance instance = program.instances.get(name);
      var checker = new ProgramChecker(program);
      checker.settle(start);
      boolean settled = instance.typed != null && !program.restartRequested && program.incomplete.isEmpty();
      if (!settled) {
        return Optional.empty();
      }
      var rewritten = new ArrayList<String>();
      var roots = new ArrayList<>(List.of(instance));
      roots.addAll(new EntryPoints(program).realize(start));
      before.forEach((dispatcher, typed) -> {
        if (program.instances.get(dispatcher).typed != typed) {
          rewritten.add(dispatcher);
          roots.add(program.instances.get(dispatcher));
        }
      });
      TypedModule module = checker.assemble(instance, roots);
      return program.problems.size() > problems ? Optional.empty() : Optional.of(new Addition(name, module, rewritten));
    } catch (CheckError error) {
      return Optional.empty();
    } finally {
      program.restartRequested = false;
      while (program.problems.size() > problems) {
        program.problems.removeLast();
      }
    }
  }

  /// Name of the instance; null when no definition takes the types.
  private @Nullable String instantiate(String function, List<Type> types) {
    Body body = entry.body;
    if (body == null) {
      return null;
    }
    for (FunctionSymbol candidate : candidates(function)) {
      if (candidate.parameters().size() != types.size() || candidate.enclosing != null) {
        continue;
      }
      var known = candidate.owner != null && candidate.takesSelf()
          ? body.members.typeArguments(types.getFirst(), candidate) : Map.<String, Type>of();
      var arguments = body.calls.invocations.typeArguments(candidate, known, null);
      int mark = program.types.mark();
      if (!takes(body, candidate, types, arguments)) {
        program.types.rollback(mark);
        continue;
      }
      var values = types.stream().<TypedExpr>map(t -> new TypedExpr.Undefined(t, start)).toList();
      Expr node = new Expr.NoneLiteral(new Origin(start, Integer.MIN_VALUE / 2 - requests++));
      TypedExpr call = body.calls.invocations.finish(candidate, types, values, arguments, node);
      return call instanceof TypedExpr.CallFunction made ? made.function() : null;
    }
    return null;
  }

  private boolean takes(Body body, FunctionSymbol candidate, List<Type> types, Map<String, Type> arguments) {
    for (int i = 0; i < types.size(); i++) {
      boolean collects = switch (candidate.parameters().get(i).kind()) {
        case STAR, DOUBLE_STAR -> true;
        default -> false;
      };
      Type declared = collects ? null : body.calls.invocations.declared(candidate, i, arguments);
      if (declared != null && !program.types.unify(declared, types.get(i))) {
        return false;
      }
    }
    return true;
  }

  private List<FunctionSymbol> candidates(String function) {
    int dot = function.lastIndexOf('.');
    if (dot < 0) {
      return List.of();
    }
    String owner = function.substring(0, dot);
    String name = function.substring(dot + 1);
    ClassSymbol symbol = program.classes.get(owner);
    if (symbol != null) {
      return symbol.findMethods(name);
    }
    ModuleSymbol module = program.module(owner, null);
    if (module == null || !(module.members.get(name) instanceof FunctionSymbol found)) {
      return List.of();
    }
    return found.overloads.isEmpty() ? List.of(found) : found.overloads;
  }

  /// Overloads after the first carry marks.
  private static String definition(String origin) {
    int end = origin.length();
    while (end > 0 && origin.charAt(end - 1) == '\'') {
      end--;
    }
    return origin.substring(0, end);
  }
}
