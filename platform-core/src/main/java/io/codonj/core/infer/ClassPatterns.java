package io.codonj.core.infer;

import io.codonj.api.ast.Expr;
import io.codonj.api.ast.Pattern;
import io.codonj.api.types.Type;
import io.codonj.core.typed.TypedExpr;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// `Point(x, y=0)`: a test of the class, then patterns for attributes.
final class ClassPatterns {
  /// Classes whose single positional pattern is for the value itself.
  private static final Set<String> WHOLE = Set.of(
      "bool", "bytearray", "bytes", "dict", "float", "frozenset", "int", "list", "set", "str", "tuple", "DynamicTuple");

  private final Body body;
  private final Substitution types;
  private final PatternChecker patterns;

  ClassPatterns(Body body, PatternChecker patterns) {
    this.body = body;
    this.types = body.types;
    this.patterns = patterns;
  }

  PatternMatch match(Pattern.ClassPattern pattern, TypedExpr value, PatternCode code) {
    var tests = new InstanceTests(body);
    List<Type> wanted = tests.wanted(pattern.type());
    var test = tests.test(value, wanted, pattern.type().span());
    Boolean constant = test.test() instanceof TypedExpr.Literal(_, Boolean truth, _) ? truth : null;
    if (constant != null && !constant) {
      return PatternMatch.never(value);
    }
    ClassSymbol symbol = wanted.isEmpty() ? null : body.program.classOf(wanted.getFirst());
    var attributes = isWhole(symbol) ? Map.<String, Pattern>of() : attributes(pattern, symbol);
    if (constant == null) {
      code.require(test.test());
    }
    TypedExpr narrowed = test.narrowed() == null ? value
        : body.narrowing.select(value, types.resolve(test.narrowed()));
    if (!attributes.isEmpty() || !pattern.positional().isEmpty()) {
      narrowed = code.hold(narrowed);
    }
    var certainty = constant == null ? PatternMatch.Certainty.MAYBE : PatternMatch.Certainty.ALWAYS;
    boolean refined = false;
    if (isWhole(symbol) && !pattern.positional().isEmpty()) {
      arity(pattern, 1);
      PatternMatch matched = patterns.match(pattern.positional().getFirst(), narrowed, code);
      certainty = matched.and(certainty);
      refined = !matched.isAlways();
    }
    for (var attribute : (isWhole(symbol) ? keywords(pattern) : attributes).entrySet()) {
      Pattern sub = attribute.getValue();
      Expr at = new Expr.Name(sub.at(), attribute.getKey());
      TypedExpr part = code.hold(body.members.get(narrowed, attribute.getKey(), at));
      PatternMatch matched = patterns.match(sub, part, code);
      certainty = matched.and(certainty);
      refined |= !matched.isAlways();
      if (matched.isNever()) {
        break;
      }
    }
    return new PatternMatch(certainty, narrowed, refined ? null : test.excluded());
  }

  static boolean isWhole(@Nullable ClassSymbol symbol) {
    return symbol != null && symbol.linearization.stream().anyMatch(c -> WHOLE.contains(c.name));
  }

  private static Map<String, Pattern> keywords(Pattern.ClassPattern pattern) {
    var result = new LinkedHashMap<String, Pattern>();
    pattern.keywords().forEach(k -> result.put(k.name(), k.pattern()));
    return result;
  }

  /// The patterns by attribute name, positional ones by `__match_args__`.
  private Map<String, Pattern> attributes(Pattern.ClassPattern pattern, @Nullable ClassSymbol symbol) {
    var names = matchArguments(symbol);
    arity(pattern, names.size());
    var result = new LinkedHashMap<String, Pattern>();
    for (int i = 0; i < pattern.positional().size(); i++) {
      result.put(names.get(i), pattern.positional().get(i));
    }
    for (Pattern.KeywordPattern keyword : pattern.keywords()) {
      if (result.put(keyword.name(), keyword.pattern()) != null) {
        throw body.error(pattern.span(), InferenceCode.PATTERN,
            name(pattern) + "() got multiple sub-patterns for attribute '" + keyword.name() + "'");
      }
    }
    return result;
  }

  static List<String> matchArguments(@Nullable ClassSymbol symbol) {
    return symbol == null ? List.of() : symbol.linearization.stream().map(c -> c.matchArguments)
        .filter(a -> !a.isEmpty()).findFirst().orElse(List.of());
  }

  private void arity(Pattern.ClassPattern pattern, int allowed) {
    int given = pattern.positional().size();
    if (given > allowed) {
      throw body.error(pattern.span(), InferenceCode.PATTERN_ARITY, name(pattern) + "() accepts " + allowed
          + " positional sub-pattern" + (allowed == 1 ? "" : "s") + " (" + given + " given)");
    }
  }

  private static String name(Pattern.ClassPattern pattern) {
    return Declarations.decoratorName(pattern.type());
  }
}
