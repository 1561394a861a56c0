package io.codonj.core.infer;

import io.codonj.api.ast.Expr;
import io.codonj.api.ast.Origin;
import io.codonj.api.ast.Parameter;
import io.codonj.api.ast.Parameter.ParameterKind;
import io.codonj.api.source.Span;
import io.codonj.core.typed.TypedExpr;
import java.util.ArrayList;
import java.util.List;

/// `itemgetter(1)`, `attrgetter("x")` and `methodcaller("f", 2)` as the lambdas that they mean.
final class AccessFunctions {
  private static final String OBJECT = "$object";

  private final Body body;
  private final Expr.Call call;
  private int nodes;

  AccessFunctions(Body body, Expr.Call call) {
    this.body = body;
    this.call = call;
  }

  TypedExpr check(String function) {
    if (call.arguments().isEmpty()) {
      throw body.error(call.span(), InferenceCode.ARGUMENT_COUNT, function + " expected 1 argument, got 0");
    }
    Expr result = switch (function) {
      case "itemgetter" -> each(a -> new Expr.Subscript(at(a.span()), object(a.span()), constant(function, a)));
      case "attrgetter" -> each(a -> attribute(name(function, a), a.span()));
      default -> methodCall();
    };
    var parameter = new Parameter(call.span(), OBJECT, ParameterKind.POSITIONAL_ONLY, null, null);
    return body.functionValues.lambda(new Expr.Lambda(at(call.span()), List.of(parameter), result));
  }

  private Origin at(Span span) {
    return new Origin(span, Integer.MIN_VALUE / 4 + 100 * call.id() + nodes++);
  }

  private Expr object(Span span) {
    return new Expr.Name(at(span), OBJECT);
  }

  private Expr each(java.util.function.Function<Expr, Expr> access) {
    var parts = call.arguments().stream().map(a -> access.apply(a.value())).toList();
    return parts.size() == 1 ? parts.getFirst()
        : new Expr.Display(at(call.span()), Expr.DisplayKind.TUPLE, parts);
  }

  /// The function is made at compile time, so it cannot keep a value that is computed.
  private Expr constant(String function, Expr argument) {
    boolean slice = argument instanceof Expr.Call c && Declarations.decoratorName(c).equals("slice");
    if (slice) {
      var bounds = ((Expr.Call) argument).arguments().stream().map(a -> constant(function, a.value())).toList();
      var first = bounds.size() == 1 ? null : bounds.getFirst();
      return new Expr.Slice(at(argument.span()), first, bounds.get(bounds.size() == 1 ? 0 : 1),
          bounds.size() == 3 ? bounds.get(2) : null);
    }
    if (!Declarations.isLiteral(argument) && !(argument instanceof Expr.NoneLiteral)) {
      throw body.error(argument.span(), InferenceCode.NOT_CONSTANT,
          function + "() needs constant arguments; write a lambda instead");
    }
    return argument;
  }

  private String name(String function, Expr argument) {
    if (argument instanceof Expr.StringLiteral(_, var name)) {
      return name;
    }
    throw body.error(argument.span(), InferenceCode.COMPUTED_ATTRIBUTE,
        function + "() needs a constant name: attributes computed at run time are not supported");
  }

  private Expr attribute(String path, Span span) {
    Expr result = object(span);
    for (String part : path.split("\\.")) {
      result = new Expr.Attribute(at(span), result, part);
    }
    return result;
  }

  private Expr methodCall() {
    var arguments = new ArrayList<Expr.Argument>();
    for (Expr.Argument argument : call.arguments().subList(1, call.arguments().size())) {
      constant("methodcaller", argument.value());
      arguments.add(argument);
    }
    Expr name = call.arguments().getFirst().value();
    return new Expr.Call(at(call.span()), attribute(name("methodcaller", name), name.span()), arguments);
  }
}
