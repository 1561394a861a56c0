package io.codonj.core.infer;

import io.codonj.api.ast.ComparisonOperator;
import io.codonj.api.ast.Expr;
import io.codonj.api.source.Span;
import io.codonj.api.types.Type;
import io.codonj.api.types.Type.ClassType;
import io.codonj.api.types.Type.MetaType;
import io.codonj.api.types.Type.OptionalType;
import io.codonj.api.types.Type.UnionType;
import io.codonj.core.typed.TypedExpr;
import io.codonj.core.typed.TypedStmt;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Comparisons, chained or not: ordering, equality, identity, membership.
final class ComparisonChecker {
  private final Body body;
  private final Substitution types;

  ComparisonChecker(Body body) {
    this.body = body;
    this.types = body.types;
  }

  TypedExpr check(Expr.Comparison e) {
    if (e.rest().size() == 1) {
      var part = e.rest().getFirst();
      boolean identity = part.operator() == ComparisonOperator.IS || part.operator() == ComparisonOperator.IS_NOT;
      if (identity && part.operand() instanceof Expr.NoneLiteral) {
        Narrowing.Condition condition = body.narrowing.condition(e);
        body.flow = Flow.merge(condition.whenTrue(), condition.whenFalse());
        return condition.test();
      }
      boolean membership = part.operator() == ComparisonOperator.IN || part.operator() == ComparisonOperator.NOT_IN;
      Boolean packed = membership ? KeywordPacks.contains(body, e.first(), part.operand()) : null;
      if (packed != null) {
        return new TypedExpr.Literal(Names.BOOL, packed == (part.operator() == ComparisonOperator.IN), e.span());
      }
      TypedExpr left = body.expressions.check(e.first(), null);
      return compare(part.operator(), left, body.expressions.check(part.operand(), hint(part.operator(), left)), e);
    }
    return chain(e);
  }

  private @Nullable Type hint(ComparisonOperator operator, TypedExpr left) {
    return operator == ComparisonOperator.EQUAL || operator == ComparisonOperator.NOT_EQUAL ? left.type() : null;
  }

  /// `a < b < c`: each operand is evaluated once, and not at all after a false part.
  private TypedExpr chain(Expr.Comparison e) {
    TypedExpr left = body.expressions.check(e.first(), null);
    return chain(left, e.rest(), e);
  }

  private TypedExpr chain(TypedExpr left, List<Expr.ComparisonPart> rest, Expr at) {
    var part = rest.getFirst();
    TypedExpr right = body.expressions.check(part.operand(), hint(part.operator(), left));
    if (rest.size() == 1) {
      return compare(part.operator(), left, right, at);
    }
    Span span = at.span();
    var first = body.temporary(types.resolve(left.type()), span);
    var second = body.temporary(types.resolve(right.type()), span);
    TypedExpr test = compare(part.operator(), new TypedExpr.Get(first, span), new TypedExpr.Get(second, span), at);
    TypedExpr others = chain(new TypedExpr.Get(second, span), rest.subList(1, rest.size()), at);
    return new TypedExpr.Block(
        List.of(new TypedStmt.Set(first, left, span), new TypedStmt.Set(second, right, span)),
        new TypedExpr.Conditional(body.operators.truth(test, at), body.operators.truth(others, at),
            new TypedExpr.Literal(Names.BOOL, false, span), Names.BOOL, span), span);
  }

  TypedExpr compare(ComparisonOperator operator, TypedExpr left, TypedExpr right, Expr at) {
    if ((operator == ComparisonOperator.EQUAL || operator == ComparisonOperator.NOT_EQUAL)
        && left instanceof TypedExpr.Literal(_, String first, _) && right instanceof TypedExpr.Literal(_, String second, _)) {
      return new TypedExpr.Literal(
          Names.BOOL, first.equals(second) == (operator == ComparisonOperator.EQUAL), at.span());
    }
    if (Names.isNever(types.prune(left.type())) || Names.isNever(types.prune(right.type()))) {
      return new TypedExpr.Block(List.of(new TypedStmt.Evaluate(left, at.span()), new TypedStmt.Evaluate(right, at.span())),
          new TypedExpr.Undefined(Names.BOOL, at.span()), at.span());
    }
    return switch (operator) {
      case IS -> identity(left, right, at);
      case IS_NOT -> not(identity(left, right, at));
      case IN -> contains(right, left, at);
      case NOT_IN -> not(contains(right, left, at));
      case EQUAL -> equal(left, right, at);
      case NOT_EQUAL -> notEqual(left, right, at);
      default -> order(operator, left, right, at);
    };
  }

