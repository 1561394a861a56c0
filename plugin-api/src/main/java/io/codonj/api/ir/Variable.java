package io.codonj.api.ir;

/// A variable of the IR, compared by identity through its unique name within function or module.
///
/// @param name unique within its function (locals, parameters) or module (globals); printed with `%` or `@`
/// @param sourceName what the user called it, empty for temporaries; shown by debuggers
public record Variable(String name, IrType type, Scope scope, String sourceName) {
  public enum Scope { LOCAL, PARAMETER, GLOBAL }

  @Override
  public String toString() {
    return (scope == Scope.GLOBAL ? "@" : "%") + name;
  }
}
