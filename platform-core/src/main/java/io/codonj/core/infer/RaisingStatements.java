package io.codonj.core.infer;

import io.codonj.api.ast.AstRewriter;
import io.codonj.api.ast.Expr;
import io.codonj.api.ast.Stmt;
import io.codonj.api.source.Span;
import io.codonj.core.typed.TypedExpr;
import io.codonj.core.typed.TypedStmt;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Type errors that a program expects: inside of `try … except TypeError` a statement that cannot work is no error of
/// the program, but raises what it would raise under CPython.
///
/// ```
/// try: f() + "a"          →   f(); raise TypeError("unsupported operand type(s) for +: 'int' and 'str'")
/// except TypeError: …
/// ```
/// What the statement evaluates before the failing operation stays.
final class RaisingStatements {
  private static final Set<String> EXPECTING = Set.of("raises", "assertRaises", "assertRaisesRegex", "suppress");

  private final Body body;

  /// Exceptions that enclosing statements of this body expect, innermost last.
  private final Deque<Set<String>> expected = new ArrayDeque<>();

  RaisingStatements(Body body) {
    this.body = body;
  }

  void enter(Set<String> exceptions) {
    expected.addLast(exceptions);
  }

  void leave() {
    expected.removeLast();
  }

  /// The exceptions that handlers name and that stand for errors found at compile time.
  static Set<String> named(List<Stmt.Handler> handlers) {
    var names = new LinkedHashSet<String>();
    for (Stmt.Handler handler : handlers) {
      if (handler.type() != null) {
        add(handler.type(), names);
      }
    }
    return names;
  }

  /// `with suppress(TypeError)`, `with self.assertRaises(TypeError)`.
  static Set<String> named(Stmt.WithItem item) {
    var names = new LinkedHashSet<String>();
    if (item.context() instanceof Expr.Call(_, var callee, var arguments)
        && EXPECTING.contains(Declarations.decoratorName(callee))) {
      arguments.forEach(a -> add(a.value(), names));
    }
    return names;
  }

  private static void add(Expr type, Set<String> into) {
    if (type instanceof Expr.Display(_, _, var elements)) {
      elements.forEach(e -> add(e, into));
    } else {
      into.add(Declarations.decoratorName(type));
    }
  }

  /// Is this a place whose own statements expect an error?
  boolean isEntered() {
    return expected.stream().anyMatch(names -> !names.isEmpty());
  }

  /// All exceptions expected here or by a caller.
  Set<String> all() {
    var names = new HashSet<>(body.instance.expectedErrors);
    expected.forEach(names::addAll);
    return names;
  }

  boolean isExpecting(CheckError error) {
    Set<String> names = all();
    RuntimeMeaning meaning = names.isEmpty() ? null : RuntimeMeaning.of(body, error, null);
    return meaning != null && meaning.isCaughtBy(names);
  }

  /// What a failing statement does instead; null when its error is one of the program.
  @Nullable List<TypedStmt> instead(Stmt statement, CheckError error) {
    Set<String> names = all();
    if (names.isEmpty()) {
      return null;
    }
    RuntimeMeaning meaning = RuntimeMeaning.of(body, error, statement);
    if (meaning == null || !meaning.isCaughtBy(names)) {
      return null;
    }
    var search = new Search(error.diagnostic().span(), RuntimeMeaning.isAboutArguments(error));
    for (Expr expression : evaluated(statement)) {
      if (search.found == null) {
        search.expression(expression);
      }
    }
    if (search.found == null || search.isConditional) {
      return null;
    }
    var result = new ArrayList<TypedStmt>();
    try {
      for (Expr expression : search.earlier) {
        result.add(new TypedStmt.Evaluate(body.expressions.check(expression, null), expression.span()));
      }
      Span span = error.diagnostic().span();
      ClassSymbol symbol = meaning.symbol(body.program);
      TypedExpr exception = body.constructors.construct(io.codonj.api.types.Type.ClassType.of(symbol.name),
          List.of(Argument.of(new TypedExpr.Literal(Names.STR, meaning.message(), span))), body.calls.node(span), null);
      body.exceptions.throwing(exception, span, result);
    } catch (CheckError _) {
      return null;
    }
    return result;
  }

  /// The expressions of a statement in the order in which they are evaluated.
  private static List<Expr> evaluated(Stmt statement) {
    return switch (statement) {
      case Stmt.Expression s -> List.of(s.value());
      case Stmt.Assign s -> {
        var all = new ArrayList<Expr>();
        all.add(s.value());
        all.addAll(s.targets());
        yield all;
      }
      case Stmt.AugmentedAssign s -> List.of(new Expr.Binary(s.at(), s.operator(), s.target(), s.value()));
      case Stmt.AnnotatedAssign s -> s.value() == null ? List.of() : List.of(s.value());
      case Stmt.Return s -> s.value() == null ? List.of() : List.of(s.value());
      case Stmt.If s -> List.of(s.condition());
      case Stmt.While s -> List.of(s.condition());
      case Stmt.For s -> List.of(s.iterable());
      case Stmt.Raise s -> s.exception() == null ? List.of() : List.of(s.exception());
      case Stmt.Assert s -> List.of(s.condition());
      case Stmt.Delete s -> s.targets();
      case Stmt.With s -> s.items().isEmpty() ? List.of() : List.of(s.items().getFirst().context());
      case Stmt.Match s -> List.of(s.subject());
      case Stmt.Print s -> s.values();
      default -> List.of();
    };
  }

  /// Finds the operation that fails, and what is evaluated before it.
  private static final class Search extends AstRewriter {
    private final Span wanted;
    private final boolean isAboutArguments;
    private final List<Expr> earlier = new ArrayList<>();
    private @Nullable Expr found;
    private boolean isConditional;
    private boolean isInside;

    Search(Span wanted, boolean isAboutArguments) {
      this.wanted = wanted;
      this.isAboutArguments = isAboutArguments;
    }

    @Override
    public Expr expression(Expr expression) {
      Span span = expression.span();
      if (isInside) {
        operand(expression);
      } else if (found != null) {
        return expression;
      } else if (span.start() > wanted.start() || span.end() < wanted.end()) {
        operand(expression);
      } else if (span.equals(wanted) || isCallOfName(expression)) {
        found = expression;
        isInside = true;
        super.expression(expression);
        isInside = false;
      } else {
        isConditional |= expression instanceof Expr.Logical || expression instanceof Expr.Conditional
            || expression instanceof Expr.Comprehension || expression instanceof Expr.Lambda;
        super.expression(expression);
        if (found == null) {
          found = expression;
        }
      }
      return expression;
    }

    /// An error at an argument's place is one of the call.
    private boolean isCallOfName(Expr expression) {
      return isAboutArguments && expression instanceof Expr.Call(_, _, var arguments)
          && arguments.stream().anyMatch(a -> a.value().span().equals(wanted));
    }

    private void operand(Expr expression) {
      switch (expression) {
        case Expr.Attribute(_, var value, _) -> operand(value);
        case Expr.Name _, Expr.IntLiteral _, Expr.FloatLiteral _, Expr.StringLiteral _, Expr.BoolLiteral _,
            Expr.NoneLiteral _, Expr.Lambda _, Expr.Slice _ -> {}
        default -> earlier.add(expression);
      }
    }
  }
}
