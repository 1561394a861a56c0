package io.codonj.api.plugin;

import io.codonj.api.Stable;
import io.codonj.api.ast.Expr;
import io.codonj.api.ast.Origin;
import io.codonj.api.ast.Stmt;
import io.codonj.api.diagnostic.DiagnosticSink;
import io.codonj.api.source.Span;
import java.util.List;
import java.util.Map;

/// What an extension of the syntax may ask for while it makes plain syntax.
@Stable(since = "0.1")
public interface ExpansionContext {

  /// Where problems of the user's program go. After an error the expansion is not used.
  DiagnosticSink diagnostics();

  /// A place for a new node: it stands at `span`, and no other node of the module has its number.
  Origin at(Span span);

  /// A name that the user's program cannot contain, different at each call: for variables of the expansion.
  String freshName(String stem);

  /// An expression for `member` of a library module, whatever names the user's program uses: the module is
  /// imported for it under a hidden name. The member of an empty name is the module itself.
  Expr reference(String module, String member, Span span);

  /// The expression that the text stands for, with each name that is a key of `holes` replaced by its expression.
  ///
  /// ```java
  /// context.expression("low <= value < high", Map.of("value", operand, "low", low, "high", high), node.span());
  /// ```
  /// A hole that occurs twice is evaluated twice. All new nodes stand at `span`, so that problems are shown there.
  ///
  /// @throws IllegalArgumentException when the text is not an expression
  Expr expression(String text, Map<String, ? extends Expr> holes, Span span);

  /// As [#expression], for statements. A statement that is just the name of a key of `blocks` is replaced by the
  /// statements.
  ///
  /// @throws IllegalArgumentException when the text is not a sequence of statements
  List<Stmt> statements(
      String text, Map<String, ? extends Expr> holes, Map<String, ? extends List<? extends Stmt>> blocks, Span span);
}
