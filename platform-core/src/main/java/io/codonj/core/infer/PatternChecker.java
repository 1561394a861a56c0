package io.codonj.core.infer;

import io.codonj.api.ast.ComparisonOperator;
import io.codonj.api.ast.Expr;
import io.codonj.api.ast.Pattern;
import io.codonj.api.types.Type;
import io.codonj.api.types.Type.OptionalType;
import io.codonj.api.types.Type.UnionType;
import io.codonj.core.typed.TypedExpr;
import io.codonj.core.typed.TypedExpr.Coercion;
import java.util.ArrayList;
import java.util.List;

/// Patterns: takes the value's type apart first (optionals, unions), then tests what is left of the pattern.
final class PatternChecker {
  private final Body body;
  private final Substitution types;
  private final SequencePatterns sequences;
  private final MappingPatterns mappings;
  private final ClassPatterns classes;

  PatternChecker(Body body) {
    this.body = body;
    this.types = body.types;
    this.sequences = new SequencePatterns(body, this);
    this.mappings = new MappingPatterns(body, this);
    this.classes = new ClassPatterns(body, this);
  }

  /// Tests a pattern.
  ///
  /// @param value may be evaluated several times, without effects
  PatternMatch match(Pattern pattern, TypedExpr value, PatternCode code) {
    return switch (pattern) {
      case Pattern.Wildcard _ -> PatternMatch.always(value);
      case Pattern.Capture(_, var name) -> {
        code.capture(name, pattern, value);
        yield PatternMatch.always(value);
      }
      case Pattern.As(_, var inner, var name) -> {
        PatternMatch matched = inner == null ? PatternMatch.always(value) : match(inner, value, code);
        code.capture(name, pattern, matched.value());
        yield matched;
      }
      case Pattern.Or(_, var alternatives) -> or(pattern, alternatives, value, code);
      default -> byType(pattern, value, code);
    };
  }

  private PatternMatch byType(Pattern pattern, TypedExpr value, PatternCode code) {
    return switch (types.prune(value.type())) {
      case Type t when Substitution.isVariable(t) -> unknown(pattern, value, code);
      case OptionalType(var inner) -> optional(pattern, value, inner, code);
      case UnionType(var members) -> union(pattern, value, members, code);
      default -> switch (pattern) {
        case Pattern.Value(_, var expression) -> value(expression, value, code);
        case Pattern.Range(_, var first, var last) -> range(first, last, value, code);
        case Pattern.Sequence p -> sequences.match(p, value, code);
        case Pattern.Mapping p -> mappings.match(p, value, code);
        case Pattern.ClassPattern p -> classes.match(p, value, code);
        default -> match(pattern, value, code);
      };
    };
  }

  // ---- one of several

  private PatternMatch or(Pattern pattern, List<Pattern> alternatives, TypedExpr value, PatternCode code) {
    var choice = new PatternChoice(body, pattern.span());
    TypedExpr left = value;
    boolean always = false;
    for (Pattern alternative : alternatives) {
      var own = new PatternCode(body);
      PatternMatch matched = match(alternative, left, own);
      if (matched.isNever()) {
        continue;
      }
      choice.add(own, matched);
      if (matched.isAlways()) {
        always = true;
        break;
      }
      if (matched.rest() != null) {
        left = body.narrowing.select(left, types.resolve(matched.rest()));
      }
    }
    if (choice.isEmpty()) {
      return PatternMatch.never(value);
    }
    choice.finish(code);
    TypedExpr narrowed = together(value, choice);
    if (always) {
      return PatternMatch.always(narrowed);
    }
    Type rest = types.resolve(left.type());
    return new PatternMatch(PatternMatch.Certainty.MAYBE, narrowed,
        rest.equals(types.resolve(value.type())) ? null : rest);
  }

  /// The value, seen as what all alternatives agree on.
  private TypedExpr together(TypedExpr value, PatternChoice choice) {
    var found = choice.matches().stream().map(m -> types.resolve(m.value().type())).distinct().toList();
    if (found.size() == 1) {
      return body.narrowing.select(value, found.getFirst());
    }
    if (types.prune(value.type()) instanceof UnionType(var members) && members.containsAll(found)) {
      return body.narrowing.select(value, types.resolve(types.union(found)));
    }
    return value;
  }

