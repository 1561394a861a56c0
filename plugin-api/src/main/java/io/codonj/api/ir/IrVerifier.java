package io.codonj.api.ir;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Checks what every part of the compiler may rely on. It keeps going and reports all violations.
///
/// - the entry is a function with a body and without parameters; names in the maps are the names of the entries;
/// - variables are parameters of the function, locals with one type throughout, or globals of the module;
/// - operands have the types that their operations take ([OperatorTypes] for [IrOp.Operate]);
/// - direct calls name functions of the module and agree with their signatures;
/// - jumps name an enclosing loop or block, `continue` a loop; no label is nested in itself;
/// - a function with a result never runs off its end; returns and yields have the declared types;
/// - branches of an [IrOp.If] have its type or do not complete;
/// - symbols exist; constants fit their types.
public final class IrVerifier {
  private IrVerifier() {}

  /// The violations, empty when the module is well formed.
  public static List<IrViolation> verify(IrModule module) {
    List<IrViolation> violations = new ArrayList<>();
    verifyEntry(module, violations);
    for (Map.Entry<String, IrGlobal> entry : module.globals().entrySet()) {
      verifyGlobal(module, entry.getKey(), entry.getValue(), violations);
    }
    for (Map.Entry<String, IrFunction> entry : module.functions().entrySet()) {
      IrFunction function = entry.getValue();
      String place = "function @" + function.name();
      if (!entry.getKey().equals(function.name())) {
        violations.add(new IrViolation(place, "is listed as @" + entry.getKey(), ""));
      }
      if (module.globals().containsKey(function.name())) {
        violations.add(new IrViolation(place, "is a global too", ""));
      }
      verifyParameters(function, place, violations);
      if (function.body() != null) {
        new FunctionVerifier(module, function, place, violations).verify(function.body());
      }
    }
    return violations;
  }

  private static void verifyEntry(IrModule module, List<IrViolation> violations) {
    IrFunction entry = module.functions().get(module.entry());
    if (entry == null) {
      violations.add(new IrViolation("module", "there is no entry function @" + module.entry(), ""));
    } else if (entry.isExternal() || !entry.parameters().isEmpty()) {
      violations.add(new IrViolation("module", "the entry needs a body and no parameters", ""));
    }
  }

  private static void verifyParameters(IrFunction function, String place, List<IrViolation> violations) {
    Set<String> names = new HashSet<>();
    for (Variable parameter : function.parameters()) {
      if (parameter.scope() != Variable.Scope.PARAMETER) {
        violations.add(new IrViolation(place, "parameter " + parameter + " has scope " + parameter.scope(), ""));
      }
      if (!names.add(parameter.name())) {
        violations.add(new IrViolation(place, "two parameters are called " + parameter, ""));
      }
    }
    if (function.generator() != null && !function.result().equals(IrType.PTR)) {
      violations.add(new IrViolation(place, "a generator's result is ptr, not " + function.result(), ""));
    }
  }

  private static void verifyGlobal(IrModule module, String name, IrGlobal global, List<IrViolation> violations) {
    String place = "global @" + name;
    Variable variable = global.variable();
    if (!variable.name().equals(name) || variable.scope() != Variable.Scope.GLOBAL) {
      violations.add(new IrViolation(place, "is listed for the variable " + variable, ""));
    }
    IrOp initializer = global.initializer();
    if (initializer == null) {
      return;
    }
    if (!same(initializer.type(), variable.type())) {
      violations.add(
          new IrViolation(place, "has type " + variable.type() + " but is initialized by " + initializer.type(), ""));
    }
    verifyInitializer(module, place, initializer, violations);
  }

  private static void verifyInitializer(IrModule module, String place, IrOp op, List<IrViolation> violations) {
    switch (op) {
      case IrOp.Constant constant -> {
        String problem = constantProblem(module, constant);
        if (problem != null) {
          violations.add(new IrViolation(place, problem, ""));
        }
      }
      case IrOp.MakeStruct make -> make.fields().forEach(field -> verifyInitializer(module, place, field, violations));
      default -> violations.add(new IrViolation(place, "is initialized by something not constant", brief(op)));
    }
  }

  static @Nullable String constantProblem(IrModule module, IrOp.Constant constant) {
    IrType type = constant.type();
    if (constant.value() instanceof IrOp.Symbol symbol
        && !module.functions().containsKey(symbol.name())
        && !module.globals().containsKey(symbol.name())) {
      return "there is no function or global @" + symbol.name();
    }
    boolean fits = switch (constant.value()) {
      case Long value -> type instanceof IrType.Int(var bits) && fits(BigInteger.valueOf(value), bits);
      case BigInteger value -> type instanceof IrType.Int(var bits) && fits(value, bits);
      case Double _ -> type instanceof IrType.Float;
      case IrOp.Symbol _ -> isAddress(type);
      case IrOp.Data data -> isAddress(type) && data.latin1().chars().allMatch(c -> c < 256);
      case IrOp.Filler _ -> true;
      default -> false;
    };
    return fits ? null : "a constant of type " + type + " cannot be " + constant.value();
  }

  /// Both the signed and the unsigned reading of a width are accepted.
  private static boolean fits(BigInteger value, int bits) {
    return value.bitLength() <= (value.signum() < 0 ? bits - 1 : bits);
  }

  static boolean isAddress(IrType type) {
    return type instanceof IrType.Pointer || type instanceof IrType.Function;
  }

  /// Function types are pointers as values.
  static boolean same(IrType one, IrType other) {
    return one.equals(other)
        || (one instanceof IrType.Function && other.equals(IrType.PTR))
        || (other instanceof IrType.Function && one.equals(IrType.PTR));
  }

  static String brief(IrOp op) {
    String text = IrPrinter.print(op).replace("\n", " ").replaceAll(" +", " ");
    return text.length() <= 160 ? text : text.substring(0, 157) + "...";
  }
}
