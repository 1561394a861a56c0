package io.codonj.core.lower;

import io.codonj.api.ir.IrOp;
import io.codonj.api.ir.IrType;
import io.codonj.api.types.Type;
import io.codonj.core.typed.TypedStmt;
import java.util.ArrayList;
import java.util.List;

/// `try` statements. Handlers name the type information of the classes they take.
final class TryLowering {
  private final FunctionLowering function;
  private final StatementLowering statements;

  TryLowering(FunctionLowering function, StatementLowering statements) {
    this.function = function;
    this.statements = statements;
  }

  IrOp lower(TypedStmt.Try attempt) {
    IrOp body = statements.lower(attempt.body(), attempt.span());
    var handlers = new ArrayList<IrOp.Handler>(attempt.handlers().size());
    for (TypedStmt.Handler handler : attempt.handlers()) {
      handlers.add(handler(handler));
    }
    IrOp last = attempt.finalBody().isEmpty() ? null : statements.lower(attempt.finalBody(), attempt.span());
    return new IrOp.Try(body, handlers, last, attempt.span());
  }

  private IrOp.Handler handler(TypedStmt.Handler handler) {
    List<String> classes = new ArrayList<>(handler.classes().size());
    for (Type type : handler.classes()) {
      classes.add(function.program().classes().typeInfo(type));
    }
    var target = function.variables().target(handler.variable(), IrType.PTR, handler.span());
    IrOp body = statements.lower(handler.body(), handler.span());
    return new IrOp.Handler(classes, target.variable(), target.with(body, handler.span()));
  }
}