  private TypedExpr not(TypedExpr test) {
    return test instanceof TypedExpr.Literal(_, Boolean value, var span)
        ? new TypedExpr.Literal(Names.BOOL, !value, span) : new TypedExpr.Not(test, Names.BOOL, test.span());
  }

  // ---- identity

  private TypedExpr identity(TypedExpr left, TypedExpr right, Expr at) {
    Type a = types.prune(left.type());
    Type b = types.prune(right.type());
    Span span = at.span();
    if (Substitution.isVariable(a) || Substitution.isVariable(b)) {
      body.unresolved = true;
      return new TypedExpr.Undefined(Names.BOOL, span);
    }
    boolean dynamicClass = ClassValues.isTypeOf(left) || ClassValues.isTypeOf(right);
    if (dynamicClass && (a instanceof MetaType || ClassValues.isTypeOf(left)) && (b instanceof MetaType || ClassValues.isTypeOf(right))
        || a instanceof MetaType && b instanceof MetaType) {
      TypedExpr dynamic = body.classValues.sameClass(left, right, span);
      return dynamic != null ? dynamic
          : new TypedExpr.Literal(Names.BOOL, types.resolve(a).equals(types.resolve(b)), span);
    }
    if (Names.isNone(b) || Names.isNone(a)) {
      TypedExpr other = Names.isNone(b) ? left : right;
      return types.prune(other.type()) instanceof OptionalType ? body.coercions.isNone(other)
          : new TypedExpr.Literal(Names.BOOL, Names.isNone(types.prune(other.type())), span);
    }
    if (Names.is(strip(a), "ExceptionClass") && !ClassValues.isTypeOf(left) && b instanceof MetaType) {
      return equality(left, right, at, false);
    }
    boolean references = body.program.isReference(strip(a)) && body.program.isReference(strip(b));
    if (!references) {
      if (a instanceof UnionType union) {
        return body.operators.perMember(left, union, span, m -> identity(m, right, at));
      }
      if (b instanceof UnionType union) {
        return body.operators.perMember(right, union, span, m -> identity(left, m, at));
      }
      return types.resolve(a).equals(types.resolve(b)) ? equal(left, right, at)
          : new TypedExpr.Literal(Names.BOOL, false, span);
    }
    boolean related = body.coercions.join(a, b) != null;
    return related ? new TypedExpr.SameObject(left, right, Names.BOOL, span)
        : new TypedExpr.Literal(Names.BOOL, false, span);
  }

  private Type strip(Type type) {
    return type instanceof OptionalType(var inner) ? types.prune(inner) : type;
  }

  // ---- membership

  private TypedExpr contains(TypedExpr container, TypedExpr item, Expr at) {
    Type type = types.prune(container.type());
    Span span = at.span();
    if (Substitution.isVariable(type) || Substitution.isVariable(types.prune(item.type()))) {
      body.unresolved = true;
      return new TypedExpr.Undefined(Names.BOOL, span);
    }
    if (type instanceof OptionalType) {
      return contains(body.coercions.checkedUnwrap(
          container, "_none_type_error", "argument of type 'NoneType' is not iterable"), item, at);
    }
    if (type instanceof UnionType union) {
      return body.operators.perMember(container, union, span, m -> contains(m, item, at));
    }
    if (type instanceof MetaType(var instance) && body.program.classOf(instance) instanceof ClassSymbol s && s.isEnum) {
      TypedExpr members = body.members.callClassMember(instance, "_members", List.of(), at, null);
      return contains(members, item, at);
    }
    var temporary = body.temporary(types.resolve(item.type()), span);
    var read = new TypedExpr.Get(temporary, span);
    TypedExpr test = body.calls.tryMethod(container, "__contains__", List.of(read), span);
    if (test == null && types.prune(item.type()) instanceof OptionalType(var inner)) {
      TypedExpr present = body.calls.tryMethod(
          container, "__contains__", List.of(body.coercions.unwrapped(read, inner)), span);
      if (present != null) {
        test = new TypedExpr.Conditional(
            body.coercions.isNone(read), new TypedExpr.Literal(Names.BOOL, false, span), present, Names.BOOL, span);
      }
    }
    if (test == null && types.prune(item.type()) instanceof UnionType union) {
      return body.operators.perMember(item, union, span, m -> contains(container, m, at));
    }
    if (test == null && ClassValues.isClass(types.prune(item.type()))) {
      test = new TypedExpr.Literal(Names.BOOL, false, span);
    }
    if (test == null && body.calls.hasMethod(type, "__contains__")) {
      throw body.error(span, InferenceCode.UNSUPPORTED_MEMBERSHIP, "'in' cannot look for '"
          + body.coercions.show(item.type()) + "' in '" + body.coercions.show(type) + "'");
    }
    if (test == null) {
      test = body.calls.library("_contains_by_iteration", List.of(container, read), span);
    }
    return new TypedExpr.Block(
        List.of(new TypedStmt.Set(temporary, item, span)), body.operators.truth(test, at), span);
  }

