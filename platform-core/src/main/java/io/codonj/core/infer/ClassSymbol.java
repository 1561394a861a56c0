package io.codonj.core.infer;

import io.codonj.api.ast.Expr;
import io.codonj.api.ast.Stmt;
import io.codonj.api.types.Type;
import io.codonj.api.types.Type.ClassType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A class definition, generic until it is instantiated.
final class ClassSymbol implements Symbol {
  /// Where a field's type comes from: an annotation, or the assignments to `self.name` when it is null.
  record Field(String name, @Nullable Expr annotation, @Nullable Expr defaultValue, ClassSymbol owner) {}

  final String name;
  final Stmt.ClassDef definition;
  final ModuleSymbol module;
  final @Nullable Body enclosing;
  final Map<String, Type> typeContext;

  final List<String> typeParameters = new ArrayList<>();

  /// Bases with type arguments in terms of this class's parameters.
  final List<ClassType> bases = new ArrayList<>();

  /// The class itself, then its ancestors in method resolution order.
  List<ClassSymbol> linearization = new ArrayList<>();

  final Set<ClassSymbol> subclasses = new LinkedHashSet<>();
  final Map<String, List<FunctionSymbol>> methods = new LinkedHashMap<>();
  /// Methods of `object` that derived classes override.
  final Map<String, List<FunctionSymbol>> defaultMethods = new LinkedHashMap<>();

  final Map<String, FunctionSymbol> setters = new LinkedHashMap<>();
  final Map<String, FunctionSymbol> deleters = new LinkedHashMap<>();
  final Map<String, Field> fields = new LinkedHashMap<>();

  /// Class variables with their initial values; each is a global variable.
  final Map<String, Field> classVariables = new LinkedHashMap<>();

  /// Other statements of the body, in order.
  final List<ClassStatements.Step> steps = new ArrayList<>();

  /// Class variables that objects may have values of their own for while the variable itself changes as well.
  final Set<String> shadowing = new LinkedHashSet<>();

  final Map<String, ClassSymbol> nestedClasses = new LinkedHashMap<>();

  boolean isValue;
  boolean isPrimitive;
  boolean hasHeader = true;
  boolean isEnum;
  boolean isFrozen;
  boolean isDataclass;
  boolean isNamedTuple;
  boolean isProtocol;

  /// Declared with `@tuple`.
  boolean isTupleClass;
  final Set<String> constants = new LinkedHashSet<>();

  /// Names of enum members in order.
  final List<String> members = new ArrayList<>();

  /// For a class in a function: a closure of what its methods capture; null when they capture nothing.
  @Nullable FunctionSymbol environment;

  List<String> matchArguments = List.of();
  boolean declared;

  /// What the class's name means once a decorator has put something else in its place; null otherwise.
  io.codonj.core.typed.@Nullable TypedVariable replacement;

  /// Methods that decorators replaced: class variables whose value is called with the object as first argument.
  final Set<String> decorated = new LinkedHashSet<>();

  /// Bodies of `@extend class` seen before this class.
  final List<Stmt.ClassDef> extensions = new ArrayList<>();

  ClassSymbol(
      String name, Stmt.ClassDef definition, ModuleSymbol module, @Nullable Body enclosing,
      Map<String, Type> typeContext) {
    this.name = name;
    this.definition = definition;
    this.module = module;
    this.enclosing = enclosing;
    this.typeContext = typeContext;
  }

  String shortName() {
    return definition.name();
  }

  /// Finds the methods of a name along the linearization, nearest class first.
  List<FunctionSymbol> findMethods(String method) {
    for (ClassSymbol ancestor : linearization) {
      var found = ancestor.methods.get(method);
      if (found != null) {
        return found;
      }
    }
    for (ClassSymbol ancestor : linearization) {
      var found = ancestor.defaultMethods.get(method);
      if (found != null) {
        return found;
      }
    }
    return List.of();
  }

  @Nullable Field findField(String field) {
    for (ClassSymbol ancestor : linearization) {
      var found = ancestor.fields.get(field);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  @Nullable ClassSymbol findClassVariable(String variable) {
    for (ClassSymbol ancestor : linearization) {
      if (ancestor.classVariables.containsKey(variable)) {
        return ancestor;
      }
    }
    return null;
  }

  @Nullable ClassSymbol findNestedClass(String nested) {
    for (ClassSymbol ancestor : linearization) {
      var found = ancestor.nestedClasses.get(nested);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  boolean isSubclassOf(ClassSymbol other) {
    return linearization.contains(other);
  }

  Set<String> abstractMethods() {
    var result = new LinkedHashSet<String>();
    for (int i = linearization.size() - 1; i >= 0; i--) {
      linearization.get(i).methods.forEach((name, overloads) -> {
        if (overloads.getFirst().isAbstract) {
          result.add(name);
        } else {
          result.remove(name);
        }
      });
      linearization.get(i).classVariables.keySet().forEach(result::remove);
      linearization.get(i).fields.keySet().forEach(result::remove);
    }
    return result;
  }

  @Override
  public String toString() {
    return name;
  }
}
