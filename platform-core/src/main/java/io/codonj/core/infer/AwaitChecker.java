package io.codonj.core.infer;

import io.codonj.api.ast.Expr;
import io.codonj.api.source.Span;
import io.codonj.api.types.Type;
import io.codonj.api.types.Type.ClassType;
import io.codonj.core.typed.TypedExpr;
import java.util.List;

/// `await`: the generator that `__await__` gives takes over until it ends. What it yields is what the coroutine waits
/// for, and goes out to the event loop.
final class AwaitChecker {
  private final Body body;
  private final Substitution types;

  AwaitChecker(Body body) {
    this.body = body;
    this.types = body.types;
  }

  TypedExpr check(Expr.Await e) {
    return await(body.expressions.check(e.value(), null), e, "await");
  }

  /// The value of an awaitable object.
  ///
  /// @param purpose distinguishes several such steps at one node
  TypedExpr await(TypedExpr value, Expr at, String purpose) {
    Span span = at.span();
    Type type = types.prune(value.type());
    if (Substitution.isVariable(type)) {
      return body.defer(at);
    }
    if (body.instance.generator == null) {
      throw body.error(span, InferenceCode.NOT_SUPPORTED_YET, "'await' is not supported here");
    }
    if (type instanceof Type.OptionalType) {
      return await(body.coercions.checkedUnwrap(
          value, "_none_type_error", "object NoneType can't be used in 'await' expression"), at, purpose);
    }
    if (!body.calls.hasMethod(type, "__await__")) {
      throw body.error(span, InferenceCode.NOT_AWAITABLE,
          "object " + body.coercions.show(type) + " can't be used in 'await' expression");
    }
    String outer = body.copyPrefix;
    body.copyPrefix = outer + purpose + " ";
    try {
      TypedExpr steps = body.members.callMethod(value, "__await__", List.of(), at, null);
      return new DelegationChecker(body).delegate(steps, at);
    } finally {
      body.copyPrefix = outer;
    }
  }

  /// Is the body that of an asynchronous generator, which yields steps?
  static boolean isAsyncGenerator(Body body) {
    return AsyncFunctions.isBody(body.instance.symbol.definition) && body.instance.symbol.scope().isGenerator;
  }

  /// What `yield value` gives in an asynchronous generator, where the values are of a certain type.
  static Type item(Body body) {
    return ((ClassType) body.types.prune(body.instance.generator.yielded())).arguments().getFirst();
  }
}