  private PatternMatch union(Pattern pattern, TypedExpr value, List<Type> members, PatternCode code) {
    var choice = new PatternChoice(body, pattern.span());
    var matching = new ArrayList<Type>();
    var rest = new ArrayList<Type>();
    boolean always = true;
    for (Type member : members) {
      var own = new PatternCode(body);
      own.require(new TypedExpr.IsMember(value, member, Names.BOOL, pattern.span()));
      TypedExpr selected = own.hold(new TypedExpr.Coerce(Coercion.FROM_UNION, value, member, "", pattern.span()));
      PatternMatch matched = byType(pattern, selected, own);
      always &= matched.isAlways();
      if (!matched.isAlways()) {
        rest.add(matched.rest() != null ? matched.rest() : member);
      }
      if (!matched.isNever()) {
        choice.add(own, matched);
        matching.add(member);
      }
    }
    if (choice.isEmpty()) {
      return PatternMatch.never(value);
    }
    choice.finish(code);
    TypedExpr narrowed = matching.size() == members.size() ? value
        : matching.size() == 1 ? body.narrowing.select(value, types.resolve(choice.matches().getFirst().value().type()))
            : body.narrowing.select(value, types.resolve(types.union(matching)));
    if (always) {
      return PatternMatch.always(narrowed);
    }
    return new PatternMatch(PatternMatch.Certainty.MAYBE, narrowed, types.union(rest));
  }

  private PatternMatch optional(Pattern pattern, TypedExpr value, Type inner, PatternCode code) {
    TypedExpr none = body.coercions.isNone(value);
    if (isNone(pattern)) {
      code.require(none);
      return new PatternMatch(PatternMatch.Certainty.MAYBE, value, inner);
    }
    code.require(new TypedExpr.Not(none, Names.BOOL, pattern.span()));
    PatternMatch matched = byType(pattern, code.hold(body.coercions.unwrapped(value, inner)), code);
    return switch (matched.certainty()) {
      case NEVER -> PatternMatch.never(value);
      case ALWAYS -> new PatternMatch(PatternMatch.Certainty.MAYBE, matched.value(), Names.NONE);
      case MAYBE -> new PatternMatch(PatternMatch.Certainty.MAYBE, matched.value(),
          matched.rest() == null ? null : types.optional(matched.rest()));
    };
  }

  static boolean isNone(Pattern pattern) {
    return pattern instanceof Pattern.Value(_, Expr.NoneLiteral _);
  }

  // ---- values

  private PatternMatch value(Expr expression, TypedExpr value, PatternCode code) {
    Type type = types.prune(value.type());
    switch (expression) {
      case Expr.NoneLiteral _ -> {
        return Names.isNone(type) ? PatternMatch.always(value) : PatternMatch.never(value);
      }
      case Expr.BoolLiteral(_, var truth) -> {
        if (!type.equals(Names.BOOL)) {
          return PatternMatch.never(value);
        }
        code.require(truth ? value : new TypedExpr.Not(value, Names.BOOL, expression.span()));
        return PatternMatch.maybe(value);
      }
      default -> {}
    }
    TypedExpr wanted = body.expressions.check(expression, null);
    if (!ValueKinds.mayBeEqual(body, type, types.prune(wanted.type()))) {
      return PatternMatch.never(value);
    }
    TypedExpr test;
    try {
      test = body.operators.compare(ComparisonOperator.EQUAL, value, wanted, expression);
    } catch (CheckError _) {
      return PatternMatch.never(value);
    }
    if (test instanceof TypedExpr.Literal(_, Boolean truth, _)) {
      return truth ? PatternMatch.always(value) : PatternMatch.never(value);
    }
    code.require(test);
    return PatternMatch.maybe(value);
  }

  private PatternMatch range(Expr first, Expr last, TypedExpr value, PatternCode code) {
    TypedExpr from = body.expressions.check(first, null);
    TypedExpr to = body.expressions.check(last, null);
    if (!ValueKinds.mayBeEqual(body, types.prune(value.type()), types.prune(from.type()))) {
      return PatternMatch.never(value);
    }
    code.require(body.operators.compare(ComparisonOperator.GREATER_EQUAL, value, from, first));
    code.require(body.operators.compare(ComparisonOperator.LESS_EQUAL, value, to, last));
    return PatternMatch.maybe(value);
  }

  // ---- values of unknown type

  /// Binds the names, so that the case can be walked; a later walk knows more.
  private PatternMatch unknown(Pattern pattern, TypedExpr value, PatternCode code) {
    body.unresolved = true;
    switch (pattern) {
      case Pattern.Sequence(_, var elements) -> elements.forEach(e -> unknownPart(e, code));
      case Pattern.Mapping(_, _, var values, var rest) -> {
        values.forEach(v -> unknownPart(v, code));
        if (!rest.isEmpty()) {
          code.capture(rest, pattern, undefined(pattern));
        }
      }
      case Pattern.ClassPattern(_, _, var positional, var keywords) -> {
        positional.forEach(p -> unknownPart(p, code));
        keywords.forEach(k -> unknownPart(k.pattern(), code));
      }
      default -> {}
    }
    return PatternMatch.maybe(undefined(pattern));
  }

  private void unknownPart(Pattern pattern, PatternCode code) {
    if (pattern instanceof Pattern.Star(_, var name)) {
      if (!name.equals("_")) {
        code.capture(name, pattern, undefined(pattern));
      }
      return;
    }
    match(pattern, undefined(pattern), code);
  }

  private TypedExpr undefined(Pattern pattern) {
    return new TypedExpr.Undefined(body.nodeType(pattern, "pattern"), pattern.span());
  }
}
