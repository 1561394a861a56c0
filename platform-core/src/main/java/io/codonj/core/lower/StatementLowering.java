package io.codonj.core.lower;

import io.codonj.api.ir.Intrinsics;
import io.codonj.api.ir.IrOp;
import io.codonj.api.ir.IrType;
import io.codonj.api.source.Span;
import io.codonj.core.typed.TypedExpr;
import io.codonj.core.typed.TypedStmt;
import java.util.ArrayList;
import java.util.List;

/// Statements → operations of type unit. What follows a jump in the same list is dropped: it never runs.
final class StatementLowering {
  private final FunctionLowering function;
  private final LoopLowering loops;
  private final TryLowering tries;

  StatementLowering(FunctionLowering function) {
    this.function = function;
    loops = new LoopLowering(function, this);
    tries = new TryLowering(function, this);
  }

  IrOp lower(List<TypedStmt> statements, Span span) {
    var operations = new ArrayList<IrOp>(statements.size());
    for (TypedStmt statement : statements) {
      add(statement, operations);
      if (!operations.isEmpty() && Operations.leaves(operations.getLast())) {
        break;
      }
    }
    if (!operations.isEmpty() && !(operations.getLast().type() instanceof IrType.Unit)) {
      operations.add(Operations.unit(span));
    }
    return operations.size() == 1 ? operations.getFirst() : new IrOp.Sequence(operations, span);
  }

  private void add(TypedStmt statement, List<IrOp> operations) {
    Span span = statement.span();
    switch (statement) {
      case TypedStmt.Evaluate evaluation -> operations.add(expression(evaluation.value()));
      case TypedStmt.Set set ->
          operations.addAll(function.variables().set(set.variable(), expression(set.value()), span));
      case TypedStmt.SetField set -> operations.add(setField(set));
      case TypedStmt.Unbind unbind -> operations.add(function.variables().unbind(unbind.variable(), span));
      case TypedStmt.NewCell cell -> operations.add(function.variables().newCell(cell.variable(), span));
      case TypedStmt.Return end -> addReturn(end, operations);
      case TypedStmt.If choice ->
          operations.add(
              new IrOp.If(
                  expression(choice.condition()),
                  lower(choice.body(), span),
                  lower(choice.orElse(), span),
                  IrType.UNIT,
                  span));
      case TypedStmt.While loop -> operations.add(loops.lower(loop));
      case TypedStmt.ForRange loop -> operations.add(loops.lower(loop));
      case TypedStmt.ForEach loop -> operations.add(loops.lower(loop));
      case TypedStmt.Labelled block -> operations.add(loops.lower(block));
      case TypedStmt.Break jump -> operations.add(loops.lower(jump));
      case TypedStmt.Continue jump -> operations.add(loops.lower(jump));
      case TypedStmt.Throw raise ->
          operations.add(Operations.intrinsic(Intrinsics.THROW, IrType.UNIT, span, expression(raise.exception())));
      case TypedStmt.Try attempt -> operations.add(tries.lower(attempt));
      case TypedStmt.Region region ->
          operations.add(
              new IrOp.Region(
                  region.annotation(),
                  function.expressions().lowerAll(region.arguments()),
                  lower(region.body(), span),
                  span));
    }
  }

  private IrOp expression(TypedExpr value) {
    return function.expressions().lower(value);
  }

  private IrOp setField(TypedStmt.SetField set) {
    IrOp address = function.expressions().fieldAddress(set.object(), set.owner(), set.field(), set.span());
    return Operations.store(address, expression(set.value()), set.span());
  }

  private void addReturn(TypedStmt.Return end, List<IrOp> operations) {
    Span span = end.span();
    IrType returned = function.returned();
    if (returned instanceof IrType.Unit) {
      if (end.value() != null) {
        operations.add(expression(end.value()));
      }
      operations.add(new IrOp.Return(null, span));
    } else {
      operations.add(
          new IrOp.Return(end.value() == null ? Operations.zero(returned, span) : expression(end.value()), span));
    }
  }
}
