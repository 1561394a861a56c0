package io.codonj.core.resolve;

import io.codonj.api.ast.Stmt;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/// What one function body (or module, or lambda) does with names; nested functions are not looked into except for
/// the names that they leave free.
public final class ScopeInfo {
  /// Names bound here, parameters included.
  public final Set<String> bound = new LinkedHashSet<>();

  public final Set<String> parameters = new LinkedHashSet<>();
  public final Set<String> globals = new LinkedHashSet<>();
  public final Set<String> nonlocals = new LinkedHashSet<>();

  /// Free names that functions further inside assign.
  public final Set<String> rebound = new LinkedHashSet<>();

  /// Names that a generator expression binds with `:=` for the function around it.
  public final Set<String> walrus = new LinkedHashSet<>();

  /// Names read here or in nested functions that are bound in neither.
  public final Set<String> free = new LinkedHashSet<>();

  /// Names bound here that nested functions use.
  public final Set<String> captured = new LinkedHashSet<>();

  /// Captured names that may change after a closure has seen them, so closures share a cell.
  public final Set<String> cells = new LinkedHashSet<>();

  /// How often each name is bound, counting a binding inside a loop twice.
  public final Map<String, Integer> bindings = new LinkedHashMap<>();

  /// Names bound exactly once, by an undecorated `def`: they mean that function and nothing else.
  public final Map<String, Stmt.FunctionDef> functions = new LinkedHashMap<>();

  /// Names whose object may be changed or kept, here or in nested functions: every use counts that does more than look.
  public final Set<String> exposed = new LinkedHashSet<>();

  /// Names taken apart by `**name`, or looked into with a literal key, here or in nested functions.
  public final Set<String> unpacked = new LinkedHashSet<>();

  public boolean isGenerator;

  /// Is the value of a `yield` used?
  public boolean keepsSent;

  /// Is there a `yield from`?
  public boolean delegates;

  /// Is StopIteration raised here, directly or by asking an iterator for its next value?
  public boolean mayStop;
  public boolean returnsValue;
}
