package io.codonj.core.infer;

import io.codonj.api.ast.Expr;
import io.codonj.api.ast.FStringPart;
import io.codonj.api.ast.UnaryOperator;
import io.codonj.api.source.Span;
import io.codonj.api.types.Type;
import io.codonj.api.types.Type.OptionalType;
import io.codonj.api.types.Type.TupleType;
import io.codonj.core.typed.TypedExpr;
import io.codonj.core.typed.TypedStmt;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Expressions: hands each kind to the checker that knows it, and checks the simple ones itself.
final class ExpressionChecker {
  private final Body body;
  private final Substitution types;
  private final DisplayChecker displays;

  ExpressionChecker(Body body) {
    this.body = body;
    this.types = body.types;
    this.displays = new DisplayChecker(body);
  }

  /// @param expected the type that the context wants, a hint for displays, lambdas and generic calls
  TypedExpr check(Expr expression, @Nullable Type expected) {
    return switch (expression) {
      case Expr.Name e -> {
        TypedExpr value = body.variables.read(e);
        yield KeywordPacks.isPack(types.prune(value.type())) ? KeywordPacks.dictionary(body, value, e.span()) : value;
      }
      case Expr.IntLiteral e -> literal(e);
      case Expr.FloatLiteral e -> literal(e);
      case Expr.StringLiteral e -> literal(e);
      case Expr.BoolLiteral e -> literal(e);
      case Expr.BytesLiteral(var at, var text) ->
          new TypedExpr.Literal(Names.BYTES, new TypedExpr.Bytes(text), at.span());
      case Expr.NoneLiteral e -> new TypedExpr.Literal(Names.NONE, null, e.span());
      case Expr.EllipsisLiteral e -> new TypedExpr.Undefined(Names.ELLIPSIS, e.span());
      case Expr.PrefixedLiteral e -> new LiteralSuffixes(body).prefixed(e);
      case Expr.FString e -> fstring(e.parts(), e.span());
      case Expr.Display e -> displays.display(e, expected);
      case Expr.DictDisplay e -> displays.dict(e, expected);
      case Expr.Comprehension e -> body.comprehensions.check(e, expected);
      case Expr.Unary e -> unary(e);
      case Expr.Binary e -> body.operators.binary(e, expected);
      case Expr.Logical e -> logical(e, expected);
      case Expr.Comparison e -> body.operators.comparison(e);
      case Expr.Conditional e -> conditional(e, expected);
      case Expr.Lambda e -> body.functionValues.lambda(e);
      case Expr.Call e -> body.calls.check(e, expected);
      case Expr.Attribute e -> body.members.check(e, expected);
      case Expr.Subscript e -> body.operators.subscripts.check(e, expected);
      case Expr.Slice e -> body.operators.subscripts.slice(e);
      case Expr.Starred e -> throw body.error(
          e.span(), InferenceCode.NOT_SUPPORTED_YET, "a starred expression is not supported here");
      case Expr.Await e -> new AwaitChecker(body).check(e);
      case Expr.Yield e -> body.loops.yield(e, expected);
      case Expr.YieldFrom e -> new DelegationChecker(body).yieldFrom(e);
      case Expr.Walrus(var at, var target, var value) -> {
        TypedExpr checked = check(value, expected);
        TypedStmt set = body.comprehensions.outside(() -> body.variables.assign(target, checked));
        yield new TypedExpr.Block(List.of(set), check(target, null), at.span());
      }
      case Expr.Pipe e -> new PipelineChecker(body).check(e, false);
      case Expr.KeywordExpr e -> throw body.error(
          e.span(), InferenceCode.NOT_SUPPORTED_YET, "no plugin gives '" + e.keyword() + "' a meaning");
    };
  }

