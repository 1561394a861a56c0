package io.codonj.core.resolve;

import io.codonj.api.ast.Expr;
import io.codonj.api.ast.Origin;
import io.codonj.api.ast.Stmt;
import io.codonj.api.source.Span;
import java.util.ArrayList;
import java.util.List;

/// `async for` in terms of simpler statements.
///
/// ```
/// async for x in source: BODY      ->      $iterator = source.__aiter__()
/// else: REST                               $more = True
///                                          while $more:
///                                              try: $item = await $iterator.__anext__()
///                                              except StopAsyncIteration: $more = False
///                                              else: x = $item; BODY
///                                          else: REST
/// ```
public final class AsyncLoops {
  private final Span span;
  private int id;

  private AsyncLoops(Span span, int id) {
    this.span = span;
    this.id = id;
  }

  public static List<Stmt> expand(Stmt.For loop) {
    return new AsyncLoops(loop.iterable().span(), -500_000_000 - loop.id() * 32).loop(loop);
  }

  private List<Stmt> loop(Stmt.For loop) {
    String suffix = String.valueOf(loop.id());
    String iterator = "$iterator" + suffix;
    String more = "$more" + suffix;
    String item = "$item" + suffix;
    var found = new ArrayList<Stmt>();
    found.add(new Stmt.Assign(origin(), List.of(loop.target()), name(item)));
    found.addAll(loop.body());
    Stmt step = assign(item, new Expr.Await(origin(), call(name(iterator), "__anext__")));
    var end = new Stmt.Handler(
        span, name("StopAsyncIteration"), "", List.of(assign(more, new Expr.BoolLiteral(origin(), false))));
    Stmt attempt = new Stmt.Try(origin(), List.of(step), List.of(end), found, List.of(), false);
    return List.of(
        assign(iterator, call(loop.iterable(), "__aiter__")),
        assign(more, new Expr.BoolLiteral(origin(), true)),
        new Stmt.While(origin(), name(more), List.of(attempt), loop.orElse()));
  }

  private Stmt assign(String name, Expr value) {
    return new Stmt.Assign(origin(), List.of(name(name)), value);
  }

  private Expr call(Expr object, String method) {
    return new Expr.Call(origin(), new Expr.Attribute(origin(), object, method), List.of());
  }

  private Expr name(String name) {
    return new Expr.Name(origin(), name);
  }

  private Origin origin() {
    return new Origin(span, id--);
  }
}
