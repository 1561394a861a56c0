package io.codonj.core.syntax;

import io.codonj.api.ast.Expr;
import io.codonj.api.ast.FStringPart;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The direct subexpressions of an expression, in order of evaluation as written.
final class ExpressionParts {
  private ExpressionParts() {}

  /// Comprehensions and lambdas are left to the caller: their parts stand in scopes of their own.
  static List<Expr> of(Expr expression) {
    return switch (expression) {
      case Expr.Name _, Expr.IntLiteral _, Expr.FloatLiteral _, Expr.StringLiteral _, Expr.BytesLiteral _,
          Expr.PrefixedLiteral _, Expr.BoolLiteral _, Expr.NoneLiteral _, Expr.EllipsisLiteral _,
          Expr.Comprehension _, Expr.Lambda _ -> List.of();
      case Expr.FString string -> fields(string.parts(), new ArrayList<>());
      case Expr.Display display -> display.elements();
      case Expr.DictDisplay display -> items(display);
      case Expr.Unary unary -> List.of(unary.operand());
      case Expr.Binary binary -> List.of(binary.left(), binary.right());
      case Expr.Logical logical -> logical.operands();
      case Expr.Comparison comparison -> operands(comparison);
      case Expr.Conditional conditional ->
          List.of(conditional.condition(), conditional.whenTrue(), conditional.whenFalse());
      case Expr.Call call -> calleeAndArguments(call);
      case Expr.Attribute attribute -> List.of(attribute.value());
      case Expr.Subscript subscript -> List.of(subscript.value(), subscript.index());
      case Expr.Slice slice -> present(slice.start(), slice.stop(), slice.step());
      case Expr.Starred starred -> List.of(starred.value());
      case Expr.Await await -> List.of(await.value());
      case Expr.Yield yield -> present(yield.value());
      case Expr.YieldFrom yield -> List.of(yield.value());
      case Expr.Walrus walrus -> List.of(walrus.value(), walrus.target());
      case Expr.Pipe pipe -> stages(pipe);
      case Expr.KeywordExpr keyword -> List.of(keyword.operand());
    };
  }

  private static List<Expr> present(@Nullable Expr... expressions) {
    var found = new ArrayList<Expr>(expressions.length);
    for (Expr expression : expressions) {
      if (expression != null) {
        found.add(expression);
      }
    }
    return found;
  }

  private static List<Expr> fields(List<FStringPart> parts, List<Expr> found) {
    for (FStringPart part : parts) {
      if (part instanceof FStringPart.Field field) {
        found.add(field.value());
        if (field.spec() != null) {
          fields(field.spec(), found);
        }
      }
    }
    return found;
  }

  private static List<Expr> items(Expr.DictDisplay display) {
    var found = new ArrayList<Expr>(display.items().size() * 2);
    for (Expr.DictItem item : display.items()) {
      if (item.key() != null) {
        found.add(item.key());
      }
      found.add(item.value());
    }
    return found;
  }

  private static List<Expr> operands(Expr.Comparison comparison) {
    var found = new ArrayList<Expr>(comparison.rest().size() + 1);
    found.add(comparison.first());
    for (Expr.ComparisonPart part : comparison.rest()) {
      found.add(part.operand());
    }
    return found;
  }

  private static List<Expr> calleeAndArguments(Expr.Call call) {
    var found = new ArrayList<Expr>(call.arguments().size() + 1);
    found.add(call.callee());
    for (Expr.Argument argument : call.arguments()) {
      found.add(argument.value());
    }
    return found;
  }

  private static List<Expr> stages(Expr.Pipe pipe) {
    var found = new ArrayList<Expr>(pipe.stages().size());
    for (Expr.PipeStage stage : pipe.stages()) {
      found.add(stage.expression());
    }
    return found;
  }
}
