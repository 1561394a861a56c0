package io.codonj.core.infer;

import io.codonj.api.ast.Expr;
import io.codonj.api.ast.Pattern;
import io.codonj.api.types.Type;
import io.codonj.api.types.Type.ClassType;
import io.codonj.core.typed.TypedExpr;
import io.codonj.core.typed.TypedStmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// `{key: pattern, **rest}` on dicts and other mappings.
final class MappingPatterns {
  private final Body body;
  private final Substitution types;
  private final PatternChecker patterns;

  MappingPatterns(Body body, PatternChecker patterns) {
    this.body = body;
    this.types = body.types;
    this.patterns = patterns;
  }

  PatternMatch match(Pattern.Mapping pattern, TypedExpr value, PatternCode code) {
    if (!(types.prune(value.type()) instanceof ClassType type)
        || !(body.program.classOf(type) instanceof ClassSymbol symbol) || !isMapping(symbol)) {
      return PatternMatch.never(value);
    }
    var certainty = pattern.keys().isEmpty() ? PatternMatch.Certainty.ALWAYS : PatternMatch.Certainty.MAYBE;
    var keys = new ArrayList<TypedExpr>();
    for (int i = 0; i < pattern.keys().size(); i++) {
      Expr expression = pattern.keys().get(i);
      TypedExpr key = key(body.expressions.check(expression, null), type);
      TypedExpr contains = key == null ? null
          : body.calls.tryMethod(value, "__contains__", List.of(key), expression.span());
      if (contains == null) {
        return PatternMatch.never(value);
      }
      key = code.hold(key);
      keys.add(key);
      code.require(body.calls.method(value, "__contains__", List.of(key), expression.span()));
      Pattern sub = pattern.values().get(i);
      if (sub instanceof Pattern.Wildcard) {
        continue;
      }
      TypedExpr item = code.hold(body.calls.method(value, "__getitem__", List.of(key), sub.span()));
      PatternMatch matched = patterns.match(sub, item, code);
      certainty = matched.and(certainty);
      if (matched.isNever()) {
        return PatternMatch.never(value);
      }
    }
    if (!pattern.rest().isEmpty()) {
      code.capture(pattern.rest(), pattern, rest(pattern, value, type, keys, code));
    }
    return new PatternMatch(certainty, value, null);
  }

  /// The key as the mapping's key type; null when the mapping cannot have it.
  private @Nullable TypedExpr key(TypedExpr key, ClassType type) {
    if (type.arguments().isEmpty() || Substitution.isVariable(types.prune(type.arguments().getFirst()))) {
      return key;
    }
    Type wanted = type.arguments().getFirst();
    return body.coercions.fitsExactly(key.type(), wanted) ? key : body.coercions.tryCoerce(key, wanted);
  }

  static boolean isMapping(ClassSymbol symbol) {
    boolean declared = symbol.linearization.stream().anyMatch(c -> c.name.equals("dict")
        || c.definition.bases().stream().anyMatch(
            b -> Set.of("Mapping", "MutableMapping").contains(GeneratedMethods.head(b.value()))));
    return declared || symbol.module.isLibrary && !symbol.findMethods("keys").isEmpty()
        && !symbol.findMethods("__getitem__").isEmpty();
  }

  /// A dict of what the pattern does not name.
  private TypedExpr rest(
      Pattern.Mapping pattern, TypedExpr value, ClassType type, List<TypedExpr> keys, PatternCode code) {
    var span = pattern.span();
    Type copy = type.arguments().size() == 2 ? Names.dict(type.arguments().get(0), type.arguments().get(1)) : type;
    TypedExpr rest = code.hold(body.constructors.construct(
        types.resolve(copy), List.of(Argument.of(value)), new Expr.NoneLiteral(pattern.at()), null));
    for (TypedExpr key : keys) {
      code.statements.add(
          new TypedStmt.Evaluate(body.calls.method(rest, "__delitem__", List.of(key), key.span()), span));
    }
    return rest;
  }
}
