package io.codonj.core.infer;

import java.util.Map;

/// What `object` gives every class. A base class gets such a method when a class derived from it defines its own, so
/// that calls through the base find it.
final class ClassDefaults {
  private static final Map<String, String> TEXTS = Map.of(
      "__repr__", "(self) -> str:\n  return \"<\" + class_name(self) + \" object at \" "
          + "+ _address_text(address_of_object(self)) + \">\"\n",
      "__str__", "(self) -> str:\n  return repr(self)\n",
      "__eq__", "(self, other) -> bool:\n  return self is other\n",
      "__hash__", "(self) -> int:\n  return address_of_object(self) >> 4\n",
      "__bool__", "(self) -> bool:\n  return True\n");

  private ClassDefaults() {}

  static void add(Program program, Declarations declarations, ClassSymbol symbol) {
    if (!symbol.hasHeader || symbol.isEnum || symbol.linearization.size() == 1) {
      return;
    }
    TEXTS.forEach((name, text) -> {
      if (!symbol.methods.containsKey(name)) {
        return;
      }
      for (ClassSymbol ancestor : symbol.linearization.subList(1, symbol.linearization.size())) {
        if (ancestor.hasHeader && ancestor.findMethods(name).isEmpty()) {
          var methods = new GeneratedMethods(program, declarations, ancestor);
          methods.addDefault(name, "def " + name + text);
          if (name.equals("__eq__") && ancestor.findMethods("__hash__").isEmpty()) {
            methods.addDefault("__hash__", "def __hash__" + TEXTS.get("__hash__"));
          }
        }
      }
    });
  }
}
