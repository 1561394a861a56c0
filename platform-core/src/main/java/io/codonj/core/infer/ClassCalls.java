package io.codonj.core.infer;

import io.codonj.api.ast.Expr;
import io.codonj.api.ast.Origin;
import io.codonj.api.ast.Stmt;
import io.codonj.api.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Calls that make a class: `namedtuple("P", "x y")`, `NamedTuple("P", [("x", int)])`, `Enum("Color", "RED GREEN")`.
final class ClassCalls {
  private static final Set<String> ENUMERATIONS = Set.of("Enum", "IntEnum", "StrEnum", "Flag", "IntFlag");

  private final Expr.Call call;
  private int nodes;

  private ClassCalls(Expr.Call call) {
    this.call = call;
  }

  /// The class statement that `name = value` means; null when the value makes no class.
  static Stmt.@Nullable ClassDef definition(String name, Expr value) {
    if (!(value instanceof Expr.Call call)) {
      return null;
    }
    String callee = Declarations.decoratorName(call);
    if (callee.equals("namedtuple") || callee.equals("NamedTuple")) {
      return NamedTuples.fromCall(name, call);
    }
    boolean enumeration = ENUMERATIONS.contains(callee) && call.arguments().size() == 2
        && call.arguments().stream().allMatch(a -> a.kind() == Expr.ArgumentKind.POSITIONAL)
        && call.arguments().getFirst().value() instanceof Expr.StringLiteral;
    return enumeration ? new ClassCalls(call).enumeration(name) : null;
  }

  private Origin at() {
    return new Origin(call.span(), Integer.MIN_VALUE / 8 + 100 * call.id() + nodes++);
  }

  private Stmt.ClassDef enumeration(String name) {
    var body = new ArrayList<Stmt>();
    Expr members = call.arguments().get(1).value();
    switch (members) {
      case Expr.StringLiteral(_, var text) -> {
        for (String member : text.replace(',', ' ').strip().split("\\s+")) {
          body.add(member(member, auto()));
        }
      }
      case Expr.Display(_, _, var elements) -> elements.forEach(e -> body.add(element(e)));
      case Expr.DictDisplay(_, var items) ->
          items.forEach(i -> body.add(member(text(i.key(), members.span()), i.value())));
      default -> throw written(members.span());
    }
    var base = new Expr.Argument(Expr.ArgumentKind.POSITIONAL, "", call.callee());
    return new Stmt.ClassDef(call.at(), call.span(), name, List.of(), List.of(), List.of(base), body);
  }

  private Stmt element(Expr element) {
    return switch (element) {
      case Expr.StringLiteral(_, var name) -> member(name, auto());
      case Expr.Display(_, _, var parts) when parts.size() == 2 ->
          member(text(parts.getFirst(), element.span()), parts.get(1));
      default -> throw written(element.span());
    };
  }

  private static String text(@Nullable Expr name, Span span) {
    if (name instanceof Expr.StringLiteral(_, var text)) {
      return text;
    }
    throw written(span);
  }

  private Expr auto() {
    return new Expr.Call(at(), new Expr.Name(at(), "auto"), List.of());
  }

  private Stmt member(String name, Expr value) {
    return new Stmt.Assign(at(), List.of(new Expr.Name(at(), name)), value);
  }

  private static CheckError written(Span span) {
    return CheckError.at(span, InferenceCode.ENUM_MEMBERS, "the members of an enumeration must be written out");
  }
}
