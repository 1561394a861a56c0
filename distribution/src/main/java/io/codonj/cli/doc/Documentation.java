package io.codonj.cli.doc;

import java.util.List;

/// What is documented of a module. Texts are doc strings without their indentation; empty where there is none.
///
/// @param name dotted name of the module
public record Documentation(String name, String text, List<Entry> entries) {

  /// The kinds of public names.
  public enum Kind {
    CLASS,
    FUNCTION,
    PROPERTY,
    VALUE
  }

  /// A public name.
  ///
  /// @param signature as it is written: `area(width: float, height: float = 1.0) -> float`, `class Shape(Base)`
  /// @param members of classes
  public record Entry(Kind kind, String name, String signature, String text, int line, List<Entry> members) {}
}
