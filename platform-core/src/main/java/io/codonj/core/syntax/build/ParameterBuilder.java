package io.codonj.core.syntax.build;

import static io.codonj.core.syntax.antlr.CodonjGrammar.*;

import io.codonj.api.ast.Expr;
import io.codonj.api.ast.Parameter;
import io.codonj.api.ast.Parameter.ParameterKind;
import io.codonj.api.source.Span;
import io.codonj.core.syntax.SyntaxErrorCode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/// Formal parameters of functions and lambdas. The separators `/` and `*` turn into kinds.
final class ParameterBuilder {
  /// What a parameter of either form consists of.
  private record Item(
      Span span,
      @Nullable Token star,
      @Nullable Token name,
      @Nullable Token unpack,
      @Nullable ExpressionContext annotation,
      @Nullable ExpressionContext defaultValue) {}

  private final BuildContext context;

  ParameterBuilder(BuildContext context) {
    this.context = context;
  }

  List<Parameter> ofFunction(List<ParameterContext> nodes) {
    var items = new ArrayList<Item>(nodes.size());
    for (ParameterContext node : nodes) {
      items.add(new Item(context.span(node), node.star, node.name, node.unpack, node.annotation, node.default_));
    }
    return build(items);
  }

  List<Parameter> ofLambda(List<LambdaParameterContext> nodes) {
    var items = new ArrayList<Item>(nodes.size());
    for (LambdaParameterContext node : nodes) {
      items.add(new Item(context.span(node), node.star, node.name, null, null, node.default_));
    }
    return build(items);
  }

  private List<Parameter> build(List<Item> items) {
    if (items.isEmpty()) {
      return List.of();
    }
    var parameters = new ArrayList<Parameter>(items.size());
    ParameterKind kind = ParameterKind.NORMAL;
    boolean slashSeen = false;
    boolean optionalSeen = false;
    boolean finished = false;
    for (int i = 0; i < items.size(); i++) {
      Item item = items.get(i);
      int star = item.star() == null ? 0 : item.star().getType();
      if (finished) {
        misplaced(item, "arguments cannot follow var-keyword argument");
      }
      switch (star) {
        case SLASH -> {
          checkSlash(item, slashSeen, kind, parameters);
          slashSeen = true;
          parameters.replaceAll(ParameterBuilder::positionalOnly);
        }
        case STAR -> {
          if (kind == ParameterKind.KEYWORD_ONLY) {
            misplaced(item, "* argument may appear only once");
          }
          checkBareStar(items, i);
          kind = ParameterKind.KEYWORD_ONLY;
          addPacked(parameters, item, ParameterKind.STAR, "var-positional argument cannot have default value");
        }
        case DOUBLE_STAR -> {
          finished = true;
          addPacked(parameters, item, ParameterKind.DOUBLE_STAR, "var-keyword argument cannot have default value");
        }
        default -> {
          Parameter parameter = parameter(item, kind);
          boolean optional = parameter.defaultValue() != null;
          if (kind == ParameterKind.NORMAL && optionalSeen && !optional && !isGeneric(parameter)) {
            misplaced(item, "non-default argument follows default argument");
          }
          optionalSeen |= optional;
          parameters.add(parameter);
        }
      }
    }
    return Collections.unmodifiableList(parameters);
  }

  private void checkSlash(Item item, boolean slashSeen, ParameterKind kind, List<Parameter> before) {
    if (slashSeen) {
      misplaced(item, "/ may appear only once");
    } else if (kind == ParameterKind.KEYWORD_ONLY) {
      misplaced(item, "/ must be ahead of *");
    } else if (before.isEmpty()) {
      misplaced(item, "at least one argument must precede /");
    }
  }

  private void checkBareStar(List<Item> items, int index) {
    if (items.get(index).name() != null) {
      return;
    }
    Token next = index + 1 < items.size() ? items.get(index + 1).star() : null;
    if (index + 1 == items.size() || next != null && next.getType() == DOUBLE_STAR) {
      misplaced(items.get(index), "named arguments must follow bare *");
    }
  }

  private void addPacked(List<Parameter> parameters, Item item, ParameterKind kind, String noDefault) {
    if (item.name() == null) {
      return;
    }
    if (item.defaultValue() != null) {
      refuse(item, noDefault);
    }
    parameters.add(parameter(item, kind));
  }

  private Parameter parameter(Item item, ParameterKind kind) {
    if (item.name().getText().equals("__debug__")) {
      refuse(item, "cannot assign to __debug__");
    }
    Expr annotation = context.expressions.optional(item.annotation());
    if (annotation != null && item.unpack() != null) {
      int start = BuildContext.start(item.unpack());
      annotation = new Expr.Starred(context.origin(start, annotation.span().end()), annotation);
    }
    Expr defaultValue = context.expressions.optional(item.defaultValue());
    return new Parameter(item.span(), item.name().getText(), kind, annotation, defaultValue);
  }

  private static Parameter positionalOnly(Parameter parameter) {
    return parameter.kind() != ParameterKind.NORMAL
        ? parameter
        : new Parameter(
            parameter.span(),
            parameter.name(),
            ParameterKind.POSITIONAL_ONLY,
            parameter.annotation(),
            parameter.defaultValue());
  }

  /// The dialect's `T: type` and `N: Literal[int]` are no run-time arguments; they may follow defaults.
  private boolean isGeneric(Parameter parameter) {
    return context.dialect()
        && switch (parameter.annotation()) {
          case Expr.Name name -> name.name().equals("type");
          case Expr.Subscript(var _, Expr.Name name, var _) -> name.name().equals("Literal");
          case null, default -> false;
        };
  }

  private void misplaced(Item item, String message) {
    context.report(SyntaxErrorCode.PARAMETER_ORDER, item.span(), message);
  }

  private void refuse(Item item, String message) {
    context.report(SyntaxErrorCode.INVALID_PARAMETERS, item.span(), message);
  }
}
