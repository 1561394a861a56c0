package io.codonj.plugin.openmp;

import io.codonj.api.ast.AstRewriter;
import io.codonj.api.ast.Expr;
import io.codonj.api.ast.Stmt;
import io.codonj.api.diagnostic.Diagnostic;
import io.codonj.api.diagnostic.DiagnosticSink;
import io.codonj.api.source.Span;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Warns of changes to what threads share: elements that are not chosen by the loop's variable, and methods that change
/// containers. [SharedStores] sees attributes. Names that the body assigns are each thread's own, and what stands under a lock is
/// left alone.
final class SharedWrites extends AstRewriter {
  private static final Set<String> CHANGING = Set.of(
      "append", "extend", "insert", "pop", "remove", "clear", "sort", "reverse", "add", "discard", "update",
      "setdefault", "popitem", "appendleft", "popleft", "extendleft");

  static final String FIX =
      "give each round an element of its own and combine them after the loop, or guard the change by"
          + " 'with openmp.critical:'";

  private final DiagnosticSink sink;
  private final Set<String> own;

  private SharedWrites(DiagnosticSink sink, Set<String> own) {
    this.sink = sink;
    this.own = own;
  }

  static void warn(Stmt.For loop, DiagnosticSink sink) {
    var own = new HashSet<String>();
    new OwnNames(own).statement(loop);
    new SharedWrites(sink, own).statements(loop.body());
  }

  @Override
  protected List<Stmt> statement(Stmt statement) {
    switch (statement) {
      case Stmt.With _, Stmt.FunctionDef _, Stmt.ClassDef _ -> {
        return List.of(statement); // under a lock, as far as can be seen; or run elsewhere
      }
      case Stmt.Assign s -> s.targets().forEach(this::target);
      case Stmt.AugmentedAssign s -> target(s.target());
      case Stmt.AnnotatedAssign s when s.value() != null -> target(s.target());
      case Stmt.Delete s -> s.targets().forEach(this::target);
      default -> {}
    }
    return super.statement(statement);
  }

  @Override
  public Expr expression(Expr expression) {
    if (expression instanceof Expr.Call call
        && call.callee() instanceof Expr.Attribute method
        && CHANGING.contains(method.name())
        && isShared(method.value())) {
      report(call.span(), "'" + text(method.value()) + "." + method.name() + "' changes what the threads share");
    }
    return super.expression(expression);
  }

  private void target(Expr target) {
    switch (target) {
      case Expr.Display display -> display.elements().forEach(this::target);
      case Expr.Starred starred -> target(starred.value());
      case Expr.Subscript element when isShared(element.value()) && !mentionsOwn(element.index()) ->
          report(element.span(), "all rounds write the same element of '" + text(element.value()) + "'");
      default -> {}
    }
  }

  /// Reached through a name that the loop does not assign, and not through an element that belongs to the round.
  private boolean isShared(Expr expression) {
    return switch (expression) {
      case Expr.Name name -> !own.contains(name.name());
      case Expr.Attribute attribute -> isShared(attribute.value());
      case Expr.Subscript element -> isShared(element.value()) && !mentionsOwn(element.index());
      default -> false;
    };
  }

  private boolean mentionsOwn(Expr index) {
    var found = new boolean[1];
    new AstRewriter() {
      @Override
      public Expr expression(Expr each) {
        found[0] |= each instanceof Expr.Name name && own.contains(name.name()) || each instanceof Expr.Call;
        return super.expression(each);
      }
    }.expression(index);
    return found[0];
  }

  private static String text(Expr expression) {
    return switch (expression) {
      case Expr.Name name -> name.name();
      case Expr.Attribute attribute -> text(attribute.value()) + "." + attribute.name();
      case Expr.Subscript element -> text(element.value()) + "[…]";
      default -> "…";
    };
  }

  private void report(Span span, String message) {
    sink.report(Diagnostic.of(OpenMpCode.SHARED_OBJECT, span, message).withNote(FIX));
  }

  /// Names that a statement assigns or binds.
  private static final class OwnNames extends AstRewriter {
    private final Set<String> names;

    OwnNames(Set<String> names) {
      this.names = names;
    }

    @Override
    protected List<Stmt> statement(Stmt statement) {
      switch (statement) {
        case Stmt.For s -> bind(s.target());
        case Stmt.Assign s -> s.targets().forEach(this::bind);
        case Stmt.AnnotatedAssign s -> bind(s.target());
        case Stmt.With s -> s.items().forEach(item -> {
          if (item.target() != null) {
            bind(item.target());
          }
        });
        case Stmt.Try s -> s.handlers().forEach(handler -> names.add(handler.name()));
        case Stmt.FunctionDef s -> names.add(s.name());
        default -> {}
      }
      return super.statement(statement);
    }

    @Override
    public Expr expression(Expr expression) {
      if (expression instanceof Expr.Walrus walrus) {
        bind(walrus.target());
      }
      return super.expression(expression);
    }

    private void bind(Expr target) {
      switch (target) {
        case Expr.Name name -> names.add(name.name());
        case Expr.Display display -> display.elements().forEach(this::bind);
        case Expr.Starred starred -> bind(starred.value());
        default -> {}
      }
    }
  }
}
