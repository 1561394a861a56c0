package io.codonj.core.syntax.build;

import static io.codonj.core.syntax.antlr.CodonjGrammar.*;

import io.codonj.api.ast.BinaryOperator;
import io.codonj.api.ast.ComparisonOperator;
import io.codonj.api.ast.Expr;
import io.codonj.api.ast.UnaryOperator;
import java.util.ArrayList;
import java.util.Collections;
import org.antlr.v4.runtime.Token;

/// Gives the flat operator lists of the grammar their structure, by precedence climbing.
final class OperatorBuilder {
  private final BuildContext context;

  OperatorBuilder(BuildContext context) {
    this.context = context;
  }

  Expr operation(OperationContext node) {
    if (node.operators.isEmpty() && node.first.prefixes.isEmpty()) {
      return context.atoms.operand(node.first);
    }
    return new Climb(node).parse(0, Precedence.PIPE);
  }

  /// One walk over one list.
  private final class Climb {
    private final OperationContext node;
    private int position;

    Climb(OperationContext node) {
      this.node = node;
    }

    private OperandContext operand() {
      return position == 0 ? node.first : node.rest.get(position - 1);
    }

    private int operator() {
      return position < node.operators.size() ? node.operators.get(position).getType() : 0;
    }

    private int endOfOperand() {
      return context.end(operand());
    }

    /// Parses from prefix number `prefix` of the current operand on, taking binary operators of `minimum` and above.
    Expr parse(int prefix, int minimum) {
      OperandContext operand = operand();
      int start;
      Expr left;
      if (prefix < operand.prefixes.size()) {
        start = BuildContext.start(operand.prefixes.get(prefix));
        left = unary(operand.prefixes.get(prefix), prefix, minimum);
      } else {
        start = AtomBuilder.start(operand);
        left = context.atoms.operand(operand);
      }
      int level = Precedence.of(operator());
      while (level >= minimum) {
        left =
            switch (level) {
              case Precedence.PIPE -> pipe(start, left);
              case Precedence.OR, Precedence.AND -> logical(start, left, level);
              case Precedence.COMPARISON -> comparison(start, left);
              default -> binary(start, left, level);
            };
        level = Precedence.of(operator());
      }
      return left;
    }

    private Expr unary(Token prefix, int index, int minimum) {
      int start = BuildContext.start(prefix);
      boolean negation = prefix.getType() == NOT;
      if (negation && minimum > Precedence.NOT) {
        context.invalid(context.span(prefix));
      }
      Expr value = parse(index + 1, negation ? Precedence.NOT : Precedence.UNARY);
      UnaryOperator operator =
          switch (prefix.getType()) {
            case NOT -> UnaryOperator.NOT;
            case MINUS -> UnaryOperator.NEGATE;
            case PLUS -> UnaryOperator.PLUS;
            default -> UnaryOperator.INVERT;
          };
      return new Expr.Unary(context.origin(start, endOfOperand()), operator, value);
    }

    private Expr binary(int start, Expr left, int level) {
      BinaryOperator operator = binaryOperator(operator());
      position++;
      // `**` groups to the right and takes a sign on its right side.
      Expr right = parse(0, level == Precedence.POWER ? Precedence.UNARY : level + 1);
      return new Expr.Binary(context.origin(start, endOfOperand()), operator, left, right);
    }

    private Expr logical(int start, Expr first, int level) {
      int type = operator();
      var operands = new ArrayList<Expr>();
      operands.add(first);
      while (operator() == type) {
        position++;
        operands.add(parse(0, level + 1));
      }
      var list = Collections.unmodifiableList(operands);
      return new Expr.Logical(context.origin(start, endOfOperand()), type == AND, list);
    }

    private Expr comparison(int start, Expr first) {
      var rest = new ArrayList<Expr.ComparisonPart>(1);
      while (Precedence.of(operator()) == Precedence.COMPARISON) {
        ComparisonOperator operator = comparisonOperator(operator());
        position++;
        rest.add(new Expr.ComparisonPart(operator, parse(0, Precedence.COMPARISON + 1)));
      }
      return new Expr.Comparison(context.origin(start, endOfOperand()), first, Collections.unmodifiableList(rest));
    }

    private Expr pipe(int start, Expr first) {
      var stages = new ArrayList<Expr.PipeStage>();
      stages.add(new Expr.PipeStage(first, false));
      while (Precedence.of(operator()) == Precedence.PIPE) {
        boolean parallel = operator() == PARALLEL_PIPE;
        position++;
        stages.add(new Expr.PipeStage(parse(0, Precedence.PIPE + 1), parallel));
      }
      return new Expr.Pipe(context.origin(start, endOfOperand()), Collections.unmodifiableList(stages));
    }
  }

  private static BinaryOperator binaryOperator(int type) {
    return switch (type) {
      case PLUS -> BinaryOperator.ADD;
      case MINUS -> BinaryOperator.SUBTRACT;
      case STAR -> BinaryOperator.MULTIPLY;
      case AT -> BinaryOperator.MATRIX_MULTIPLY;
      case SLASH -> BinaryOperator.DIVIDE;
      case DOUBLE_SLASH -> BinaryOperator.FLOOR_DIVIDE;
      case PERCENT -> BinaryOperator.MODULO;
      case DOUBLE_STAR -> BinaryOperator.POWER;
      case LEFT_SHIFT -> BinaryOperator.SHIFT_LEFT;
      case RIGHT_SHIFT -> BinaryOperator.SHIFT_RIGHT;
      case AMPERSAND -> BinaryOperator.AND;
      case BAR -> BinaryOperator.OR;
      default -> BinaryOperator.XOR;
    };
  }

  private static ComparisonOperator comparisonOperator(int type) {
    return switch (type) {
      case LESS -> ComparisonOperator.LESS;
      case LESS_EQUAL -> ComparisonOperator.LESS_EQUAL;
      case GREATER -> ComparisonOperator.GREATER;
      case GREATER_EQUAL -> ComparisonOperator.GREATER_EQUAL;
      case EQUAL -> ComparisonOperator.EQUAL;
      case NOT_EQUAL -> ComparisonOperator.NOT_EQUAL;
      case IS -> ComparisonOperator.IS;
      case IS_NOT -> ComparisonOperator.IS_NOT;
      case IN -> ComparisonOperator.IN;
      default -> ComparisonOperator.NOT_IN;
    };
  }
}
