package io.codonj.core.infer;

import io.codonj.api.ast.BinaryOperator;
import io.codonj.api.ast.ComparisonOperator;
import io.codonj.api.ast.Expr;
import io.codonj.api.ast.UnaryOperator;
import io.codonj.api.source.Span;
import io.codonj.api.types.Type;
import io.codonj.api.types.Type.ClassType;
import io.codonj.api.types.Type.MetaType;
import io.codonj.api.types.Type.OptionalType;
import io.codonj.api.types.Type.TupleType;
import io.codonj.api.types.Type.UnionType;
import io.codonj.core.typed.TypedExpr;
import io.codonj.core.typed.TypedExpr.Coercion;
import io.codonj.core.typed.TypedStmt;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Operators as calls of special methods, reflected ones included, and truth testing.
final class OperatorChecker {
  private final Body body;
  private final Substitution types;
  final SubscriptChecker subscripts;
  private final ComparisonChecker comparisons;

  OperatorChecker(Body body) {
    this.body = body;
    this.types = body.types;
    this.subscripts = new SubscriptChecker(body);
    this.comparisons = new ComparisonChecker(body);
  }

  TypedExpr comparison(Expr.Comparison e) {
    return comparisons.check(e);
  }

  TypedExpr compare(ComparisonOperator operator, TypedExpr left, TypedExpr right, Expr at) {
    return comparisons.compare(operator, left, right, at);
  }

  TypedExpr unary(UnaryOperator operator, TypedExpr operand, Span span) {
    Type type = types.prune(operand.type());
    if (Substitution.isVariable(type)) {
      body.unresolved = true;
      return operand;
    }
    if (type instanceof OptionalType) {
      return unary(operator, body.coercions.checkedUnwrap(operand, "_none_type_error",
          "bad operand type for unary " + operator.symbol() + ": 'NoneType'"), span);
    }
    if (type instanceof UnionType union) {
      return perMember(operand, union, span, m -> unary(operator, m, span));
    }
    TypedExpr value = Names.is(type, "bool") ? body.coercions.coerce(operand, Names.INT) : operand;
    TypedExpr result = body.calls.tryMethod(value, operator.method(), List.of(), span);
    if (result == null) {
      throw body.error(span, InferenceCode.UNARY_OPERAND,
          "bad operand type for unary " + operator.symbol() + ": '" + body.coercions.show(type) + "'");
    }
    return result;
  }

  TypedExpr binary(Expr.Binary e, @Nullable Type expected) {
    boolean repeat = e.operator() == BinaryOperator.MULTIPLY;
    TypedExpr left = body.expressions.check(e.left(), repeat || e.operator() == BinaryOperator.ADD ? containerHint(expected) : null);
    TypedExpr right = body.expressions.check(
        e.right(), e.operator() == BinaryOperator.ADD ? containerHint(left.type()) : null);
    return binary(e.operator(), left, right, e, "__" + e.operator().name());
  }

  private @Nullable Type containerHint(@Nullable Type expected) {
    return expected != null && types.prune(expected) instanceof ClassType c && c.arguments().size() == 1 ? c : null;
  }

