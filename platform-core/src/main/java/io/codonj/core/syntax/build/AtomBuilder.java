package io.codonj.core.syntax.build;

import static io.codonj.core.syntax.antlr.CodonjGrammar.*;

import io.codonj.api.ast.Expr;
import io.codonj.api.source.Span;
import io.codonj.core.syntax.SyntaxErrorCode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/// Names, literals, displays and comprehensions, and what follows them: attributes, calls, subscripts.
final class AtomBuilder {
  private final BuildContext context;

  AtomBuilder(BuildContext context) {
    this.context = context;
  }

  /// Where an operand begins after its prefix operators.
  static int start(OperandContext node) {
    return node.awaits != null ? BuildContext.start(node.awaits) : atomStart(node);
  }

  private static int atomStart(OperandContext node) {
    if (node.simple != null) {
      return BuildContext.start(node.simple);
    }
    ParserRuleContext atom =
        node.text != null ? node.text : node.group != null ? node.group : node.list != null ? node.list : node.braces;
    return BuildContext.start(atom);
  }

  /// An operand without its prefix operators.
  Expr operand(OperandContext node) {
    int start = atomStart(node);
    Expr value = atom(node);
    for (TrailerContext trailer : node.trailers) {
      value = trailer(start, value, trailer);
    }
    return node.awaits == null
        ? value
        : new Expr.Await(context.origin(BuildContext.start(node.awaits), context.end(node)), value);
  }

  private Expr atom(OperandContext node) {
    if (node.simple != null) {
      return simple(node.simple);
    }
    if (node.text != null) {
      return context.texts.strings(node.text);
    }
    if (node.group != null) {
      return group(node.group);
    }
    return node.list != null ? list(node.list) : braces(node.braces);
  }

  Expr simple(Token token) {
    return switch (token.getType()) {
      case NAME -> new Expr.Name(context.origin(token), token.getText());
      case INTEGER, FLOAT -> NumberLiterals.parse(context.origin(token), token.getText(), token.getType() == FLOAT);
      case NONE -> new Expr.NoneLiteral(context.origin(token));
      case TRUE -> new Expr.BoolLiteral(context.origin(token), true);
      case FALSE -> new Expr.BoolLiteral(context.origin(token), false);
      default -> new Expr.EllipsisLiteral(context.origin(token));
    };
  }

  private Expr trailer(int start, Expr value, TrailerContext node) {
    switch (node.open.getType()) {
      case DOT -> {
        return new Expr.Attribute(context.origin(start, context.end(node)), value, node.name.getText());
      }
      case LPAR -> {
        var arguments = context.arguments.list(node.arguments, node.comma);
        return new Expr.Call(context.origin(start, context.end(node)), value, arguments);
      }
      default -> {
        Expr index = index(node);
        return new Expr.Subscript(context.origin(start, context.end(node)), value, index);
      }
    }
  }

  // ---- Subscripts

  private Expr index(TrailerContext node) {
    Expr first = subscript(node.first);
    if (node.rest.isEmpty() && node.comma == null && !(first instanceof Expr.Starred)) {
      return first;
    }
    var elements = new ArrayList<Expr>(node.rest.size() + 1);
    elements.add(first);
    for (SubscriptContext element : node.rest) {
      elements.add(subscript(element));
    }
    int start = BuildContext.start(node.first);
    int end = context.end(node.rest.isEmpty() ? node.first : node.rest.getLast());
    return tuple(start, end, elements);
  }

  private Expr subscript(SubscriptContext node) {
    if (node.star != null) {
      return context.expressions.starred(node, node.starred);
    }
    if (node.bare != null) {
      Expr stop = context.expressions.optional(node.bare.stop_);
      Expr step = context.expressions.optional(node.bare.step);
      return new Expr.Slice(context.origin(node), null, stop, step);
    }
    Expr start = context.expressions.expression(node.start_);
    if (node.assigned != null) {
      return context.expressions.walrus(node, start, node.assigned);
    }
    if (node.colon == null) {
      return start;
    }
    Expr stop = context.expressions.optional(node.stop_);
    Expr step = context.expressions.optional(node.step);
    return new Expr.Slice(context.origin(node), start, stop, step);
  }

  private Expr tuple(int start, int end, List<Expr> elements) {
    var list = Collections.unmodifiableList(elements);
    return new Expr.Display(context.origin(start, end), Expr.DisplayKind.TUPLE, list);
  }

  // ---- Displays