  TypedExpr literal(Expr expression) {
    return switch (expression) {
      case Expr.IntLiteral(var at, var value, var suffix) when suffix.isEmpty() -> {
        if (value.bitLength() >= 64) {
          throw body.error(at.span(), InferenceCode.INTEGER_RANGE,
              "the integer literal does not fit into 64 bits; use bigint(\"" + value + "\")");
        }
        yield new TypedExpr.Literal(Names.INT, value.longValue(), at.span());
      }
      case Expr.FloatLiteral(var at, var value, var suffix) when suffix.isEmpty() ->
          new TypedExpr.Literal(Names.FLOAT, value, at.span());
      case Expr.FloatLiteral(var at, var value, var suffix) when suffix.equals("j") ->
          body.constructors.makeValue(Names.COMPLEX, List.of(new TypedExpr.Literal(Names.FLOAT, 0.0, at.span()),
              new TypedExpr.Literal(Names.FLOAT, value, at.span())), at.span());
      case Expr.StringLiteral(var at, var value) -> new TypedExpr.Literal(Names.STR, value, at.span());
      case Expr.BoolLiteral(var at, var value) -> new TypedExpr.Literal(Names.BOOL, value, at.span());
      case Expr.Unary(var at, var operator, var operand) when operator == UnaryOperator.NEGATE ->
          negated(operand, at.span());
      case Expr.IntLiteral e -> new LiteralSuffixes(body).integer(e);
      case Expr.FloatLiteral e -> new LiteralSuffixes(body).floating(e);
      default -> throw new io.codonj.api.diagnostic.CompilerBug("no literal: " + expression, expression.span());
    };
  }

  private TypedExpr negated(Expr operand, Span span) {
    if (operand instanceof Expr.IntLiteral(_, var value, var suffix) && suffix.isEmpty()
        && value.bitLength() <= 64 && value.negate().bitLength() < 64) {
      return new TypedExpr.Literal(Names.INT, value.negate().longValue(), span);
    }
    return switch (literal(operand)) {
      case TypedExpr.Literal(var type, Double value, _) -> new TypedExpr.Literal(type, -value, span);
      case TypedExpr.Literal(var type, Boolean value, _) -> new TypedExpr.Literal(Names.INT, value ? -1L : 0L, span);
      case TypedExpr value -> body.operators.unary(UnaryOperator.NEGATE, value, span);
    };
  }

  private TypedExpr unary(Expr.Unary e) {
    if (e.operator() == UnaryOperator.NOT) {
      Narrowing.Condition condition = body.narrowing.condition(e);
      body.flow = Flow.merge(condition.whenTrue(), condition.whenFalse());
      return condition.test();
    }
    if (e.operator() == UnaryOperator.NEGATE && Declarations.isLiteral(e)) {
      return literal(e);
    }
    if (e.operator() == UnaryOperator.NEGATE && e.operand() instanceof Expr.IntLiteral(_, var value, var suffix)
        && LiteralSuffixes.takesSign(suffix)) {
      return new LiteralSuffixes(body).integer(new Expr.IntLiteral(e.at(), value.negate(), suffix));
    }
    return body.operators.unary(e.operator(), check(e.operand(), null), e.span());
  }

  /// `a or b` gives one of its operands; in conditions [Narrowing] takes it apart instead.
  private TypedExpr logical(Expr.Logical e, @Nullable Type expected) {
    TypedExpr result = check(e.operands().getFirst(), expected);
    Expr previous = e.operands().getFirst();
    for (Expr operand : e.operands().subList(1, e.operands().size())) {
      Type left = types.prune(result.type());
      if (Substitution.isVariable(left)) {
        body.unresolved = true;
        check(operand, expected);
        return new TypedExpr.Undefined(body.nodeType(e, "value"), e.span());
      }
      if (Names.isNone(left)) {
        if (e.isAnd()) {
          return result;
        }
        result = new TypedExpr.Block(
            List.of(new TypedStmt.Evaluate(result, e.span())), check(operand, expected), e.span());
        previous = operand;
        continue;
      }
      var temporary = body.temporary(types.resolve(left), e.span());
      var read = new TypedExpr.Get(temporary, e.span());
      TypedExpr truth = body.operators.truth(read, previous);
      Flow before = body.flow.copy();
      if (previous == e.operands().getFirst()) {
        Narrowing.Condition narrowed = body.narrowing.condition(previous);
        body.flow = (e.isAnd() ? narrowed.whenTrue() : narrowed.whenFalse()).copy();
      }
      TypedExpr right = check(operand, expected);
      body.flow = Flow.merge(before, body.flow);
      // `x or default`: when x is optional, what is left of it is present.
      TypedExpr kept = !e.isAnd() && left instanceof OptionalType(var inner)
          ? body.coercions.unwrapped(read, inner) : read;
      if (Names.isNever(types.prune(right.type()))) {
        right = new TypedExpr.Undefined(kept.type(), e.span()) instanceof TypedExpr u
            ? new TypedExpr.Block(List.of(new TypedStmt.Evaluate(right, e.span())), u, e.span()) : right;
      }
      if (Substitution.isVariable(types.prune(right.type()))) {
        types.unify(right.type(), kept.type());
      }
      Type joined = body.coercions.join(kept.type(), right.type());
      if (joined == null) {
        joined = types.union(List.of(kept.type(), right.type()));
      }
      TypedExpr a = body.coercions.coerce(kept, joined);
      TypedExpr b = body.coercions.coerce(right, joined);
      TypedExpr choice = e.isAnd()
          ? new TypedExpr.Conditional(truth, b, a, types.resolve(joined), e.span())
          : new TypedExpr.Conditional(truth, a, b, types.resolve(joined), e.span());
      result = new TypedExpr.Block(List.of(new TypedStmt.Set(temporary, result, e.span())), choice, e.span());
      previous = operand;
    }
    return result;
  }

