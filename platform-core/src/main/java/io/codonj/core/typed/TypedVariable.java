package io.codonj.core.typed;

import io.codonj.api.source.Span;
import io.codonj.api.types.Type;

/// A variable after inference, compared by identity.
///
/// Locals and parameters belong to one function instance, globals to the program. A `cell` variable is captured
/// by a closure and rebound, so it lives in a heap cell that all closures share. A variable that is not assigned
/// on all paths before a use carries `mayBeUnbound`; reading it then checks.
public final class TypedVariable {
  public enum Scope { LOCAL, PARAMETER, GLOBAL }

  private final String name;
  private final Scope scope;
  private final Span span;
  private Type type;
  private boolean cell;
  private boolean mayBeUnbound;

  /// @param name unique within the function for locals, `module.name` for globals; temporaries start with `$`
  public TypedVariable(String name, Scope scope, Type type, Span span) {
    this.name = name;
    this.scope = scope;
    this.type = type;
    this.span = span;
  }

  public String name() {
    return name;
  }

  public Scope scope() {
    return scope;
  }

  public Type type() {
    return type;
  }

  public void type(Type newType) {
    type = newType;
  }

  public Span span() {
    return span;
  }

  public boolean cell() {
    return cell;
  }

  public void makeCell() {
    cell = true;
  }

  public boolean mayBeUnbound() {
    return mayBeUnbound;
  }

  public void markMayBeUnbound() {
    mayBeUnbound = true;
  }

  public boolean isTemporary() {
    return name.startsWith("$");
  }

  @Override
  public String toString() {
    return name + ": " + type;
  }
}
