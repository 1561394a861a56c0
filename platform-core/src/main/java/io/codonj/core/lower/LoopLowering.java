package io.codonj.core.lower;

import io.codonj.api.diagnostic.CompilerBug;
import io.codonj.api.ir.IrOp;
import io.codonj.api.ir.IrType;
import io.codonj.api.source.Span;
import io.codonj.core.typed.TypedExpr;
import io.codonj.core.typed.TypedStmt;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// Loops, labelled statements and the jumps out of them.
///
/// ```
/// while c: body else: rest   →   block end { while loop c { body }; rest }
/// ```
/// where `break` leaves `end` and `continue` goes on with `loop`; without `else` there is no block.
final class LoopLowering {
  private final FunctionLowering function;
  private final StatementLowering statements;
  private final Deque<Place> places = new ArrayDeque<>();

  /// A statement that jumps can name.
  ///
  /// @param source label of a [TypedStmt.Labelled], empty for a loop
  /// @param end what a break leaves
  /// @param loop what a continue continues
  private record Place(String source, String end, String loop) {}

  private interface LoopMaker {
    IrOp make(String label, IrOp body);
  }

  LoopLowering(FunctionLowering function, StatementLowering statements) {
    this.function = function;
    this.statements = statements;
  }

  IrOp lower(TypedStmt.While loop) {
    Span span = loop.span();
    IrOp condition = function.expressions().lower(loop.condition());
    return loop(
        "while", loop.body(), loop.orElse(), span, (label, body) -> new IrOp.While(label, condition, body, span));
  }

  IrOp lower(TypedStmt.ForRange loop) {
    Span span = loop.span();
    IrOp start = function.expressions().lower(loop.start());
    IrOp stop = function.expressions().lower(loop.stop());
    IrOp step = function.expressions().lower(loop.step());
    var target = function.variables().target(loop.variable(), IrType.I64, span);
    return loop(
        "for",
        loop.body(),
        loop.orElse(),
        span,
        (label, body) ->
            new IrOp.ForRange(label, target.variable(), start, stop, step, target.with(body, span), span));
  }

  IrOp lower(TypedStmt.ForEach loop) {
    Span span = loop.span();
    IrOp generator = function.expressions().lower(loop.iterable());
    IrType yielded = function.types().lower(TypeLowering.yielded(loop.iterable().type()));
    var target = function.variables().target(loop.variable(), yielded, span);
    return loop(
        "for",
        loop.body(),
        loop.orElse(),
        span,
        (label, body) ->
            new IrOp.ForEach(
                label,
                target.variable(),
                yielded,
                generator,
                isOwned(loop.iterable()),
                target.with(body, span),
                span));
  }

  IrOp lower(TypedStmt.Labelled block) {
    String label = function.label("block");
    places.push(new Place(block.label(), label, ""));
    IrOp body = statements.lower(block.body(), block.span());
    places.pop();
    return new IrOp.Block(label, body, block.span());
  }

  IrOp lower(TypedStmt.Break jump) {
    for (Place place : places) {
      if (place.source().equals(jump.label())) {
        return new IrOp.Jump(place.end(), IrOp.JumpKind.BREAK, jump.span());
      }
    }
    throw new CompilerBug("break out of nothing " + jump.label(), jump.span());
  }

  IrOp lower(TypedStmt.Continue jump) {
    for (Place place : places) {
      if (!place.loop().isEmpty()) {
        return new IrOp.Jump(place.loop(), IrOp.JumpKind.CONTINUE, jump.span());
      }
    }
    throw new CompilerBug("continue outside of a loop", jump.span());
  }

  private IrOp loop(String stem, List<TypedStmt> body, List<TypedStmt> orElse, Span span, LoopMaker maker) {
    String label = function.label(stem);
    String end = orElse.isEmpty() ? label : label + ".end";
    places.push(new Place("", end, label));
    IrOp lowered = statements.lower(body, span);
    places.pop();
    IrOp loop = maker.make(label, lowered);
    return orElse.isEmpty()
        ? loop
        : new IrOp.Block(end, Operations.sequence(span, loop, statements.lower(orElse, span)), span);
  }

  /// A generator that was made for this loop is used nowhere else.
  private boolean isOwned(TypedExpr iterable) {
    return iterable instanceof TypedExpr.CallFunction call
        && function.program().function(call.function()).generator() != null;
  }
}
