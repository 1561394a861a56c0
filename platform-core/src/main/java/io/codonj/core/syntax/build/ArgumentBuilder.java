package io.codonj.core.syntax.build;

import static io.codonj.core.syntax.antlr.CodonjGrammar.*;

import io.codonj.api.ast.Expr;
import io.codonj.api.ast.Expr.ArgumentKind;
import io.codonj.core.syntax.SyntaxErrorCode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/// Arguments of calls and bases of classes, and the rules about their order.
final class ArgumentBuilder {
  private final BuildContext context;

  ArgumentBuilder(BuildContext context) {
    this.context = context;
  }

  /// Bases and keywords of a class, where a bare generator expression has no place.
  List<Expr.Argument> bases(List<ArgumentContext> nodes) {
    for (ArgumentContext node : nodes) {
      if (node.clauses != null) {
        context.invalid(context.span(node));
      }
    }
    return list(nodes, null);
  }

  List<Expr.Argument> list(List<ArgumentContext> nodes, @Nullable Token trailingComma) {
    if (nodes.isEmpty()) {
      return List.of();
    }
    var arguments = new ArrayList<Expr.Argument>(nodes.size());
    for (ArgumentContext node : nodes) {
      if (node.clauses != null && (nodes.size() > 1 || trailingComma != null)) {
        refuse(SyntaxErrorCode.INVALID_ARGUMENTS, node, "Generator expression must be parenthesized");
      }
      arguments.add(argument(node));
    }
    checkOrder(nodes, arguments);
    return Collections.unmodifiableList(arguments);
  }

  private Expr.Argument argument(ArgumentContext node) {
    Expr first = context.expressions.expression(node.first);
    if (node.star != null) {
      boolean single = node.star.getType() == STAR;
      return new Expr.Argument(single ? ArgumentKind.STAR : ArgumentKind.DOUBLE_STAR, "", first);
    }
    if (node.keywordValue != null) {
      Expr value = context.expressions.expression(node.keywordValue);
      return new Expr.Argument(ArgumentKind.KEYWORD, keyword(node, first), value);
    }
    if (node.assigned != null) {
      Expr value = context.expressions.walrus(node, first, node.assigned);
      return new Expr.Argument(ArgumentKind.POSITIONAL, "", value);
    }
    if (node.clauses != null) {
      var clauses = context.expressions.clauses(node.clauses);
      var kind = Expr.ComprehensionKind.GENERATOR;
      Expr generator = new Expr.Comprehension(context.origin(node), kind, first, null, clauses);
      return new Expr.Argument(ArgumentKind.POSITIONAL, "", generator);
    }
    return new Expr.Argument(ArgumentKind.POSITIONAL, "", first);
  }

  private String keyword(ArgumentContext node, Expr first) {
    if (first instanceof Expr.Name name && node.getStart().getType() == NAME) {
      context.targets.refuseDebug(first, "assign to");
      return name.name();
    }
    boolean constant = first instanceof Expr.BoolLiteral || first instanceof Expr.NoneLiteral;
    String message =
        constant
            ? "cannot assign to " + Described.kindOf(first)
            : "expression cannot contain assignment, perhaps you meant \"==\"?";
    context.report(SyntaxErrorCode.INVALID_ARGUMENTS, first.span(), message);
    return "_";
  }

  private void checkOrder(List<ArgumentContext> nodes, List<Expr.Argument> arguments) {
    boolean keyword = false;
    boolean unpacked = false;
    var names = new HashSet<String>();
    for (int i = 0; i < arguments.size(); i++) {
      switch (arguments.get(i).kind()) {
        case POSITIONAL -> {
          if (unpacked) {
            refuse(SyntaxErrorCode.ARGUMENT_ORDER, nodes.get(i), "positional argument follows keyword argument unpacking");
          } else if (keyword) {
            refuse(SyntaxErrorCode.ARGUMENT_ORDER, nodes.get(i), "positional argument follows keyword argument");
          }
        }
        case STAR -> {
          if (unpacked) {
            refuse(
                SyntaxErrorCode.ARGUMENT_ORDER, nodes.get(i), "iterable argument unpacking follows keyword argument unpacking");
          }
        }
        case KEYWORD -> {
          keyword = true;
          if (!names.add(arguments.get(i).name())) {
            String message = "keyword argument repeated: " + arguments.get(i).name();
            refuse(SyntaxErrorCode.REPEATED_KEYWORD, nodes.get(i), message);
          }
        }
        case DOUBLE_STAR -> unpacked = true;
      }
    }
  }

  private void refuse(SyntaxErrorCode code, ArgumentContext node, String message) {
    context.report(code, context.span(node), message);
  }
}
