package io.codonj.core.infer;

import org.jspecify.annotations.Nullable;

/// What `copy.deepcopy` needs of classes without a `__deepcopy__` method: a method that replaces each field of a
/// shallow copy by a deep one. It is written when a program copies objects of the class.
///
///     class Node:               →   def _deepen_fields(self, memo) -> None:
///       value: int                    self.value = _deep(self.value, memo)
///       links: list[Node]             self.links = _deep(self.links, memo)
final class DeepCopies {
  private static final String METHOD = "_deepen_fields";

  private DeepCopies() {}

  /// Gives the class, and all classes derived from it, the method.
  static void provide(Program program, @Nullable ClassSymbol symbol) {
    if (symbol == null || symbol.methods.containsKey(METHOD)) {
      return;
    }
    ModuleSymbol library = program.module("copy._deep", null);
    if (library == null) {
      return;
    }
    add(program, symbol, library);
    for (ClassSymbol derived : symbol.subclasses) {
      if (!derived.methods.containsKey(METHOD)) {
        add(program, derived, library);
      }
    }
  }

  private static void add(Program program, ClassSymbol symbol, ModuleSymbol library) {
    var text = new StringBuilder("def " + METHOD + "(self, memo) -> None:\n  pass\n");
    for (ClassSymbol.Field field : ClassLayouts.fields(symbol)) {
      text.append("  self.").append(field.name()).append(" = _deep(self.").append(field.name()).append(", memo)\n");
    }
    var methods = new GeneratedMethods(program, program.declarations(), symbol);
    methods.add(METHOD, text.toString());
    methods.finish(library);
  }
}
