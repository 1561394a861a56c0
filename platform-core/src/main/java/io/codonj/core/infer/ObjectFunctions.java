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
        || !owner.equals("object")) {
      return null;
    }
    var arguments = call.arguments().stream().map(a -> Argument.of(a.value())).toList();
    return switch (method) {
      case "__setattr__" -> arguments.size() == 3 ? setAttribute(body,
          body.calls.typed(arguments.getFirst(), null), arguments.subList(1, 3), call) : null;
      case "__getattribute__" -> arguments.size() == 2 ? getAttribute(body,
          body.calls.typed(arguments.getFirst(), null), arguments.subList(1, 2), call) : null;
      case "__new__" -> arguments.isEmpty() ? null
          : body.constructors.allocate(body.calls.typed(arguments.getFirst(), null), call);
      default -> null;
    };
  }

  private static String name(Body body, Argument argument, String function) {
    if (body.calls.typed(argument, null) instanceof TypedExpr.Literal(_, String name, _)) {
      return name;
    }
    throw body.error(argument.span(), InferenceCode.COMPUTED_ATTRIBUTE,
        function + "() needs a constant attribute name: attributes computed at run time are not supported");
  }

  static TypedExpr getAttribute(Body body, TypedExpr object, List<Argument> arguments, Expr at) {
    return body.members.get(object, name(body, arguments.getFirst(), "__getattribute__"), at);
  }

  /// Sets a field without asking a `__setattr__` of the class.
  static TypedExpr setAttribute(Body body, TypedExpr object, List<Argument> arguments, Expr at) {
    Span span = at.span();
    String name = name(body, arguments.getFirst(), "__setattr__");
    if (!(body.types.prune(object.type()) instanceof ClassType type)
        || !(body.program.classOf(type) instanceof ClassSymbol symbol) || symbol.findField(name) == null) {
      throw body.members.noAttribute(body.types.prune(object.type()), name, span);
    }
    var wanted = body.program.fieldType(type, symbol.findField(name));
    TypedExpr value = body.coercions.coerce(body.calls.typed(arguments.get(1), wanted), wanted);
    var store = new TypedStmt.SetField(object, body.types.resolve(type), name, value, span);
    return new TypedExpr.Block(List.of(store), new TypedExpr.Literal(Names.NONE, null, span), span);
  }
}
