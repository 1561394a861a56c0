package io.codonj.core.infer;

import io.codonj.api.source.Span;
import io.codonj.api.types.Type;
import io.codonj.api.types.Type.UnionType;
import io.codonj.core.typed.TypedExpr;
import io.codonj.core.typed.TypedStmt;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The methods that an operator tries in turn. One that gives `NotImplemented` leaves the operation to the next:
///
/// ```
/// t = a.__eq__(b);  t if t is not NotImplemented else b.__eq__(a)
/// ```
final class OperatorAttempts {
  private final Body body;
  private final Substitution types;
  private final TypedExpr left;
  private final TypedExpr right;
  private final Span span;

  OperatorAttempts(Body body, TypedExpr left, TypedExpr right, Span span) {
    this.body = body;
    this.types = body.types;
    this.left = left;
    this.right = right;
    this.span = span;
  }

  /// Can a value of this type be `NotImplemented`?
  static boolean isOpen(Substitution types, Type type) {
    Type known = types.prune(type);
    return known.equals(Names.NOT_IMPLEMENTED)
        || known instanceof UnionType(var members) && members.stream().anyMatch(m -> types.prune(m).equals(Names.NOT_IMPLEMENTED));
  }

  /// The union of a result with `NotImplemented`; null when neither type has to do with it.
  static @Nullable Type join(Substitution types, Type left, Type right) {
    return isOpen(types, left) || isOpen(types, right) ? types.union(List.of(left, right)) : null;
  }

  /// The first attempt that applies. Operands are evaluated once, before the first attempt.
  ///
  /// @param attempts each gives null when there is no suitable method
  /// @param otherwise what remains when all attempts give `NotImplemented`; null for an error that the types decide
  @Nullable TypedExpr first(
      List<BinaryOperator<@Nullable TypedExpr>> attempts, BinaryOperator<@Nullable TypedExpr> otherwise, String failure) {
    var a = body.temporary(types.resolve(left.type()), span);
    var b = body.temporary(types.resolve(right.type()), span);
    var steps = new ArrayList<Supplier<@Nullable TypedExpr>>();
    TypedExpr x = new TypedExpr.Get(a, span);
    TypedExpr y = new TypedExpr.Get(b, span);
    attempts.forEach(attempt -> steps.add(() -> attempt.apply(x, y)));
    TypedExpr result = choose(steps, () -> otherwise.apply(x, y), failure);
    return result == null ? null : new TypedExpr.Block(
        List.of(new TypedStmt.Set(a, left, span), new TypedStmt.Set(b, right, span)), result, span);
  }

  private @Nullable TypedExpr choose(
      List<Supplier<@Nullable TypedExpr>> attempts, Supplier<@Nullable TypedExpr> otherwise, String failure) {
    if (attempts.isEmpty()) {
      return otherwise.get();
    }
    var rest = attempts.subList(1, attempts.size());
    TypedExpr call = attempts.getFirst().get();
    if (call == null || types.prune(call.type()).equals(Names.NOT_IMPLEMENTED)) {
      return choose(rest, otherwise, failure);
    }
    if (!isOpen(types, call.type())) {
      return call;
    }
    Type whole = types.resolve(call.type());
    var members = new ArrayList<>(((UnionType) whole).members());
    members.remove(Names.NOT_IMPLEMENTED);
    var result = body.temporary(whole, span);
    TypedExpr read = new TypedExpr.Get(result, span);
    TypedExpr given = body.narrowing.select(read, types.union(members));
    TypedExpr other = choose(rest, otherwise, failure);
    if (other == null) {
      other = body.calls.library("_none_type_error", List.of(new TypedExpr.Literal(Names.STR, failure, span)), span);
    }
    Type joined = body.coercions.join(given.type(), other.type());
    if (joined == null) {
      joined = types.union(List.of(given.type(), other.type()));
    }
    TypedExpr test = new TypedExpr.IsMember(read, Names.NOT_IMPLEMENTED, Names.BOOL, span);
    return new TypedExpr.Block(List.of(new TypedStmt.Set(result, call, span)),
        new TypedExpr.Conditional(test, body.coercions.coerce(other, joined), body.coercions.coerce(given, joined),
            types.resolve(joined), span), span);
  }
}
