package io.codonj.core.infer;

import io.codonj.api.source.Span;
import io.codonj.api.types.Type;
import io.codonj.api.types.Type.ClassType;
import io.codonj.core.typed.TypedExpr;
import io.codonj.core.typed.TypedStmt;
import io.codonj.core.typed.TypedVariable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Several ways to match, tried in order: the alternatives of an or-pattern, or the members of a union. The names
/// that each of them captures come together in one temporary per name.
final class PatternChoice {
  private static final Set<String> NUMBERS = Set.of("bool", "int", "float", "complex");

  private record Alternative(PatternCode code, PatternMatch match) {}

  private final Body body;
  private final Span span;
  private final List<Alternative> alternatives = new ArrayList<>();

  PatternChoice(Body body, Span span) {
    this.body = body;
    this.span = span;
  }

  void add(PatternCode code, PatternMatch match) {
    alternatives.add(new Alternative(code, match));
  }

  boolean isEmpty() {
    return alternatives.isEmpty();
  }

  List<PatternMatch> matches() {
    return alternatives.stream().map(Alternative::match).toList();
  }

  /// Writes the alternatives into the enclosing pattern's code.
  void finish(PatternCode into) {
    if (alternatives.size() > 1) {
      joinCaptures(into);
    } else {
      into.captures.putAll(alternatives.getFirst().code.captures);
    }
    String done = PatternCode.label(body);
    var tried = new ArrayList<TypedStmt>();
    for (Alternative alternative : alternatives) {
      var statements = new ArrayList<>(alternative.code.statements);
      statements.add(new TypedStmt.Break(done, span));
      tried.add(new TypedStmt.Labelled(alternative.code.failure, statements, span));
    }
    tried.add(new TypedStmt.Break(into.failure, span));
    into.statements.add(new TypedStmt.Labelled(done, tried, span));
  }

  private void joinCaptures(PatternCode into) {
    for (var first : alternatives.getFirst().code.captures.entrySet()) {
      String name = first.getKey();
      if (!alternatives.stream().allMatch(a -> a.code.captures.containsKey(name))) {
        continue;
      }
      Type joined = null;
      for (Alternative alternative : alternatives) {
        Type type = body.types.resolve(alternative.code.captures.get(name).value().type());
        joined = joined == null ? type : join(joined, type);
      }
      var temporary = new TypedVariable(
          "$" + body.temporaries++, TypedVariable.Scope.LOCAL, body.types.resolve(joined), span);
      for (Alternative alternative : alternatives) {
        var capture = alternative.code.captures.get(name);
        alternative.code.statements.add(
            new TypedStmt.Set(temporary, body.coercions.coerce(capture.value(), joined), capture.at().span()));
      }
      into.capture(name, first.getValue().at(), new TypedExpr.Get(temporary, first.getValue().at().span()));
    }
  }

  /// A number keeps its own type, as it would in Python, so `int` and `float` make a union here.
  private Type join(Type left, Type right) {
    if (left.equals(right)) {
      return left;
    }
    boolean numbers = left instanceof ClassType a && right instanceof ClassType b
        && NUMBERS.contains(a.name()) && NUMBERS.contains(b.name());
    Type joined = numbers ? null : body.coercions.join(left, right);
    return joined != null ? joined : body.types.union(List.of(left, right));
  }
}