  // ---- equality

  private TypedExpr equal(TypedExpr left, TypedExpr right, Expr at) {
    return equality(left, right, at, false);
  }

  private TypedExpr notEqual(TypedExpr left, TypedExpr right, Expr at) {
    return equality(left, right, at, true);
  }

  private TypedExpr equality(TypedExpr left, TypedExpr right, Expr at, boolean negate) {
    Type a = types.prune(left.type());
    Type b = types.prune(right.type());
    Span span = at.span();
    if (Substitution.isVariable(a) || Substitution.isVariable(b)) {
      body.unresolved = true;
      if (Substitution.isVariable(a) != Substitution.isVariable(b)) {
        return new TypedExpr.Undefined(Names.BOOL, span);
      }
      return new TypedExpr.Undefined(Names.BOOL, span);
    }
    if (a instanceof OptionalType || b instanceof OptionalType || Names.isNone(a) || Names.isNone(b)) {
      TypedExpr test = optionalEqual(left, a, right, b, at);
      return negate ? not(test) : test;
    }
    if (ClassValues.isTypeOf(left) || ClassValues.isTypeOf(right)) {
      TypedExpr test = identity(left, right, at);
      return negate ? not(test) : test;
    }
    if (a instanceof UnionType union) {
      return body.operators.perMember(left, union, span, m -> equality(m, right, at, negate));
    }
    if (b instanceof UnionType union) {
      return body.operators.perMember(right, union, span, m -> equality(left, m, at, negate));
    }
    if (NamedTupleValues.areTuples(body, left, right, "__eq__")) {
      return equality(NamedTupleValues.plain(body, left, "__eq__"), NamedTupleValues.plain(body, right, "__eq__"), at,
          negate);
    }
    if (a instanceof Type.FunctionType && types.resolve(a).equals(types.resolve(b))) {
      // Of one type there is one function.
      return new TypedExpr.Block(List.of(new TypedStmt.Evaluate(left, span), new TypedStmt.Evaluate(right, span)),
          new TypedExpr.Literal(Names.BOOL, !negate, span), span);
    }
    if (a instanceof MetaType || a instanceof Type.FunctionType) {
      TypedExpr test = identity(left, right, at);
      return negate ? not(test) : test;
    }
    TypedExpr result = negate ? method("__ne__", left, right, span) : null;
    if (result != null && OperatorAttempts.isOpen(types, result.type())) {
      return new OperatorAttempts(body, left, right, span).first(
          List.of((x, y) -> method("__ne__", x, y, span)), (x, y) -> not(body.operators.truth(same(x, a, y, b, at), at)), "");
    }
    if (result == null) {
      result = same(left, a, right, b, at);
      result = negate ? not(body.operators.truth(result, at)) : result;
    }
    return result;
  }

  /// What `__eq__` of either side says, else whether both are the same object.
  private TypedExpr same(TypedExpr left, Type a, TypedExpr right, Type b, Expr at) {
    Span span = at.span();
    TypedExpr result = method("__eq__", left, right, span);
    if (result == null) {
      result = reflectedEqual(left, right, span);
    }
    if (result != null && OperatorAttempts.isOpen(types, result.type())) {
      return new OperatorAttempts(body, left, right, span).first(
          List.of((x, y) -> method("__eq__", x, y, span), (x, y) -> reflectedEqual(x, y, span)),
          (x, y) -> identical(x, a, y, b, at), "");
    }
    return result != null ? result : fallback(left, a, right, b, at);
  }

