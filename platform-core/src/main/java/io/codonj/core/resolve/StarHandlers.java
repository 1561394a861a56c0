package io.codonj.core.resolve;

import io.codonj.api.ast.Expr;
import io.codonj.api.ast.Origin;
import io.codonj.api.ast.Stmt;
import io.codonj.api.source.Span;
import java.util.ArrayList;
import java.util.List;

/// `except*` in terms of simpler statements.
///
/// ```
/// try: BODY                      ->      try: BODY
/// except* E as name: HANDLER             except BaseException as $caught:
///                                            $star = _StarHandling($caught)
///                                            if $star._take(E):
///                                                try:
///                                                    try: raise $star._group()
///                                                    except BaseExceptionGroup as name: HANDLER
///                                                except BaseException as $raised: $star._note($raised)
///                                            $star._finish()
/// ```
public final class StarHandlers {
  private final String suffix;
  private int id;

  private StarHandlers(Stmt.Try statement) {
    this.suffix = String.valueOf(statement.id());
    this.id = -800_000_000 - statement.id() * 128;
  }

  /// A `try` with `except*` as one with `except`.
  public static Stmt.Try expand(Stmt.Try statement) {
    return new StarHandlers(statement).expanded(statement);
  }

  private Stmt.Try expanded(Stmt.Try statement) {
    Span span = statement.handlers().getFirst().span();
    String caught = "$caught" + suffix;
    String star = "$star" + suffix;
    var body = new ArrayList<Stmt>();
    body.add(new Stmt.Assign(origin(span), List.of(name(star, span)),
        new Expr.Call(origin(span), name("_StarHandling", span), List.of(positional(name(caught, span))))));
    for (Stmt.Handler handler : statement.handlers()) {
      body.add(clause(handler, star));
    }
    body.add(new Stmt.Expression(origin(span), call(star, "_finish", List.of(), span)));
    var all = new Stmt.Handler(span, name("BaseException", span), caught, body);
    return new Stmt.Try(statement.at(), statement.body(), List.of(all), statement.orElse(), statement.finalBody(), false);
  }

  private Stmt clause(Stmt.Handler handler, String star) {
    Span span = handler.span();
    String raised = "$raised" + suffix;
    Stmt raise = new Stmt.Raise(origin(span), call(star, "_group", List.of(), span), null);
    var own = new Stmt.Handler(span, name("BaseExceptionGroup", span), handler.name(), handler.body());
    Stmt inner = new Stmt.Try(origin(span), List.of(raise), List.of(own), List.of(), List.of(), false);
    Stmt note = new Stmt.Expression(
        origin(span), call(star, "_note", List.of(positional(name(raised, span))), span));
    var keep = new Stmt.Handler(span, name("BaseException", span), raised, List.of(note));
    Stmt outer = new Stmt.Try(origin(span), List.of(inner), List.of(keep), List.of(), List.of(), false);
    Expr takes = call(star, "_take", List.of(positional(handler.type())), span);
    return new Stmt.If(origin(span), takes, List.of(outer), List.of());
  }

  private Expr call(String object, String method, List<Expr.Argument> arguments, Span span) {
    return new Expr.Call(
        origin(span), new Expr.Attribute(origin(span), name(object, span), method), arguments);
  }

  private static Expr.Argument positional(Expr value) {
    return new Expr.Argument(Expr.ArgumentKind.POSITIONAL, "", value);
  }

  private Expr name(String name, Span span) {
    return new Expr.Name(origin(span), name);
  }

  private Origin origin(Span span) {
    return new Origin(span, id--);
  }
}