  TypedExpr binary(BinaryOperator operator, TypedExpr left, TypedExpr right, Expr at, String purpose) {
    Type a = types.prune(left.type());
    Type b = types.prune(right.type());
    Span span = at.span();
    if (Names.isNever(a) || Names.isNever(b)) {
      return Names.isNever(a) ? left
          : new TypedExpr.Block(List.of(new TypedStmt.Evaluate(left, span)), right, span);
    }
    if (unknown(a) || unknown(b) && !(a instanceof ClassType c && c.name().equals("list"))) {
      return body.defer(at);
    }
    if (a instanceof OptionalType) {
      return binary(operator, unwrapOperand(left, operator, "NoneType", body.coercions.show(b)), right, at, purpose);
    }
    if (b instanceof OptionalType) {
      return binary(operator, left, unwrapOperand(right, operator, body.coercions.show(a), "NoneType"), at, purpose);
    }
    if (a instanceof UnionType union) {
      return perMember(left, union, span, m -> binary(operator, m, right, at, purpose));
    }
    if (b instanceof UnionType union) {
      return perMember(right, union, span, m -> binary(operator, left, m, at, purpose));
    }
    if (NamedTupleValues.symbol(body, a) instanceof ClassSymbol s && s.findMethods(operator.method()).isEmpty()) {
      return binary(operator, NamedTupleValues.plain(body, left, operator.method()), right, at, purpose);
    }
    boolean formatted = operator == BinaryOperator.MODULO && Names.is(a, "str") && NamedTupleValues.symbol(body, b) != null;
    if (formatted || NamedTupleValues.areTuples(body, left, right, operator.method())) {
      return binary(operator, left, NamedTupleValues.plain(body, right, operator.method()), at, purpose);
    }
    if (operator == BinaryOperator.MODULO && Names.is(a, "str") && b instanceof ClassType c
        && body.program.classOf(c) instanceof ClassSymbol symbol && symbol.isNamedTuple) {
      return binary(operator, left, body.members.namedTupleFields(right, symbol, c), at, purpose);
    }
    TypedExpr tuples = tuples(operator, left, right, span);
    if (tuples != null) {
      return tuples;
    }
    if (operator == BinaryOperator.POWER) {
      TypedExpr power = literalPower(left, right, span);
      if (power != null) {
        return power;
      }
    }
    TypedExpr result = apply(operator, left, right, span);
    if (result == null) {
      if (!types.isGround(a) || !types.isGround(b)) {
        return body.defer(at);
      }
      throw unsupported(operator.symbol(), a, b, span);
    }
    return result;
  }

  /// `int ** literal` is an int for exponents from zero up and a float below, as in CPython.
  private @Nullable TypedExpr literalPower(TypedExpr left, TypedExpr right, Span span) {
    if (right instanceof TypedExpr.Literal(_, Long exponent, _) && exponent < 0
        && (Names.is(types.prune(left.type()), "int") || Names.is(types.prune(left.type()), "bool"))) {
      return apply(BinaryOperator.POWER, body.coercions.coerce(left, Names.FLOAT),
          new TypedExpr.Literal(Names.FLOAT, (double) exponent, span), span);
    }
    return null;
  }

  private static boolean unknown(Type type) {
    return Substitution.isVariable(type) || type instanceof OptionalType(var inner) && false;
  }

  private TypedExpr unwrapOperand(TypedExpr value, BinaryOperator operator, String left, String right) {
    return body.coercions.checkedUnwrap(value, "_none_type_error",
        "unsupported operand type(s) for " + operator.symbol() + ": '" + left + "' and '" + right + "'");
  }

  CheckError unsupported(String symbol, Type a, Type b, Span span) {
    return body.error(span, InferenceCode.UNSUPPORTED_OPERANDS, "unsupported operand type(s) for " + symbol + ": '"
        + body.coercions.show(a) + "' and '" + body.coercions.show(b) + "'");
  }

  private @Nullable TypedExpr apply(BinaryOperator operator, TypedExpr left, TypedExpr right, Span span) {
    boolean derived = body.program.isSubclass(right.type(), left.type())
        && !types.resolve(left.type()).equals(types.resolve(right.type()));
    TypedExpr result = derived && overridesReflected(right, operator) ? reflected(operator, left, right, span) : null;
    if (result == null) {
      result = body.calls.tryMethod(left, operator.method(), List.of(right), span);
    }
    if (result == null) {
      result = reflected(operator, left, right, span);
    }
    if (result != null && OperatorAttempts.isOpen(types, result.type())) {
      return attempts(operator, left, right, span, derived && overridesReflected(right, operator));
    }
    if (result == null && Names.is(types.prune(left.type()), "bool")) {
      return apply(operator, body.coercions.coerce(left, Names.INT), right, span);
    }
    if (result == null && Names.is(types.prune(right.type()), "bool")) {
      return apply(operator, left, body.coercions.coerce(right, Names.INT), span);
    }
    return result;
  }

  /// The methods of both operands, either of which may give `NotImplemented`.
  private @Nullable TypedExpr attempts(
      BinaryOperator operator, TypedExpr left, TypedExpr right, Span span, boolean reflectedFirst) {
    var attempts = new ArrayList<java.util.function.BinaryOperator<@Nullable TypedExpr>>();
    attempts.add((a, b) -> body.calls.tryMethod(a, operator.method(), List.of(b), span));
    attempts.add(reflectedFirst ? 0 : 1, (a, b) -> reflected(operator, a, b, span));
    String failure = unsupported(operator.symbol(), left.type(), right.type(), span).diagnostic().message();
    return new OperatorAttempts(body, left, right, span).first(attempts, (a, b) -> null, failure);
  }

