package io.codonj.core.infer;

import io.codonj.api.ast.Node;
import io.codonj.api.types.Type;
import io.codonj.core.typed.TypedExpr;
import io.codonj.core.typed.TypedStmt;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// The statements that test one pattern: they jump to `failure` when it does not match. Names are bound only after
/// the whole pattern has matched, so captures are kept until then.
final class PatternCode {
  record Capture(Node at, TypedExpr value) {}

  final Body body;
  final String failure;
  final List<TypedStmt> statements = new ArrayList<>();
  final SequencedMap<String, Capture> captures = new LinkedHashMap<>();

  PatternCode(Body body) {
    this.body = body;
    this.failure = label(body);
  }

  static String label(Body body) {
    return "match" + body.temporaries++;
  }

  void require(TypedExpr test) {
    if (test instanceof TypedExpr.Literal(_, Boolean truth, _) && truth) {
      return;
    }
    statements.add(new TypedStmt.If(
        test, List.of(), List.of(new TypedStmt.Break(failure, test.span())), test.span()));
  }

  /// Evaluates once what the rest of the pattern looks at several times.
  TypedExpr hold(TypedExpr value) {
    if (value instanceof TypedExpr.Get(var variable, _) && variable.isTemporary()) {
      return value;
    }
    Type type = body.types.resolve(value.type());
    var temporary = body.temporary(type, value.span());
    statements.add(new TypedStmt.Set(temporary, value, value.span()));
    return new TypedExpr.Get(temporary, value.span());
  }

  void capture(String name, Node at, TypedExpr value) {
    captures.put(name, new Capture(at, value));
  }
}
