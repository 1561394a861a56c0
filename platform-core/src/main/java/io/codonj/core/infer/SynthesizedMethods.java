package io.codonj.core.infer;

/// Methods that follow from the kind of a class: data classes, named tuples, enumerations, `@total_ordering`.
final class SynthesizedMethods {
  private SynthesizedMethods() {}

  static void add(Program program, Declarations declarations, ClassSymbol symbol) {
    var methods = new GeneratedMethods(program, declarations, symbol);
    if (symbol.isDataclass) {
      new DataClasses(program, symbol, methods).add();
    }
    if (symbol.isNamedTuple) {
      new NamedTupleMethods(symbol, methods).add();
    }
    if (symbol.name.equals("enum.Enum")) {
      symbol.isEnum = true;
    } else if (symbol.isEnum && !symbol.module.name.equals("enum")) {
      new Enumerations(symbol, methods).add();
    }
    if (symbol.definition.decorators().stream().anyMatch(
        d -> Declarations.decoratorName(d).equals("total_ordering"))) {
      totalOrdering(symbol, methods);
    }
    methods.finish();
    ClassDefaults.add(program, declarations, symbol);
  }

  /// The comparisons that follow from one of them, as `functools` defines them.
  private static void totalOrdering(ClassSymbol symbol, GeneratedMethods methods) {
    for (String root : new String[] {"__lt__", "__le__", "__gt__", "__ge__"}) {
      if (symbol.findMethods(root).isEmpty()) {
        continue;
      }
      switch (root) {
        case "__lt__" -> {
          comparison(methods, "__gt__", "not self.__lt__(other) and not self == other");
          comparison(methods, "__le__", "self.__lt__(other) or self == other");
          comparison(methods, "__ge__", "not self.__lt__(other)");
        }
        case "__le__" -> {
          comparison(methods, "__ge__", "not self.__le__(other) or self == other");
          comparison(methods, "__lt__", "self.__le__(other) and not self == other");
          comparison(methods, "__gt__", "not self.__le__(other)");
        }
        case "__gt__" -> {
          comparison(methods, "__lt__", "not (self.__gt__(other) or self == other)");
          comparison(methods, "__ge__", "self.__gt__(other) or self == other");
          comparison(methods, "__le__", "not self.__gt__(other)");
        }
        default -> {
          comparison(methods, "__le__", "not self.__ge__(other) or self == other");
          comparison(methods, "__gt__", "self.__ge__(other) and not self == other");
          comparison(methods, "__lt__", "not self.__ge__(other)");
        }
      }
      return;
    }
    throw CheckError.at(symbol.definition.nameSpan(), InferenceCode.NO_ORDERING_METHOD,
        "must define at least one ordering operation: < > <= >=");
  }

  private static void comparison(GeneratedMethods methods, String name, String value) {
    methods.add(name, "def " + name + "(self, other) -> bool:\n  return " + value + "\n");
  }
}
