package io.codonj.core.lower;

import io.codonj.api.ir.IrModule;
import io.codonj.api.source.Span;
import io.codonj.api.types.Type;
import io.codonj.core.typed.TypedClass;
import io.codonj.core.typed.TypedExpr;
import io.codonj.core.typed.TypedFunction;
import io.codonj.core.typed.TypedModule;
import io.codonj.core.typed.TypedStmt;
import io.codonj.core.typed.TypedVariable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Makes typed programs in few words. The functions that the compiler itself calls are already there.
final class TypedProgram {
  static final Type INT = Type.ClassType.of("int");
  static final Type BOOL = Type.ClassType.of("bool");
  static final Type FLOAT = Type.ClassType.of("float");
  static final Type STR = Type.ClassType.of("str");
  static final Type NONE = Type.ClassType.of("NoneType");
  private static final String ENTRY = "__main__";

  private final LinkedHashMap<String, TypedFunction> functions = new LinkedHashMap<>();
  private final LinkedHashMap<Type, TypedClass> classes = new LinkedHashMap<>();
  private final List<TypedVariable> globals = new ArrayList<>();

  TypedProgram() {
    for (String error : List.of("_unbound_local_error", "_name_error")) {
      var name = new TypedVariable("name", TypedVariable.Scope.PARAMETER, STR, Span.NONE);
      add(function("builtins." + error, List.of(), List.of(name), NONE, Set.of("noreturn", "library"),
          new TypedExpr.CallForeign("abort", "", List.of(), NONE, Span.NONE)));
    }
  }

  static Type optional(Type value) {
    return new Type.OptionalType(value);
  }

  static Type generator(Type yielded) {
    return Type.ClassType.of("Generator", yielded);
  }

  static TypedVariable local(String name, Type type) {
    return new TypedVariable(name, TypedVariable.Scope.LOCAL, type, Span.NONE);
  }

  static TypedVariable parameter(String name, Type type) {
    return new TypedVariable(name, TypedVariable.Scope.PARAMETER, type, Span.NONE);
  }

  TypedVariable global(String name, Type type) {
    var variable = new TypedVariable(name, TypedVariable.Scope.GLOBAL, type, Span.NONE);
    globals.add(variable);
    return variable;
  }

  Type header(String name, List<Type> bases, TypedClass.Field... fields) {
    return add(name, bases, false, true, fields);
  }

  Type plain(String name, TypedClass.Field... fields) {
    return add(name, List.of(), false, false, fields);
  }

  Type value(String name, TypedClass.Field... fields) {
    return add(name, List.of(), true, false, fields);
  }

  private Type add(String name, List<Type> bases, boolean isValue, boolean hasHeader, TypedClass.Field... fields) {
    var type = Type.ClassType.of(name);
    var ancestors = new ArrayList<Type>();
    ancestors.add(type);
    ancestors.addAll(bases);
    classes.put(type, new TypedClass(type, List.of(fields), isValue, hasHeader, ancestors, type.shortName()));
    return type;
  }

  TypedFunction add(TypedFunction function) {
    functions.put(function.name(), function);
    return function;
  }

  TypedFunction function(String name, List<TypedVariable> parameters, Type result, TypedStmt... body) {
    return add(function(name, List.of(), parameters, result, null, Set.of(), List.of(body), null));
  }

  TypedFunction closure(
      String name, List<TypedVariable> captures, List<TypedVariable> parameters, Type result, TypedStmt... body) {
    return add(function(name, captures, parameters, result, null, Set.of(), List.of(body), null));
  }

  TypedFunction generator(String name, List<TypedVariable> parameters, Type yielded, TypedStmt... body) {
    var generator = new TypedFunction.Generator(yielded, NONE, NONE);
    return add(function(name, List.of(), parameters, generator(yielded), generator, Set.of(), List.of(body), null));
  }

  TypedFunction inline(String name, List<TypedVariable> parameters, Type result, String text) {
    return add(function(name, List.of(), parameters, result, null, Set.of(), List.of(),
        new TypedFunction.InlineText(text, List.of(), Span.NONE)));
  }

  TypedFunction exported(String name, List<TypedVariable> parameters, Type result, TypedStmt... body) {
    String qualified = "program." + name;
    return add(new TypedFunction(
        qualified, name, qualified, List.of(), parameters, result, null, List.of(body), Set.of("export"), null, Span.NONE));
  }

  /// The IR of a program whose top level is `body`.
  IrModule lower(TypedStmt... body) {
    function(ENTRY, List.of(), NONE, body);
    return Lowering.lower(new TypedModule("program", functions, classes, globals, ENTRY));
  }

  private static TypedFunction function(
      String name, List<TypedVariable> captures, List<TypedVariable> parameters, Type result,
      Set<String> attributes, TypedExpr body) {
    return function(
        name, captures, parameters, result, null, attributes, List.of(new TypedStmt.Evaluate(body, Span.NONE)), null);
  }

  private static TypedFunction function(
      String name, List<TypedVariable> captures, List<TypedVariable> parameters, Type result,
      TypedFunction.@Nullable Generator generator, Set<String> attributes, List<TypedStmt> body,
      TypedFunction.@Nullable InlineText inlineText) {
    return new TypedFunction(
        name, name, name, captures, parameters, result, generator, body, attributes, inlineText, Span.NONE);
  }
}
