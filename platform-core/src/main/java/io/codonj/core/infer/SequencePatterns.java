package io.codonj.core.infer;

import io.codonj.api.ast.ComparisonOperator;
import io.codonj.api.ast.Expr;
import io.codonj.api.ast.Pattern;
import io.codonj.api.source.Span;
import io.codonj.api.types.Type;
import io.codonj.api.types.Type.ClassType;
import io.codonj.api.types.Type.TupleType;
import io.codonj.core.typed.TypedExpr;
import io.codonj.core.typed.TypedStmt;
import java.util.List;
import java.util.Set;

/// `[a, *rest, b]`: tuples are taken apart at compile time, other sequences by their length and items.
final class SequencePatterns {
  private static final Set<String> SEQUENCES = Set.of(
      "list", "DynamicTuple", "range", "memoryview", "deque", "UserList", "array");

  private final Body body;
  private final Substitution types;
  private final PatternChecker patterns;

  SequencePatterns(Body body, PatternChecker patterns) {
    this.body = body;
    this.types = body.types;
    this.patterns = patterns;
  }

  PatternMatch match(Pattern.Sequence pattern, TypedExpr value, PatternCode code) {
    Type type = types.prune(value.type());
    if (type instanceof TupleType(var elements)) {
      return tuple(pattern, value, value, elements, code);
    }
    if (!(type instanceof ClassType c) || !(body.program.classOf(c) instanceof ClassSymbol symbol)) {
      return PatternMatch.never(value);
    }
    if (symbol.isNamedTuple) {
      TypedExpr fields = code.hold(body.members.namedTupleFields(value, symbol, c));
      return tuple(pattern, value, fields, ((TupleType) types.prune(fields.type())).elements(), code);
    }
    return isSequence(symbol) ? items(pattern, value, code) : PatternMatch.never(value);
  }

  /// Built-in sequences, and classes that say that they are one by deriving from `Sequence`.
  static boolean isSequence(ClassSymbol symbol) {
    return symbol.linearization.stream().anyMatch(c -> c.module.isLibrary && SEQUENCES.contains(c.shortName())
        || c.definition.bases().stream().anyMatch(
            b -> Set.of("Sequence", "MutableSequence").contains(GeneratedMethods.head(b.value()))));
  }

  static int star(List<Pattern> elements) {
    for (int i = 0; i < elements.size(); i++) {
      if (elements.get(i) instanceof Pattern.Star) {
        return i;
      }
    }
    return -1;
  }

  private PatternMatch tuple(
      Pattern.Sequence pattern, TypedExpr value, TypedExpr tuple, List<Type> types, PatternCode code) {
    var elements = pattern.elements();
    int star = star(elements);
    int fixed = elements.size() - (star < 0 ? 0 : 1);
    if (star < 0 ? types.size() != fixed : types.size() < fixed) {
      return PatternMatch.never(value);
    }
    var certainty = PatternMatch.Certainty.ALWAYS;
    int skipped = types.size() - fixed;
    for (int i = 0; i < elements.size(); i++) {
      if (elements.get(i) instanceof Pattern.Star(_, var name)) {
        if (!name.equals("_")) {
          code.capture(name, elements.get(i), listOf(tuple, types, i, i + skipped, elements.get(i).span(), code));
        }
        continue;
      }
      int index = star >= 0 && i > star ? i - 1 + skipped : i;
      TypedExpr element = new TypedExpr.GetElement(
          tuple, index, this.types.resolve(types.get(index)), elements.get(i).span());
      PatternMatch matched = patterns.match(elements.get(i), element, code);
      certainty = matched.and(certainty);
      if (matched.isNever()) {
        return PatternMatch.never(value);
      }
    }
    return new PatternMatch(certainty, value, null);
  }

  /// A star in a tuple pattern captures a list.
  private TypedExpr listOf(TypedExpr tuple, List<Type> elements, int from, int to, Span span, PatternCode code) {
    Type element = null;
    for (Type type : elements.subList(from, to)) {
      Type joined = element == null ? type : body.coercions.join(element, type);
      element = joined != null ? joined : types.union(List.of(element, type));
    }
    Type list = Names.list(types.resolve(element == null ? Names.NONE : element));
    TypedExpr length = new TypedExpr.Literal(Names.INT, (long) (to - from), span);
    TypedExpr result = code.hold(body.calls.tryLibraryMethodOnClass(list, "_with_capacity", List.of(length), span));
    for (int i = from; i < to; i++) {
      TypedExpr item = new TypedExpr.GetElement(tuple, i, types.resolve(elements.get(i)), span);
      TypedExpr converted = body.coercions.coerce(item, ((ClassType) list).arguments().getFirst());
      code.statements.add(new TypedStmt.Evaluate(body.calls.method(result, "append", List.of(converted), span), span));
    }
    return result;
  }

  private PatternMatch items(Pattern.Sequence pattern, TypedExpr value, PatternCode code) {
    var elements = pattern.elements();
    int star = star(elements);
    int fixed = elements.size() - (star < 0 ? 0 : 1);
    Expr at = new Expr.NoneLiteral(pattern.at());
    TypedExpr length = code.hold(body.calls.method(value, "__len__", List.of(), pattern.span()));
    if (star < 0 || fixed > 0) {
      code.require(body.operators.compare(
          star < 0 ? ComparisonOperator.EQUAL : ComparisonOperator.GREATER_EQUAL, length,
          number(fixed, pattern.span()), at));
    }
    var certainty = star >= 0 && fixed == 0 ? PatternMatch.Certainty.ALWAYS : PatternMatch.Certainty.MAYBE;
    for (int i = 0; i < elements.size(); i++) {
      Pattern element = elements.get(i);
      int fromEnd = elements.size() - i;
      if (element instanceof Pattern.Star(_, var name)) {
        if (!name.equals("_")) {
          TypedExpr end = back(length, fromEnd - 1, element.span());
          code.capture(name, element, slice(value, number(i, element.span()), end, element, code));
        }
        continue;
      }
      if (element instanceof Pattern.Wildcard) {
        continue;
      }
      TypedExpr index = star >= 0 && i > star ? back(length, fromEnd, element.span()) : number(i, element.span());
      TypedExpr item = code.hold(body.calls.method(value, "__getitem__", List.of(index), element.span()));
      PatternMatch matched = patterns.match(element, item, code);
      certainty = matched.and(certainty);
      if (matched.isNever()) {
        return PatternMatch.never(value);
      }
    }
    return new PatternMatch(certainty, value, null);
  }

  private static TypedExpr number(int value, Span span) {
    return new TypedExpr.Literal(Names.INT, (long) value, span);
  }

  private TypedExpr back(TypedExpr length, int count, Span span) {
    return count == 0 ? length : body.calls.method(length, "__sub__", List.of(number(count, span)), span);
  }

  private TypedExpr slice(TypedExpr value, TypedExpr from, TypedExpr to, Pattern at, PatternCode code) {
    Expr node = body.calls.node(at.span());
    TypedExpr list = value;
    if (!Names.is(types.prune(value.type()), "list")) {
      Type element = body.calls.method(value, "__getitem__", List.of(from), at.span()).type();
      list = code.hold(body.constructors.construct(
          Names.list(types.resolve(element)), List.of(Argument.of(value)), node, null));
    }
    TypedExpr bounds = body.constructors.construct(
        Names.SLICE, List.of(Argument.of(from), Argument.of(to)), node, null);
    return code.hold(body.calls.method(list, "__getitem__", List.of(bounds), at.span()));
  }
}
