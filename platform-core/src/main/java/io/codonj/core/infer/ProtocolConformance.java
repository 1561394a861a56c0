package io.codonj.core.infer;

import io.codonj.api.types.Type.ClassType;
import java.util.ArrayList;
import java.util.List;

/// Classes that have what a protocol asks for count as derived from it, so that values of several of them can be kept in one
/// place: `pets: list[Speaker] = [Dog(), Cat()]`.
final class ProtocolConformance {
  private ProtocolConformance() {}

  /// Relates the classes known so far to the protocols that users wrote.
  static void relate(Program program) {
    var protocols = new ArrayList<ClassSymbol>();
    var classes = new ArrayList<ClassSymbol>();
    for (ClassSymbol symbol : program.classes.values()) {
      if (symbol.declared && !symbol.module.isLibrary) {
        if (symbol.isProtocol && symbol.typeParameters.isEmpty()) {
          protocols.add(symbol);
        } else if (!symbol.isProtocol && symbol.hasHeader && !symbol.isValue && !symbol.isEnum) {
          classes.add(symbol);
        }
      }
    }
    for (ClassSymbol protocol : protocols) {
      classes.stream().filter(c -> !c.isSubclassOf(protocol) && conforms(c, protocol)).forEach(c -> derive(c, protocol));
    }
  }

  static boolean conforms(ClassSymbol symbol, ClassSymbol protocol) {
    boolean asks = false;
    for (ClassSymbol ancestor : protocol.linearization) {
      if (!ancestor.isProtocol) {
        continue;
      }
      for (String name : ancestor.methods.keySet()) {
        asks = true;
        if (symbol.findMethods(name).isEmpty() && symbol.findField(name) == null && symbol.findClassVariable(name) == null) {
          return false;
        }
      }
    }
    return asks;
  }

  private static void derive(ClassSymbol symbol, ClassSymbol protocol) {
    boolean inherited = symbol.linearization.subList(1, symbol.linearization.size()).stream()
        .anyMatch(a -> a.linearization.contains(protocol));
    if (!inherited) {
      symbol.bases.add(ClassType.of(protocol.name));
    }
    List<ClassSymbol> order = symbol.linearization;
    for (ClassSymbol ancestor : protocol.linearization) {
      if (!order.contains(ancestor)) {
        boolean rooted = order.getLast().name.equals(Names.ROOT);
        order.add(rooted ? order.size() - 1 : order.size(), ancestor);
        ancestor.subclasses.add(symbol);
      }
    }
  }
}
