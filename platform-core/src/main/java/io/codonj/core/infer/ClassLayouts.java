package io.codonj.core.infer;

import io.codonj.api.types.Type;
import io.codonj.api.types.Type.ClassType;
import io.codonj.core.typed.TypedClass;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// Fields of classes in memory order.
final class ClassLayouts {
  private ClassLayouts() {}

  /// All fields of a class: those of the bases, primary base first, then its own.
  static List<ClassSymbol.Field> fields(ClassSymbol symbol) {
    var result = new LinkedHashMap<String, ClassSymbol.Field>();
    collect(symbol, result);
    return new ArrayList<>(result.values());
  }

  private static void collect(ClassSymbol symbol, SequencedMap<String, ClassSymbol.Field> into) {
    for (ClassSymbol ancestor : symbol.linearization) {
      if (ancestor != symbol && symbol.bases.stream().anyMatch(b -> b.name().equals(ancestor.name))) {
        collect(ancestor, into);
      }
    }
    symbol.fields.forEach(into::putIfAbsent);
  }

  /// Can an object of the derived class be used where the base's layout is expected?
  static boolean isPrefix(ClassSymbol base, ClassSymbol derived) {
    var wanted = fields(base);
    var actual = fields(derived);
    for (int i = 0; i < wanted.size(); i++) {
      if (i >= actual.size() || !actual.get(i).name().equals(wanted.get(i).name())) {
        return false;
      }
    }
    return base.hasHeader == derived.hasHeader;
  }

  static TypedClass layout(Program program, ClassType type) {
    ClassSymbol symbol = program.classes.get(type.name());
    var fields = new ArrayList<TypedClass.Field>();
    for (ClassSymbol.Field field : fields(symbol)) {
      fields.add(new TypedClass.Field(field.name(), program.types.resolve(program.fieldType(type, field))));
    }
    List<Type> ancestors = new ArrayList<>();
    program.ancestors(type).forEach(a -> ancestors.add(program.types.resolve(a)));
    return new TypedClass(type, fields, symbol.isValue, symbol.hasHeader, ancestors, symbol.shortName());
  }
}
