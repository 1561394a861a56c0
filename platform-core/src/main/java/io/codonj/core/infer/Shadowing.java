package io.codonj.core.infer;

import io.codonj.api.ast.Expr;
import io.codonj.api.ast.Origin;
import io.codonj.api.source.Span;
import io.codonj.api.types.Type;
import io.codonj.api.types.Type.ClassType;
import io.codonj.core.typed.TypedExpr;
import io.codonj.core.typed.TypedStmt;
import java.util.List;

/// Attributes that are class variables until an object gets a value of its own:
///
/// ```
/// Account.rate = 0.05        every account without a rate of its own
/// account.rate = 0.1         this one
/// ```
/// A hidden field tells whether the object has one.
final class Shadowing {
  static final Expr FLAG_TYPE = new Expr.Name(new Origin(Span.NONE, -1), "bool");

  private Shadowing() {}

  static String flag(String name) {
    return "=own " + name;
  }

  static TypedExpr read(Body body, TypedExpr object, ClassType type, ClassSymbol.Field field, Expr at) {
    Span span = at.span();
    ClassSymbol symbol = body.program.classOf(type);
    var temporary = body.temporary(body.types.resolve(type), span);
    TypedExpr read = new TypedExpr.Get(temporary, span);
    TypedExpr shared = body.members.instanceClassVariable(read, symbol, field.name(), at);
    TypedExpr own = body.members.getField(read, type, field, span);
    body.types.unify(own.type(), shared.type());
    Type joined = body.coercions.join(own.type(), shared.type());
    if (joined == null || !body.types.isGround(joined)) {
      return body.defer(at);
    }
    TypedExpr test = body.members.getField(read, type, symbol.findField(flag(field.name())), span);
    return new TypedExpr.Block(List.of(new TypedStmt.Set(temporary, object, span)),
        new TypedExpr.Conditional(test, body.coercions.coerce(own, joined), body.coercions.coerce(shared, joined),
            body.types.resolve(joined), span), span);
  }

  static TypedStmt mark(TypedExpr object, ClassType type, String name, Span span) {
    return new TypedStmt.SetField(object, type, flag(name), new TypedExpr.Literal(Names.BOOL, true, span), span);
  }
}
