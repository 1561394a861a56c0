package io.codonj.api.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Rebuilds expressions. A subclass overrides [#expression] for the nodes that it replaces and calls the inherited
/// method for the others.
public class ExprRewriter {

  /// The place of a rebuilt node; by default that of the node it replaces.
  protected Origin at(Origin origin) {
    return origin;
  }

  public List<Expr> expressions(List<Expr> expressions) {
    return expressions.stream().map(this::expression).toList();
  }

  protected final @Nullable Expr optional(@Nullable Expr expression) {
    return expression == null ? null : expression(expression);
  }

  /// What takes the place of an expression; by default itself with rewritten children.
  public Expr expression(Expr expression) {
    return switch (expression) {
      case Expr.Name e -> new Expr.Name(at(e.at()), e.name());
      case Expr.IntLiteral e -> new Expr.IntLiteral(at(e.at()), e.value(), e.suffix());
      case Expr.FloatLiteral e -> new Expr.FloatLiteral(at(e.at()), e.value(), e.suffix());
      case Expr.StringLiteral e -> new Expr.StringLiteral(at(e.at()), e.value());
      case Expr.BytesLiteral e -> new Expr.BytesLiteral(at(e.at()), e.value());
      case Expr.PrefixedLiteral e -> new Expr.PrefixedLiteral(at(e.at()), e.prefix(), e.text());
      case Expr.FString e -> new Expr.FString(at(e.at()), parts(e.parts()));
      case Expr.BoolLiteral e -> new Expr.BoolLiteral(at(e.at()), e.value());
      case Expr.NoneLiteral e -> new Expr.NoneLiteral(at(e.at()));
      case Expr.EllipsisLiteral e -> new Expr.EllipsisLiteral(at(e.at()));
      case Expr.Display e -> new Expr.Display(at(e.at()), e.kind(), expressions(e.elements()));
      case Expr.DictDisplay e -> new Expr.DictDisplay(at(e.at()), AstRewriter.each(e.items(),
          i -> new Expr.DictItem(optional(i.key()), expression(i.value()))));
      case Expr.Comprehension e -> new Expr.Comprehension(at(e.at()), e.kind(), expression(e.element()),
          optional(e.value()), AstRewriter.each(e.clauses(), this::clause));
      case Expr.Unary e -> new Expr.Unary(at(e.at()), e.operator(), expression(e.operand()));
      case Expr.Binary e -> new Expr.Binary(at(e.at()), e.operator(), expression(e.left()), expression(e.right()));
      case Expr.Logical e -> new Expr.Logical(at(e.at()), e.isAnd(), expressions(e.operands()));
      case Expr.Comparison e -> new Expr.Comparison(at(e.at()), expression(e.first()), AstRewriter.each(e.rest(),
          p -> new Expr.ComparisonPart(p.operator(), expression(p.operand()))));
      case Expr.Conditional e -> new Expr.Conditional(
          at(e.at()), expression(e.condition()), expression(e.whenTrue()), expression(e.whenFalse()));
      case Expr.Lambda e ->
          new Expr.Lambda(at(e.at()), AstRewriter.each(e.parameters(), this::parameter), expression(e.body()));
      case Expr.Call e ->
          new Expr.Call(at(e.at()), expression(e.callee()), AstRewriter.each(e.arguments(), this::argument));
      case Expr.Attribute e -> new Expr.Attribute(at(e.at()), expression(e.value()), e.name());
      case Expr.Subscript e -> new Expr.Subscript(at(e.at()), expression(e.value()), expression(e.index()));
      case Expr.Slice e -> new Expr.Slice(at(e.at()), optional(e.start()), optional(e.stop()), optional(e.step()));
      case Expr.Starred e -> new Expr.Starred(at(e.at()), expression(e.value()));
      case Expr.Await e -> new Expr.Await(at(e.at()), expression(e.value()));
      case Expr.Yield e -> new Expr.Yield(at(e.at()), optional(e.value()));
      case Expr.YieldFrom e -> new Expr.YieldFrom(at(e.at()), expression(e.value()));
      case Expr.Walrus e -> new Expr.Walrus(
          at(e.at()), new Expr.Name(at(e.target().at()), e.target().name()), expression(e.value()));
      case Expr.Pipe e -> new Expr.Pipe(at(e.at()), AstRewriter.each(e.stages(),
          s -> new Expr.PipeStage(expression(s.expression()), s.parallel())));
      case Expr.KeywordExpr e -> new Expr.KeywordExpr(at(e.at()), e.keyword(), expression(e.operand()));
    };
  }

  private Expr.Clause clause(Expr.Clause clause) {
    return new Expr.Clause(expression(clause.target()), expression(clause.iterable()),
        expressions(clause.conditions()), clause.isAsync());
  }

  private Expr.Argument argument(Expr.Argument argument) {
    return new Expr.Argument(argument.kind(), argument.name(), expression(argument.value()));
  }

  final Parameter parameter(Parameter parameter) {
    return new Parameter(parameter.span(), parameter.name(), parameter.kind(), optional(parameter.annotation()),
        optional(parameter.defaultValue()));
  }

  private List<FStringPart> parts(List<FStringPart> parts) {
    return AstRewriter.each(parts, part -> switch (part) {
      case FStringPart.Text text -> text;
      case FStringPart.Field field -> new FStringPart.Field(expression(field.value()), field.conversion(),
          field.spec() == null ? null : parts(field.spec()));
    });
  }
}
