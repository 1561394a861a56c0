package io.codonj.core.infer;

import io.codonj.api.ast.Expr;
import io.codonj.api.source.Span;
import io.codonj.api.types.Type;
import io.codonj.api.types.Type.ClassType;
import io.codonj.core.typed.TypedExpr;
import io.codonj.core.typed.TypedStmt;
import io.codonj.core.typed.TypedVariable;
import java.util.ArrayList;
import java.util.List;

/// `yield from`: another generator takes over until it ends.
///
/// ```
/// while resume(inner):
///     try:    send(inner, yield value(inner))
///     except BaseException as e:
///         if inner._delegate(e): raise e        # closed; any other exception is raised inside at the next resume
/// result(inner)
/// ```
final class DelegationChecker {
  private final Body body;
  private final Substitution types;

  DelegationChecker(Body body) {
    this.body = body;
    this.types = body.types;
  }

  TypedExpr yieldFrom(Expr.YieldFrom e) {
    return delegate(body.expressions.check(e.value(), null), e);
  }

  TypedExpr delegate(TypedExpr iterable, Expr e) {
    Type element = body.nodeType(e, "element");
    TypedExpr iterator = body.loops.iteratorOf(iterable, element);
    if (!types.isGround(element) || !(types.prune(iterator.type()) instanceof ClassType inner)) {
      body.unresolved = true;
      return new TypedExpr.Undefined(body.nodeType(e, "value"), e.span());
    }
    return from(iterator, inner, e);
  }

  private TypedExpr from(TypedExpr iterator, ClassType inner, Expr e) {
    Span span = e.span();
    Type received = GeneratorTypes.received(inner);
    Type outer = body.instance.generator.received();
    if (!Names.isNone(types.prune(received))) {
      types.unify(received, outer);
    }
    var handle = body.temporary(types.resolve(inner), span);
    var statements = new ArrayList<TypedStmt>();
    statements.add(new TypedStmt.Set(handle, iterator, span));
    statements.add(rounds(handle, inner, span));
    Type returned = types.resolve(GeneratorTypes.returned(inner));
    if (Substitution.isVariable(returned)) {
      body.unresolved = true;
    }
    TypedExpr result = Names.isNone(returned) ? new TypedExpr.Literal(Names.NONE, null, span)
        : new TypedExpr.CallIntrinsic("generator_result",
            List.of(types.resolve(inner.arguments().getFirst()), types.resolve(received), returned),
            List.of(new TypedExpr.Get(handle, span)), returned, span);
    return new TypedExpr.Block(statements, result, span);
  }

  private TypedStmt rounds(TypedVariable handle, ClassType inner, Span span) {
    TypedExpr read = new TypedExpr.Get(handle, span);
    Type element = types.resolve(inner.arguments().getFirst());
    Type received = types.resolve(body.instance.generator.received());
    Type takes = types.resolve(GeneratorTypes.received(inner));
    var variable = body.temporary(element, span);
    var round = new ArrayList<TypedStmt>();
    round.add(new TypedStmt.Set(variable,
        new TypedExpr.CallIntrinsic("generator_value", List.of(element), List.of(read), element, span), span));
    TypedExpr item = new TypedExpr.Get(variable, span);
    if (AwaitChecker.isAsyncGenerator(body)) {
      item = body.calls.library("_waiting_step", List.of(body.coercions.coerce(item, Names.AWAITED)), span);
    }
    item = body.coercions.coerce(item, body.instance.generator.yielded());
    var pass = new TypedExpr.Yield(item, received, span);
    TypedExpr sent = Names.isNone(takes) || Names.isNone(received) ? null : body.coercions.tryCoerce(pass, takes);
    round.add(new TypedStmt.Evaluate(sent == null ? pass
        : new TypedExpr.CallIntrinsic("generator_send", List.of(element, takes), List.of(read, sent), Names.NONE, span), span));
    var exception = body.temporary(Names.BASE_EXCEPTION, span);
    TypedExpr raised = new TypedExpr.Get(exception, span);
    var handler = new TypedStmt.Handler(List.of(), exception, List.of(new TypedStmt.If(
        body.calls.method(read, "_delegate", List.of(raised), span), List.of(new TypedStmt.Throw(raised, span)), List.of(),
        span)), span);
    var resume = new TypedExpr.CallIntrinsic("generator_resume", List.of(element), List.of(read), Names.BOOL, span);
    return new TypedStmt.While(
        resume, List.of(new TypedStmt.Try(round, List.of(handler), List.of(), span)), List.of(), span);
  }
}