  private boolean overridesReflected(TypedExpr right, BinaryOperator operator) {
    ClassSymbol symbol = body.program.classOf(right.type());
    return symbol != null && symbol.methods.containsKey(operator.reflectedMethod());
  }

  private @Nullable TypedExpr reflected(BinaryOperator operator, TypedExpr left, TypedExpr right, Span span) {
    if (!body.calls.hasMethod(right.type(), operator.reflectedMethod())) {
      return null;
    }
    var temporary = body.temporary(types.resolve(left.type()), span);
    TypedExpr call = body.calls.tryMethod(
        right, operator.reflectedMethod(), List.of(new TypedExpr.Get(temporary, span)), span);
    return call == null ? null
        : new TypedExpr.Block(List.of(new TypedStmt.Set(temporary, left, span)), call, span);
  }

  private @Nullable TypedExpr tuples(BinaryOperator operator, TypedExpr left, TypedExpr right, Span span) {
    if (operator == BinaryOperator.ADD && types.prune(left.type()) instanceof TupleType(var a)
        && types.prune(right.type()) instanceof TupleType(var b)) {
      var first = body.temporary(types.resolve(left.type()), span);
      var second = body.temporary(types.resolve(right.type()), span);
      var elements = new ArrayList<TypedExpr>();
      var elementTypes = new ArrayList<Type>();
      for (int i = 0; i < a.size(); i++) {
        elements.add(new TypedExpr.GetElement(new TypedExpr.Get(first, span), i, types.resolve(a.get(i)), span));
      }
      for (int i = 0; i < b.size(); i++) {
        elements.add(new TypedExpr.GetElement(new TypedExpr.Get(second, span), i, types.resolve(b.get(i)), span));
      }
      elements.forEach(e -> elementTypes.add(e.type()));
      return new TypedExpr.Block(
          List.of(new TypedStmt.Set(first, left, span), new TypedStmt.Set(second, right, span)),
          new TypedExpr.MakeTuple(new TupleType(elementTypes), elements, span), span);
    }
    if (operator == BinaryOperator.MULTIPLY && types.prune(left.type()) instanceof TupleType(var elements)
        && right instanceof TypedExpr.Literal(_, Long count, _) && count >= 0 && count * elements.size() <= 2048) {
      var temporary = body.temporary(types.resolve(left.type()), span);
      var values = new ArrayList<TypedExpr>();
      var valueTypes = new ArrayList<Type>();
      for (int n = 0; n < count; n++) {
        for (int i = 0; i < elements.size(); i++) {
          values.add(new TypedExpr.GetElement(new TypedExpr.Get(temporary, span), i, types.resolve(elements.get(i)), span));
          valueTypes.add(types.resolve(elements.get(i)));
        }
      }
      return new TypedExpr.Block(List.of(new TypedStmt.Set(temporary, left, span)),
          new TypedExpr.MakeTuple(new TupleType(valueTypes), values, span), span);
    }
    return null;
  }

  /// `a op= b` on values: the in-place method, else the plain operator.
  TypedExpr inPlace(BinaryOperator operator, TypedExpr left, TypedExpr right, Expr at) {
    Type a = types.prune(left.type());
    if (!body.isLibrary() && new ContainerWidening(body).widenBy(left, right)) {
      return left;
    }
    if (!Substitution.isVariable(a) && body.calls.hasMethod(a, operator.inPlaceMethod())) {
      TypedExpr result = body.calls.tryMethod(left, operator.inPlaceMethod(), List.of(right), at.span());
      if (result != null && OperatorAttempts.isOpen(types, result.type())) {
        TypedExpr other = new OperatorAttempts(body, left, right, at.span()).first(
            List.of((x, y) -> body.calls.tryMethod(x, operator.inPlaceMethod(), List.of(y), at.span())),
            (x, y) -> binary(operator, x, y, at, "in place"), "");
        if (other != null) {
          return other;
        }
      } else if (result != null) {
        return result;
      }
    }
    return binary(operator, left, right, at, "in place");
  }