  private Expr group(ParenthesizedContext node) {
    if (node.yieldRule != null) {
      return context.expressions.yielded(node.yieldRule);
    }
    if (node.first == null) {
      return new Expr.Display(context.origin(node), Expr.DisplayKind.TUPLE, List.of());
    }
    if (node.clauses != null) {
      return comprehension(node, Expr.ComprehensionKind.GENERATOR, node.first, node.clauses);
    }
    var elements = context.expressions.starNamed(node.first, node.rest);
    if (node.rest.isEmpty() && node.comma == null) {
      if (node.first.star != null) {
        String message = "cannot use starred expression here";
        context.report(SyntaxErrorCode.MISPLACED_STAR, context.span(node.first), message);
      }
      return elements.getFirst();
    }
    return new Expr.Display(context.origin(node), Expr.DisplayKind.TUPLE, elements);
  }

  private Expr list(ListDisplayContext node) {
    if (node.clauses != null) {
      return comprehension(node, Expr.ComprehensionKind.LIST, node.first, node.clauses);
    }
    List<Expr> elements = node.first == null ? List.of() : context.expressions.starNamed(node.first, node.rest);
    return new Expr.Display(context.origin(node), Expr.DisplayKind.LIST, elements);
  }

  private Expr comprehension(
      ParserRuleContext node,
      Expr.ComprehensionKind kind,
      StarNamedExpressionContext first,
      ComprehensionContext clauses) {
    if (first.star != null) {
      refuseUnpacking(context.span(first), "iterable unpacking cannot be used in comprehension");
    }
    Expr element = context.expressions.starNamed(first);
    return new Expr.Comprehension(context.origin(node), kind, element, null, context.expressions.clauses(clauses));
  }

  private void refuseUnpacking(Span span, String message) {
    context.report(SyntaxErrorCode.COMPREHENSION_UNPACKING, span, message);
  }

  private Expr braces(BraceDisplayContext node) {
    if (node.first == null) {
      return new Expr.DictDisplay(context.origin(node), List.of());
    }
    boolean dict = isDictItem(node.first);
    if (node.clauses != null) {
      return braceComprehension(node, dict);
    }
    var items = new ArrayList<BraceItemContext>(node.rest.size() + 1);
    items.add(node.first);
    items.addAll(node.rest);
    for (BraceItemContext item : items) {
      if (isDictItem(item) != dict) {
        String message = dict ? "':' expected after dictionary key" : "invalid syntax";
        context.report(SyntaxErrorCode.DICTIONARY_ITEM, context.span(item), message);
        return new Expr.DictDisplay(context.origin(node), List.of());
      }
    }
    if (dict) {
      var entries = new ArrayList<Expr.DictItem>(items.size());
      for (BraceItemContext item : items) {
        entries.add(entry(item));
      }
      return new Expr.DictDisplay(context.origin(node), Collections.unmodifiableList(entries));
    }
    var elements = new ArrayList<Expr>(items.size());
    for (BraceItemContext item : items) {
      elements.add(element(item));
    }
    return new Expr.Display(context.origin(node), Expr.DisplayKind.SET, Collections.unmodifiableList(elements));
  }

  private static boolean isDictItem(BraceItemContext item) {
    return item.star != null ? item.star.getType() == DOUBLE_STAR : item.entryValue != null;
  }

  private Expr.DictItem entry(BraceItemContext item) {
    if (item.star != null) {
      return new Expr.DictItem(null, context.operators.operation(item.starred));
    }
    Expr key = context.expressions.expression(item.first);
    return new Expr.DictItem(key, context.expressions.expression(item.entryValue));
  }

  private Expr element(BraceItemContext item) {
    if (item.star != null) {
      return context.expressions.starred(item, item.starred);
    }
    Expr first = context.expressions.expression(item.first);
    return item.assigned == null ? first : context.expressions.walrus(item, first, item.assigned);
  }

  private Expr braceComprehension(BraceDisplayContext node, boolean dict) {
    BraceItemContext first = node.first;
    if (first.star != null) {
      String what = dict ? "dict unpacking cannot be used in dict" : "iterable unpacking cannot be used in";
      refuseUnpacking(context.span(first), what + " comprehension");
    }
    if (dict && first.star == null) {
      Expr key = context.expressions.expression(first.first);
      Expr value = context.expressions.expression(first.entryValue);
      var clauses = context.expressions.clauses(node.clauses);
      return new Expr.Comprehension(context.origin(node), Expr.ComprehensionKind.DICT, key, value, clauses);
    }
    Expr element = element(first);
    var clauses = context.expressions.clauses(node.clauses);
    return new Expr.Comprehension(context.origin(node), Expr.ComprehensionKind.SET, element, null, clauses);
  }
}