  private TypedExpr identical(TypedExpr left, Type a, TypedExpr right, Type b, Expr at) {
    boolean related = body.program.isReference(a) && body.program.isReference(b) && body.coercions.join(a, b) != null;
    return related ? new TypedExpr.SameObject(left, right, Names.BOOL, at.span()) : fallback(left, a, right, b, at);
  }

  private @Nullable TypedExpr method(String name, TypedExpr left, TypedExpr right, Span span) {
    return body.calls.tryMethod(left, name, List.of(right), span);
  }

  private @Nullable TypedExpr reflectedEqual(TypedExpr left, TypedExpr right, Span span) {
    if (!body.calls.hasMethod(right.type(), "__eq__")) {
      return null;
    }
    var temporary = body.temporary(types.resolve(left.type()), span);
    TypedExpr call = body.calls.tryMethod(right, "__eq__", List.of(new TypedExpr.Get(temporary, span)), span);
    return call == null ? null : new TypedExpr.Block(List.of(new TypedStmt.Set(temporary, left, span)), call, span);
  }

  private TypedExpr fallback(TypedExpr left, Type a, TypedExpr right, Type b, Expr at) {
    if (Names.is(a, "bool")) {
      return equality(body.coercions.coerce(left, Names.INT), right, at, false);
    }
    if (Names.is(b, "bool")) {
      return equality(left, body.coercions.coerce(right, Names.INT), at, false);
    }
    if (a instanceof ClassType x && body.program.classOf(x) instanceof ClassSymbol s && s.isNamedTuple) {
      return equality(body.members.namedTupleFields(left, s, x), right, at, false);
    }
    if (b instanceof ClassType x && body.program.classOf(x) instanceof ClassSymbol s && s.isNamedTuple) {
      return equality(left, body.members.namedTupleFields(right, s, x), at, false);
    }
    if (body.program.isReference(a) && body.program.isReference(b) && body.coercions.join(a, b) != null
        && !body.calls.hasMethod(a, "__eq__")) {
      return new TypedExpr.SameObject(left, right, Names.BOOL, at.span());
    }
    if (!types.isGround(a) || !types.isGround(b)) {
      body.unresolved = true;
      return new TypedExpr.Undefined(Names.BOOL, at.span());
    }
    return new TypedExpr.Block(
        List.of(new TypedStmt.Evaluate(left, at.span()), new TypedStmt.Evaluate(right, at.span())),
        new TypedExpr.Literal(Names.BOOL, false, at.span()), at.span());
  }

  private TypedExpr optionalEqual(TypedExpr left, Type a, TypedExpr right, Type b, Expr at) {
    Span span = at.span();
    if (Names.isNone(a) || Names.isNone(b)) {
      return identity(left, right, at);
    }
    var first = body.temporary(types.resolve(a), span);
    var second = body.temporary(types.resolve(b), span);
    TypedExpr x = new TypedExpr.Get(first, span);
    TypedExpr y = new TypedExpr.Get(second, span);
    TypedExpr no = new TypedExpr.Literal(Names.BOOL, false, span);
    TypedExpr xNone = a instanceof OptionalType ? body.coercions.isNone(x) : no;
    TypedExpr yNone = b instanceof OptionalType ? body.coercions.isNone(y) : no;
    TypedExpr xValue = a instanceof OptionalType(var inner) ? body.coercions.unwrapped(x, inner) : x;
    TypedExpr yValue = b instanceof OptionalType(var inner) ? body.coercions.unwrapped(y, inner) : y;
    TypedExpr values = body.operators.truth(equality(xValue, yValue, at, false), at);
    TypedExpr test = new TypedExpr.Conditional(xNone, yNone,
        new TypedExpr.Conditional(yNone, no, values, Names.BOOL, span), Names.BOOL, span);
    return new TypedExpr.Block(
        List.of(new TypedStmt.Set(first, left, span), new TypedStmt.Set(second, right, span)), test, span);
  }

  // ---- order