  // ---- truth

  /// The truth of a value as `bool` gives it.
  TypedExpr truth(TypedExpr value, Expr at) {
    Type type = types.prune(value.type());
    Span span = at.span();
    if (Names.is(type, "bool")) {
      return value;
    }
    if (Substitution.isVariable(type)) {
      body.unresolved = true;
      return new TypedExpr.Undefined(Names.BOOL, span);
    }
    return switch (type) {
      case OptionalType(var inner) -> {
        var temporary = body.temporary(types.resolve(type), span);
        var read = new TypedExpr.Get(temporary, span);
        yield new TypedExpr.Block(List.of(new TypedStmt.Set(temporary, value, span)),
            new TypedExpr.Conditional(body.coercions.isNone(read), new TypedExpr.Literal(Names.BOOL, false, span),
                truth(body.coercions.unwrapped(read, inner), at), Names.BOOL, span), span);
      }
      case UnionType union -> perMember(value, union, span, m -> truth(m, at));
      case TupleType(var elements) -> after(value, !elements.isEmpty(), span);
      case MetaType _, Type.FunctionType _, Type.CallableType _, Type.ModuleType _ -> after(value, true, span);
      case ClassType c when Names.isNone(c) -> after(value, false, span);
      default -> objectTruth(value, type, span);
    };
  }

  private TypedExpr objectTruth(TypedExpr value, Type type, Span span) {
    TypedExpr bool = body.calls.tryMethod(value, "__bool__", List.of(), span);
    if (bool != null) {
      return bool;
    }
    TypedExpr length = body.calls.tryMethod(value, "__len__", List.of(), span);
    if (length == null) {
      return after(value, true, span);
    }
    return new TypedExpr.CallIntrinsic("operator.ne", List.of(),
        List.of(length, new TypedExpr.Literal(Names.INT, 0L, span)), Names.BOOL, span);
  }

  private static TypedExpr after(TypedExpr value, boolean truth, Span span) {
    var literal = new TypedExpr.Literal(Names.BOOL, truth, span);
    return value instanceof TypedExpr.Get || value instanceof TypedExpr.Literal || value instanceof TypedExpr.Undefined
        ? literal : new TypedExpr.Block(List.of(new TypedStmt.Evaluate(value, span)), literal, span);
  }

  // ---- unions

  /// Numbers of different types stay apart in a union: `2` must not become `2.0`.
  private boolean isNumber(Type type) {
    Type known = types.prune(type);
    return known instanceof UnionType || Names.is(known, "int") || Names.is(known, "float") || Names.is(known, "bool");
  }

  /// Does the same with each member of a union; the results are joined, into a union where they must be.
  TypedExpr perMember(TypedExpr value, UnionType union, Span span, Function<TypedExpr, TypedExpr> action) {
    var temporary = body.temporary(types.resolve(union), span);
    var read = new TypedExpr.Get(temporary, span);
    var results = new ArrayList<TypedExpr>();
    String outer = body.copyPrefix;
    for (Type member : union.members()) {
      // Nodes have a type per member.
      body.copyPrefix = outer + "m" + results.size() + " ";
      results.add(action.apply(new TypedExpr.Coerce(Coercion.FROM_UNION, read, types.resolve(member), "", span)));
    }
    body.copyPrefix = outer;
    Type joined = results.getFirst().type();
    for (TypedExpr result : results) {
      boolean numbers = isNumber(joined) && isNumber(result.type())
          && !types.resolve(joined).equals(types.resolve(result.type()));
      Type next = numbers ? null : body.coercions.join(joined, result.type());
      joined = next != null ? next : types.union(List.of(joined, result.type()));
    }
    TypedExpr chain = body.coercions.coerce(results.getLast(), joined);
    for (int i = results.size() - 2; i >= 0; i--) {
      var test = new TypedExpr.IsMember(read, types.resolve(union.members().get(i)), Names.BOOL, span);
      chain = new TypedExpr.Conditional(
          test, body.coercions.coerce(results.get(i), joined), chain, types.resolve(joined), span);
    }
    return new TypedExpr.Block(List.of(new TypedStmt.Set(temporary, value, span)), chain, span);
  }
}
