package io.codonj.core.syntax;

import io.codonj.api.ast.Expr;
import io.codonj.api.ast.FStringPart;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The direct subexpressions of an expression, in order of evaluation as written.
final class ExpressionParts {
  private ExpressionParts() {}

  /// Comprehensions and lambdas are left to the caller: their parts stand in scopes of their own.
  static void forEach(Expr expression, Consumer<Expr> action) {
    switch (expression) {
      case Expr.Name _, Expr.IntLiteral _, Expr.FloatLiteral _, Expr.StringLiteral _, Expr.BytesLiteral _,
          Expr.PrefixedLiteral _, Expr.BoolLiteral _, Expr.NoneLiteral _, Expr.EllipsisLiteral _,
          Expr.Comprehension _, Expr.Lambda _ -> {}
      case Expr.FString string -> parts(string.parts(), action);
      case Expr.Display display -> display.elements().forEach(action);
      case Expr.DictDisplay display -> display.items().forEach(item -> {
        optional(item.key(), action);
        action.accept(item.value());
      });
      case Expr.Unary unary -> action.accept(unary.operand());
      case Expr.Binary binary -> {
        action.accept(binary.left());
        action.accept(binary.right());
      }
      case Expr.Logical logical -> logical.operands().forEach(action);
      case Expr.Comparison comparison -> {
        action.accept(comparison.first());
        comparison.rest().forEach(part -> action.accept(part.operand()));
      }
      case Expr.Conditional conditional -> {
        action.accept(conditional.condition());
        action.accept(conditional.whenTrue());
        action.accept(conditional.whenFalse());
      }
      case Expr.Call call -> {
        action.accept(call.callee());
        call.arguments().forEach(argument -> action.accept(argument.value()));
      }
      case Expr.Attribute attribute -> action.accept(attribute.value());
      case Expr.Subscript subscript -> {
        action.accept(subscript.value());
        action.accept(subscript.index());
      }
      case Expr.Slice slice -> {
        optional(slice.start(), action);
        optional(slice.stop(), action);
        optional(slice.step(), action);
      }
      case Expr.Starred starred -> action.accept(starred.value());
      case Expr.Await await -> action.accept(await.value());
      case Expr.Yield yield -> optional(yield.value(), action);
      case Expr.YieldFrom yield -> action.accept(yield.value());
      case Expr.Walrus walrus -> {
        action.accept(walrus.value());
        action.accept(walrus.target());
      }
      case Expr.Pipe pipe -> pipe.stages().forEach(stage -> action.accept(stage.expression()));
      case Expr.KeywordExpr keyword -> action.accept(keyword.operand());
    }
  }

  private static void optional(@Nullable Expr expression, Consumer<Expr> action) {
    if (expression != null) {
      action.accept(expression);
    }
  }

  private static void parts(List<FStringPart> parts, Consumer<Expr> action) {
    for (FStringPart part : parts) {
      if (part instanceof FStringPart.Field field) {
        action.accept(field.value());
        if (field.spec() != null) {
          parts(field.spec(), action);
        }
      }
    }
  }
}
