package io.codonj.api.plugin;

import io.codonj.api.Stable;
import io.codonj.api.ast.Expr;
import io.codonj.api.ast.Stmt;
import java.util.List;

/// A decorator with a meaning at compile time, on a function, class or loop.
@Stable(since = "0.1")
public interface DecoratorExtension {

  /// As written after the `@`, without arguments; may have dots (`gpu.kernel`).
  String name();

  /// Plain syntax for the decorated statement.
  ///
  /// @param decorated a [Stmt.FunctionDef], [Stmt.ClassDef] or [Stmt.For]; this decorator is no longer among its own
  /// @param decorator the name, or a call of it with arguments
  List<Stmt> expand(Stmt decorated, Expr decorator, ExpansionContext context);
}