  private TypedExpr conditional(Expr.Conditional e, @Nullable Type expected) {
    Narrowing.Condition condition = body.narrowing.condition(e.condition());
    Boolean constant = condition.constant();
    body.flow = condition.whenTrue().copy();
    if (constant != null) {
      body.flow = (constant ? condition.whenTrue() : condition.whenFalse()).copy();
      return check(constant ? e.whenTrue() : e.whenFalse(), expected);
    }
    TypedExpr whenTrue = check(e.whenTrue(), expected);
    Flow afterTrue = body.flow;
    body.flow = condition.whenFalse().copy();
    TypedExpr whenFalse = check(e.whenFalse(), expected != null ? expected : whenTrue.type());
    body.flow = Flow.merge(afterTrue, body.flow);
    if (Substitution.isVariable(types.prune(whenTrue.type())) || Substitution.isVariable(types.prune(whenFalse.type()))) {
      body.unresolved = true;
      types.unify(whenTrue.type(), whenFalse.type());
    }
    Type joined = expected != null && types.isGround(expected)
        && body.coercions.tryCoerce(whenTrue, expected) != null && body.coercions.tryCoerce(whenFalse, expected) != null
            ? expected : body.coercions.join(whenTrue.type(), whenFalse.type());
    if (joined == null) {
      joined = types.union(List.of(whenTrue.type(), whenFalse.type()));
    }
    return new TypedExpr.Conditional(condition.test(), body.coercions.coerce(whenTrue, joined),
        body.coercions.coerce(whenFalse, joined), types.resolve(joined), e.span());
  }

  // ---- f-strings

  private TypedExpr fstring(List<FStringPart> parts, Span span) {
    var pieces = new ArrayList<TypedExpr>();
    for (FStringPart part : parts) {
      switch (part) {
        case FStringPart.Text(var text) -> {
          if (!text.isEmpty()) {
            pieces.add(new TypedExpr.Literal(Names.STR, text, span));
          }
        }
        case FStringPart.Field(var value, var conversion, var spec) -> pieces.add(field(value, conversion, spec));
      }
    }
    if (pieces.isEmpty()) {
      return new TypedExpr.Literal(Names.STR, "", span);
    }
    if (pieces.size() == 1) {
      return pieces.getFirst();
    }
    return body.calls.library("_fstring", pieces, span);
  }

  private TypedExpr field(Expr expression, String conversion, @Nullable List<FStringPart> spec) {
    TypedExpr value = check(expression, null);
    Span span = expression.span();
    if (Substitution.isVariable(types.prune(value.type()))) {
      body.unresolved = true;
      return new TypedExpr.Undefined(Names.STR, span);
    }
    TypedExpr text = switch (conversion) {
      case "r" -> body.calls.library("repr", List.of(value), span);
      case "a" -> body.calls.library("ascii", List.of(value), span);
      case "s" -> string(value, span);
      default -> value;
    };
    if (spec == null || spec.isEmpty()) {
      return string(text, span);
    }
    return body.calls.library("_format_field", List.of(text, fstring(spec, span)), span);
  }

  /// `str(value)`
  TypedExpr string(TypedExpr value, Span span) {
    TypedExpr printed = body.classValues.printed(value);
    if (printed != value) {
      return printed;
    }
    return types.prune(value.type()).equals(Names.STR) ? value
        : body.constructors.construct(Names.STR, List.of(Argument.of(value)), body.calls.node(span), null);
  }

  static boolean isTuple(Type type) {
    return type instanceof TupleType;
  }
}