  private @Nullable TypedExpr reflectedOrder(ComparisonOperator operator, TypedExpr left, TypedExpr right, Span span) {
    if (!body.calls.hasMethod(right.type(), operator.reflectedMethod())) {
      return null;
    }
    var temporary = body.temporary(types.resolve(left.type()), span);
    TypedExpr call = method(operator.reflectedMethod(), right, new TypedExpr.Get(temporary, span), span);
    return call == null ? null : new TypedExpr.Block(List.of(new TypedStmt.Set(temporary, left, span)), call, span);
  }

  private TypedExpr order(ComparisonOperator operator, TypedExpr left, TypedExpr right, Expr at) {
    Type a = types.prune(left.type());
    Type b = types.prune(right.type());
    Span span = at.span();
    if (Substitution.isVariable(a) || Substitution.isVariable(b)) {
      body.unresolved = true;
      return new TypedExpr.Undefined(Names.BOOL, span);
    }
    String text = "'" + operator.symbol() + "' not supported between instances of '";
    if (a instanceof OptionalType) {
      return order(operator, body.coercions.checkedUnwrap(
          left, "_none_type_error", text + "NoneType' and '" + body.coercions.show(b) + "'"), right, at);
    }
    if (b instanceof OptionalType) {
      return order(operator, left, body.coercions.checkedUnwrap(
          right, "_none_type_error", text + body.coercions.show(a) + "' and 'NoneType'"), at);
    }
    if (a instanceof UnionType union) {
      return body.operators.perMember(left, union, span, m -> order(operator, m, right, at));
    }
    if (b instanceof UnionType union) {
      return body.operators.perMember(right, union, span, m -> order(operator, left, m, at));
    }
    if (NamedTupleValues.areTuples(body, left, right, operator.method())) {
      return order(operator, NamedTupleValues.plain(body, left, operator.method()),
          NamedTupleValues.plain(body, right, operator.method()), at);
    }
    TypedExpr result = method(operator.method(), left, right, span);
    if (result == null) {
      result = reflectedOrder(operator, left, right, span);
    }
    if (result != null && OperatorAttempts.isOpen(types, result.type())) {
      result = new OperatorAttempts(body, left, right, span).first(
          List.of((x, y) -> method(operator.method(), x, y, span), (x, y) -> reflectedOrder(operator, x, y, span)),
          (x, y) -> null, text + body.coercions.show(a) + "' and '" + body.coercions.show(b) + "'");
    }
    if (result == null && Names.is(a, "bool")) {
      return order(operator, body.coercions.coerce(left, Names.INT), right, at);
    }
    if (result == null && Names.is(b, "bool")) {
      return order(operator, left, body.coercions.coerce(right, Names.INT), at);
    }
    if (result == null && a instanceof ClassType x && body.program.classOf(x) instanceof ClassSymbol s && s.isNamedTuple) {
      return order(operator, body.members.namedTupleFields(left, s, x), right, at);
    }
    if (result == null && b instanceof ClassType x && body.program.classOf(x) instanceof ClassSymbol s && s.isNamedTuple) {
      return order(operator, left, body.members.namedTupleFields(right, s, x), at);
    }
    if (result == null) {
      if (!types.isGround(a) || !types.isGround(b)) {
        body.unresolved = true;
        return new TypedExpr.Undefined(Names.BOOL, span);
      }
      String problem = text + named(a) + "' and '" + named(b) + "'";
      if (isLaterItem(a)) {
        TypedExpr fail = body.calls.library("_none_type_error", List.of(new TypedExpr.Literal(Names.STR, problem, span)), span);
        return new TypedExpr.Block(
            List.of(new TypedStmt.Evaluate(fail, span)), new TypedExpr.Undefined(Names.BOOL, span), span);
      }
      throw body.error(span, InferenceCode.UNSUPPORTED_COMPARISON, problem);
    }
    return result;
  }

  private String named(Type type) {
    return type instanceof Type.FunctionType ? "function" : body.coercions.show(type);
  }

  /// Is this the type of an item behind the first one of a tuple whose order is asked for? Items without an order raise
  /// only when all before them are equal, and `(priority, count, task)` sees to it that this does not happen.
  private boolean isLaterItem(Type item) {
    var symbol = body.instance.symbol;
    return symbol.owner != null && symbol.owner.name.equals("tuple")
        && types.prune(body.instance.parameterTypes.getFirst()) instanceof Type.TupleType(var items) && items.size() > 1
        && !types.resolve(items.getFirst()).equals(types.resolve(item));
  }
}
