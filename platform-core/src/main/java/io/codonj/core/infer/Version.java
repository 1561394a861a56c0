package io.codonj.core.infer;

import io.codonj.api.source.Span;
import io.codonj.api.types.Type;
import io.codonj.core.typed.TypedVariable;

/// A variable with one type. A name that is rebound in a straight line to a value of another type gets a new version.
final class Version {
  final String name;

  /// Names the version in the facts that survive a restart.
  final String key;

  final TypedVariable variable;
  final Span span;
  final Body owner;
  boolean annotated;

  /// All bindings of the name share this version (captured variables, globals that functions use).
  boolean shared;

  /// The block in which it was first bound.
  int block;

  /// Number of the last read, to notice that a loop reads what it rebinds.
  int lastRead;

  Version(String name, String key, TypedVariable variable, Span span, Body owner) {
    this.name = name;
    this.key = key;
    this.variable = variable;
    this.span = span;
    this.owner = owner;
  }

  Type type() {
    return variable.type();
  }

  @Override
  public String toString() {
    return name + ": " + type();
  }
}
