package io.codonj.core.infer;

import io.codonj.api.ast.Expr;
import io.codonj.api.ast.Origin;
import io.codonj.api.ast.Stmt;
import io.codonj.api.ast.TypeParameter;
import io.codonj.api.ast.TypeParameter.TypeParameterKind;
import io.codonj.api.source.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `namedtuple("P", "x y")` and `NamedTuple("P", [("x", int)])` as the class statements that they mean.
///
/// Fields without a type make the class generic: `class P[T0, T1](NamedTuple): x: T0; y: T1`.
final class NamedTuples {
  private record Field(String name, @Nullable Expr type) {}

  private final Expr.Call call;
  private int nodes;

  private NamedTuples(Expr.Call call) {
    this.call = call;
  }

  static Stmt.ClassDef fromCall(String name, Expr.Call call) {
    return new NamedTuples(call).define(name);
  }

  private Origin at() {
    return new Origin(call.span(), Integer.MIN_VALUE + 100 * call.id() + nodes++);
  }

  private Stmt.ClassDef define(String name) {
    var arguments = call.arguments().stream().filter(a -> a.kind() == Expr.ArgumentKind.POSITIONAL).toList();
    if (arguments.size() < 2) {
      throw error(call.span(), "write the name and the fields of the named tuple");
    }
    var fields = fields(arguments.get(1).value());
    List<Expr> defaults = call.arguments().stream().filter(a -> a.name().equals("defaults"))
        .map(a -> a.value() instanceof Expr.Display d ? d.elements() : List.<Expr>of()).findFirst().orElse(List.of());
    var parameters = new ArrayList<TypeParameter>();
    var body = new ArrayList<Stmt>();
    for (int i = 0; i < fields.size(); i++) {
      Expr type = fields.get(i).type;
      if (type == null) {
        parameters.add(new TypeParameter(call.span(), "T" + i, TypeParameterKind.TYPE, null, null));
        type = new Expr.Name(at(), "T" + i);
      }
      int fromEnd = i - (fields.size() - defaults.size());
      body.add(new Stmt.AnnotatedAssign(at(), new Expr.Name(at(), fields.get(i).name), type,
          fromEnd >= 0 ? defaults.get(fromEnd) : null));
    }
    var base = new Expr.Argument(Expr.ArgumentKind.POSITIONAL, "", new Expr.Name(at(), "NamedTuple"));
    return new Stmt.ClassDef(call.at(), call.span(), name, List.of(), parameters, List.of(base), body);
  }

  private List<Field> fields(Expr value) {
    return switch (value) {
      case Expr.StringLiteral(_, var text) -> Arrays.stream(text.replace(',', ' ').strip().split("\\s+"))
          .filter(n -> !n.isEmpty()).map(n -> new Field(n, null)).toList();
      case Expr.Display(_, _, var elements) -> elements.stream().map(this::field).toList();
      default -> throw error(value.span(), "the fields of a named tuple must be written out");
    };
  }

  private Field field(Expr element) {
    return switch (element) {
      case Expr.StringLiteral(_, var name) -> new Field(name, null);
      case Expr.Display(_, _, var parts) when parts.size() == 2
          && parts.getFirst() instanceof Expr.StringLiteral(_, var name) -> new Field(name, parts.get(1));
      default -> throw error(element.span(), "the fields of a named tuple must be written out");
    };
  }

  private static CheckError error(Span span, String message) {
    return CheckError.at(span, InferenceCode.INVALID_CLASS, message);
  }
}
