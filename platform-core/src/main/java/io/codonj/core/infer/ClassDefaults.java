package io.codonj.core.infer;

import java.util.List;
import java.util.Map;

/// What every object can do besides having a text. A base class gets such a method when a class derived from it defines
/// its own, so that calls through the base find it.
final class ClassDefaults {
  private static final Map<String, String> TEXTS = Map.of(
      "__eq__", "(self, other) -> bool:\n  return self is other\n",
      "__hash__", "(self) -> int:\n  return address_of_object(self)._shift_right_unsigned(4)\n",
      "__bool__", "(self) -> bool:\n  return True\n");

  private static final List<String> NAMES = List.of("__eq__", "__hash__", "__bool__");

  private ClassDefaults() {}

  static void add(Program program, Declarations declarations, ClassSymbol symbol) {
    if (!symbol.hasHeader || symbol.isEnum || symbol.name.equals(Names.ROOT)) {
      return;
    }
    for (String name : NAMES) {
      if (symbol.methods.containsKey(name)) {
        for (ClassSymbol ancestor : symbol.linearization.subList(1, symbol.linearization.size())) {
          add(program, declarations, ancestor, name);
          if (name.equals("__eq__")) {
            add(program, declarations, ancestor, "__hash__");
          }
        }
      }
    }
  }

  private static void add(Program program, Declarations declarations, ClassSymbol ancestor, String name) {
    if (ancestor.hasHeader && !ancestor.name.equals(Names.ROOT) && ancestor.findMethods(name).isEmpty()) {
      new GeneratedMethods(program, declarations, ancestor).addDefault(name, "def " + name + TEXTS.get(name));
    }
  }
}
