package io.codonj.core.infer;

import io.codonj.api.ast.AstRewriter;
import io.codonj.api.ast.Expr;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Functions that the program never calls have no instance, so their types are not inferred. What can be known without
/// a call is checked still: the names that they use, and their bodies if annotations say all that a call would.
final class UncalledFunctions {
  /// Names that mean something only where they are called.
  private static final Set<String> SPECIAL =
      Set.of("super", "NotImplemented", "property", "classmethod", "staticmethod", "Literal", "Static");

  private final Program program;
  private final Set<FunctionSymbol> called = Collections.newSetFromMap(new IdentityHashMap<>());

  private final Map<ModuleSymbol, Set<String>> globals = new HashMap<>();

  private UncalledFunctions(Program program) {
    this.program = program;
    program.instances.values().forEach(instance -> called.add(instance.symbol));
  }

  /// @param body of the module from which the functions are called
  static void check(Program program, Body body) {
    var functions = new UncalledFunctions(program);
    var uncalled = new ArrayList<FunctionSymbol>();
    for (FunctionSymbol function : program.functions.values()) {
      boolean written = !function.synthetic && !function.module.isLibrary && function.enclosing == null;
      if (written && !functions.called.contains(function)) {
        uncalled.add(function);
      }
    }
    uncalled.forEach(functions::checkNames);
    if (program.problems.isEmpty()) {
      var types = new UncalledTypes(program, body);
      uncalled.forEach(types::check);
    }
  }

  private void checkNames(FunctionSymbol function) {
    var uses = new Uses(function, new HashSet<>(function.scope().free));
    uses.statements(function.definition.body());
    function.parameters().forEach(each -> uses.annotation(each.annotation()));
    uses.annotation(function.definition.returns());
  }

  private boolean isKnown(FunctionSymbol function, String name) {
    return program.member(function.module, name) != null
        || program.member(program.builtins(), name) != null
        || SPECIAL.contains(name) || SpecialFunctions.NAMES.contains(name)
        || name.startsWith("__") && name.endsWith("__")
        || Names.PROTOCOLS.contains(name)
        || isTypeParameter(function, name)
        || globals.computeIfAbsent(function.module, UncalledFunctions::globals).contains(name);
  }

  /// Names that functions of the module bind with `global`.
  private static Set<String> globals(ModuleSymbol module) {
    var names = new HashSet<String>();
    module.files.forEach(file -> file.body().forEach(statement -> AssignedNames.globals(statement, names)));
    return names;
  }

  private static boolean isTypeParameter(FunctionSymbol function, String name) {
    return function.definition.typeParameters().stream().anyMatch(each -> each.name().equals(name))
        || function.owner != null && function.owner.typeParameters.contains(name);
  }

  /// Reports the first use of each unknown name.
  private final class Uses extends AstRewriter {
    private final FunctionSymbol function;

    /// Names that the body finds outside of itself and that have not been looked at.
    private final Set<String> free;

    private boolean isAnnotation;

    Uses(FunctionSymbol function, Set<String> free) {
      this.function = function;
      this.free = free;
    }

    void annotation(@Nullable Expr annotation) {
      isAnnotation = true;
      optional(annotation);
      isAnnotation = false;
    }

    private boolean isUnchecked(String name) {
      return free.remove(name) || isAnnotation && !function.scope().parameters.contains(name);
    }

    @Override
    public Expr expression(Expr expression) {
      if (expression instanceof Expr.Name name && isUnchecked(name.name()) && !isKnown(function, name.name())) {
        program.problems.add(
            Suggestions.undefinedName(program, function.module, function.scope().bound, name).diagnostic());
      }
      return super.expression(expression);
    }
  }
}
