package io.codonj.core.infer;

import io.codonj.api.ast.Expr;
import io.codonj.api.ast.Origin;
import io.codonj.api.ast.Stmt;
import io.codonj.api.ast.UnaryOperator;
import io.codonj.api.source.Span;
import java.util.List;

/// `@cached_property`: a method that computes the value, two fields, and a property that calls the method once.
final class CachedProperties {
  private CachedProperties() {}

  /// The definitions that stand for this one: itself, unless it is a cached property.
  static List<Stmt.FunctionDef> expand(Stmt.FunctionDef definition) {
    boolean cached = definition.parameters().size() == 1 && definition.decorators().stream().anyMatch(
        d -> Declarations.decoratorName(d).equals("cached_property"));
    return cached ? List.of(computation(definition), property(definition)) : List.of(definition);
  }

  private static Stmt.FunctionDef computation(Stmt.FunctionDef definition) {
    return new Stmt.FunctionDef(definition.at(), definition.nameSpan(), "$compute_" + definition.name(), List.of(),
        definition.typeParameters(), definition.parameters(), definition.returns(), definition.body(), false, null);
  }

  private static Stmt.FunctionDef property(Stmt.FunctionDef definition) {
    Span span = definition.nameSpan();
    String self = definition.parameters().getFirst().name();
    var nodes = new Object() {
      int next = -200_000_000 - 32 * definition.id();

      Origin at() {
        return new Origin(span, next--);
      }

      Expr field(String prefix) {
        return new Expr.Attribute(at(), new Expr.Name(at(), self), prefix + definition.name());
      }
    };
    var compute = new Expr.Call(nodes.at(), nodes.field("$compute_"), List.of());
    List<Stmt> fill = List.of(
        new Stmt.Assign(nodes.at(), List.of(nodes.field("$value_")), compute),
        new Stmt.Assign(nodes.at(), List.of(nodes.field("$has_")), new Expr.BoolLiteral(nodes.at(), true)));
    List<Stmt> body = List.of(
        new Stmt.If(nodes.at(), new Expr.Unary(nodes.at(), UnaryOperator.NOT, nodes.field("$has_")), fill, List.of()),
        new Stmt.Return(nodes.at(), nodes.field("$value_")));
    return new Stmt.FunctionDef(nodes.at(), span, definition.name(), List.of(new Expr.Name(nodes.at(), "property")),
        List.of(), definition.parameters(), definition.returns(), body, false, null);
  }
}
