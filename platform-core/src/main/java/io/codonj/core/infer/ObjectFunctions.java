package io.codonj.core.infer;

import io.codonj.api.ast.Expr;
import io.codonj.api.source.Span;
import io.codonj.api.types.Type.ClassType;
import io.codonj.core.typed.TypedExpr;
import io.codonj.core.typed.TypedStmt;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Methods of `object` called by name: `object.__setattr__(self, "x", 1)` is how a frozen data class sets a field.
final class ObjectFunctions {
  private final Body body;

  ObjectFunctions(Body body) {
    this.body = body;
  }

  /// The meaning of the call; null when it is none of these.
  @Nullable TypedExpr check(Expr.Call call) {
    if (!(call.callee() instanceof Expr.Attribute(_, Expr.Name(_, var owner), var method))
        || !owner.equals("object") || !method.equals("__setattr__") || call.arguments().size() != 3) {
      return null;
    }
    Span span = call.span();
    if (!(call.arguments().get(1).value() instanceof Expr.StringLiteral(_, var name))) {
      throw body.error(call.arguments().get(1).value().span(), InferenceCode.COMPUTED_ATTRIBUTE,
          "__setattr__() needs a constant attribute name: attributes computed at run time are not supported");
    }
    TypedExpr object = body.expressions.check(call.arguments().getFirst().value(), null);
    if (!(body.types.prune(object.type()) instanceof ClassType type)
        || !(body.program.classOf(type) instanceof ClassSymbol symbol) || symbol.findField(name) == null) {
      throw body.members.noAttribute(body.types.prune(object.type()), name, span);
    }
    var wanted = body.program.fieldType(type, symbol.findField(name));
    TypedExpr value = body.coercions.coerce(body.expressions.check(call.arguments().get(2).value(), wanted), wanted);
    var store = new TypedStmt.SetField(object, body.types.resolve(type), name, value, span);
    return new TypedExpr.Block(List.of(store), new TypedExpr.Literal(Names.NONE, null, span), span);
  }
}
