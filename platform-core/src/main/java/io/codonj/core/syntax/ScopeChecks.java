package io.codonj.core.syntax;

import io.codonj.api.ast.Stmt;
import io.codonj.api.source.Span;
import java.util.List;
import java.util.Map;

/// `global` and `nonlocal` declarations against the uses and bindings of names.
final class ScopeChecks {
  private final SyntaxProblems problems;
  private final boolean complete;

  ScopeChecks(SyntaxProblems problems, boolean complete) {
    this.problems = problems;
    this.complete = complete;
  }

  void bind(CheckScope scope, String name) {
    scope.bound.add(name);
  }

  void bindImports(CheckScope scope, List<Stmt.ImportAlias> aliases) {
    for (Stmt.ImportAlias alias : aliases) {
      String name = alias.alias().isEmpty() ? alias.name() : alias.alias();
      int dot = name.indexOf('.');
      bind(scope, dot < 0 ? name : name.substring(0, dot));
    }
  }

  void global(CheckScope scope, Stmt.Global statement) {
    for (String name : statement.names()) {
      if (scope.soughtOutside.containsKey(name)) {
        refuse(statement.span(), "name '" + name + "' is nonlocal and global");
      } else {
        checkUnused(scope, name, statement.span(), "global");
      }
      scope.globals.add(name);
    }
  }

  void nonlocal(CheckScope scope, Stmt.Nonlocal statement) {
    if (scope.kind == CheckScope.Kind.MODULE) {
      problems.report(
          SyntaxErrorCode.NO_NONLOCAL, statement.span(), "nonlocal declaration not allowed at module level");
      return;
    }
    for (String name : statement.names()) {
      if (scope.globals.contains(name)) {
        refuse(statement.span(), "name '" + name + "' is nonlocal and global");
      } else {
        checkUnused(scope, name, statement.span(), "nonlocal");
        scope.soughtOutside.putIfAbsent(name, statement.span());
      }
    }
  }

  private void checkUnused(CheckScope scope, String name, Span span, String declaration) {
    if (scope.parameters.contains(name)) {
      refuse(span, "name '" + name + "' is parameter and " + declaration);
    } else if (scope.bound.contains(name)) {
      refuse(span, "name '" + name + "' is assigned to before " + declaration + " declaration");
    } else if (scope.used.contains(name)) {
      refuse(span, "name '" + name + "' is used prior to " + declaration + " declaration");
    }
  }

  /// At the end of a scope: hands the names it seeks to the scope around it, which may bind them further down.
  void close(CheckScope scope) {
    CheckScope outer = scope.parent;
    for (Map.Entry<String, Span> sought : scope.soughtOutside.entrySet()) {
      seek(outer, sought.getKey(), sought.getValue());
    }
    if (scope.kind == CheckScope.Kind.FUNCTION) {
      for (Map.Entry<String, Span> wanted : scope.wanted.entrySet()) {
        if (!scope.binds(wanted.getKey()) && !scope.soughtOutside.containsKey(wanted.getKey())) {
          seek(scope.parent, wanted.getKey(), wanted.getValue());
        }
      }
    }
  }

  private void seek(CheckScope from, String name, Span span) {
    CheckScope at = from;
    while (at != null && !at.isFunction()) {
      at = at.parent;
    }
    if (name.equals("__class__")) {
      return; // Every method has this cell.
    }
    if (at != null) {
      at.wanted.putIfAbsent(name, span);
    } else if (complete) {
      problems.report(SyntaxErrorCode.NO_NONLOCAL, span, "no binding for nonlocal '" + name + "' found");
    }
  }

  private void refuse(Span span, String message) {
    problems.report(SyntaxErrorCode.INVALID_SCOPE, span, message);
  }
}
