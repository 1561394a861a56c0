package io.codonj.core.infer;

import io.codonj.api.types.Type;
import io.codonj.api.types.Type.ClassType;
import io.codonj.core.typed.TypedClass;
import io.codonj.core.typed.TypedFunction;
import io.codonj.core.typed.TypedVariable;
import java.util.Collection;
import java.util.SequencedMap;

/// Lays out every class that the program mentions, with its ancestors.
final class ClassCollector {
  private final Program program;
  private final SequencedMap<Type, TypedClass> classes;

  ClassCollector(Program program, SequencedMap<Type, TypedClass> classes) {
    this.program = program;
    this.classes = classes;
  }

  void collect(Collection<TypedFunction> functions) {
    program.constructed.forEach(this::add);
    program.caught.forEach(this::add);
    for (TypedFunction function : functions) {
      new TypedTypes(this::add, v -> v.type(program.types.resolve(v.type()))).visit(function);
    }
    program.globals.values().stream().map(TypedVariable::type).forEach(this::add);
  }

  private void add(Type given) {
    switch (program.types.resolve(given)) {
      case ClassType c -> addClass(c);
      case Type.TupleType(var elements) -> elements.forEach(this::add);
      case Type.OptionalType(var value) -> add(value);
      case Type.UnionType(var members) -> members.forEach(this::add);
      case Type.CallableType(var parameters, var result) -> {
        parameters.forEach(this::add);
        add(result);
      }
      case Type.FunctionType(_, var captures) -> captures.forEach(this::add);
      default -> {}
    }
  }

  private void addClass(ClassType type) {
    if (classes.containsKey(type) || !program.types.isGround(type)) {
      return;
    }
    type.arguments().forEach(this::add);
    ClassSymbol symbol = program.classes.get(type.name());
    if (symbol == null || symbol.isPrimitive) {
      return;
    }
    for (ClassSymbol.Field field : ClassLayouts.fields(symbol)) {
      Type fieldType = program.types.prune(program.fieldType(type, field));
      if (Substitution.isVariable(fieldType)) {
        // Nothing ever assigns or reads this field.
        program.types.bind(fieldType, Names.NONE);
      }
      if (!program.types.isGround(fieldType)) {
        settle(fieldType);
      }
    }
    TypedClass layout = ClassLayouts.layout(program, type);
    classes.put(type, layout);
    layout.fields().forEach(f -> add(f.type()));
    layout.ancestors().forEach(this::add);
  }

  private void settle(Type type) {
    switch (program.types.prune(type)) {
      case ClassType c when Substitution.isVariable(c) -> program.types.bind(c, Names.NONE);
      case ClassType c -> c.arguments().forEach(this::settle);
      case Type.TupleType(var elements) -> elements.forEach(this::settle);
      case Type.OptionalType(var value) -> settle(value);
      default -> {}
    }
  }
}
