package io.codonj.core.syntax.build;

import static io.codonj.core.syntax.antlr.CodonjGrammar.*;

import io.codonj.api.ast.BinaryOperator;
import io.codonj.api.ast.Expr;
import io.codonj.api.ast.Pattern;
import io.codonj.api.ast.UnaryOperator;
import io.codonj.api.source.Span;
import io.codonj.core.syntax.SyntaxErrorCode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.antlr.v4.runtime.Token;

/// Patterns of `case`.
final class PatternBuilder {
  private final BuildContext context;

  PatternBuilder(BuildContext context) {
    this.context = context;
  }

  /// The patterns of a `case`: a sequence when there is a comma.
  Pattern open(OpenPatternContext node) {
    if (!node.rest.isEmpty() || node.comma != null) {
      return sequence(node, BuildContext.start(node), context.end(node));
    }
    Pattern pattern = pattern(node.first);
    refuseStar(pattern);
    return pattern;
  }

  private void refuseStar(Pattern pattern) {
    if (pattern instanceof Pattern.Star) {
      refuse(pattern.span(), "cannot use starred pattern here");
    }
  }

  private Pattern sequence(OpenPatternContext node, int start, int end) {
    var elements = new ArrayList<Pattern>(node.rest.size() + 1);
    elements.add(pattern(node.first));
    node.rest.forEach(element -> elements.add(pattern(element)));
    boolean starSeen = false;
    for (Pattern element : elements) {
      if (element instanceof Pattern.Star && starSeen) {
        refuse(element.span(), "multiple starred expressions in sequence pattern");
      }
      starSeen |= element instanceof Pattern.Star;
    }
    return new Pattern.Sequence(context.origin(start, end), Collections.unmodifiableList(elements));
  }

  private Pattern pattern(PatternContext node) {
    Pattern pattern = closed(node.first);
    if (!node.rest.isEmpty()) {
      var alternatives = new ArrayList<Pattern>(node.rest.size() + 1);
      alternatives.add(pattern);
      node.rest.forEach(alternative -> alternatives.add(closed(alternative)));
      alternatives.forEach(this::refuseStar);
      int end = context.end(node.rest.getLast());
      pattern =
          new Pattern.Or(context.origin(BuildContext.start(node), end), Collections.unmodifiableList(alternatives));
    }
    if (node.name == null) {
      return pattern;
    }
    refuseStar(pattern);
    if (node.name.getText().equals("_")) {
      refuse(context.span(node.name), "cannot use '_' as a target");
    }
    return new Pattern.As(context.origin(node), pattern, node.name.getText());
  }

  private Pattern closed(ClosedPatternContext node) {
    if (node.literal != null) {
      return literal(node);
    }
    if (node.constant != null) {
      Expr value = context.atoms.simple(node.constant);
      return new Pattern.Value(context.origin(node), value);
    }
    if (node.path != null) {
      return named(node);
    }
    if (node.star != null) {
      return new Pattern.Star(context.origin(node), node.name.getText());
    }
    if (node.rest != null) {
      context.dialectOnly(context.span(node.rest), "'...' in a sequence pattern");
      return new Pattern.Star(context.origin(node), "_");
    }
    return switch (node.open.getType()) {
      case LBRACE -> mapping(node);
      case LBRACK -> items(node);
      default -> group(node);
    };
  }

  private Pattern items(ClosedPatternContext node) {
    return node.items == null
        ? new Pattern.Sequence(context.origin(node), List.of())
        : sequence(node.items, BuildContext.start(node), context.end(node));
  }

  private Pattern group(ClosedPatternContext node) {
    boolean single = node.items != null && node.items.rest.isEmpty() && node.items.comma == null;
    return single ? open(node.items) : items(node);
  }

  // ---- Literals

  private Pattern literal(ClosedPatternContext node) {
    Expr first = literal(node.literal);
    if (node.range == null) {
      return new Pattern.Value(context.origin(node), first);
    }
    context.dialectOnly(context.span(node), "a range pattern");
    Expr last = literal(node.last);
    return new Pattern.Range(context.origin(node), first, last);
  }

  private Expr literal(LiteralPatternContext node) {
    if (node.text != null) {
      Expr text = context.texts.strings(node.text);
      if (text instanceof Expr.FString) {
        refuse(text.span(), "patterns may only match literals and attribute lookups");
      }
      return text;
    }
    Expr number = context.atoms.simple(node.number);
    if (node.sign != null) {
      int start = BuildContext.start(node.sign);
      number = new Expr.Unary(context.origin(start, number.span().end()), UnaryOperator.NEGATE, number);
    }
    if (node.operator == null) {
      return number;
    }
    Expr imaginary = context.atoms.simple(node.imaginary);
    if (!(imaginary instanceof Expr.FloatLiteral literal && literal.suffix().equals("j"))) {
      refuse(imaginary.span(), "imaginary number required in complex literal");
    }
    BinaryOperator operator = node.operator.getType() == PLUS ? BinaryOperator.ADD : BinaryOperator.SUBTRACT;
    return new Expr.Binary(context.origin(node), operator, number, imaginary);
  }

  // ---- Names and classes

  private Pattern named(ClosedPatternContext node) {
    List<Token> names = node.path.names;
    String first = names.getFirst().getText();
    if (node.open != null) {
      return classPattern(node);
    }
    if (node.captured != null) {
      context.dialectOnly(context.span(node), "':=' in a pattern");
      Pattern captured = closed(node.captured);
      if (names.size() > 1 || first.equals("_")) {
        refuse(context.span(node.path), "only a name can be bound by ':=' in a pattern");
      }
      return new Pattern.As(context.origin(node), captured, first);
    }
    if (names.size() > 1) {
      Expr value = path(node.path);
      return new Pattern.Value(context.origin(node), value);
    }
    return first.equals("_")
        ? new Pattern.Wildcard(context.origin(node))
        : new Pattern.Capture(context.origin(node), first);
  }

  /// A dotted name as attribute accesses.
  Expr path(DottedNameContext node) {
    Token first = node.names.getFirst();
    Expr value = new Expr.Name(context.origin(first), first.getText());
    for (Token name : node.names.subList(1, node.names.size())) {
      value =
          new Expr.Attribute(
              context.origin(BuildContext.start(first), BuildContext.end(name)), value, name.getText());
    }
    return value;
  }

  private Pattern classPattern(ClosedPatternContext node) {
    Expr type = path(node.path);
    if (type instanceof Expr.Name(var _, var name) && name.equals("_")) {
      context.invalid(type.span());
    }
    var positional = new ArrayList<Pattern>();
    var keywords = new ArrayList<Pattern.KeywordPattern>();
    for (PatternArgumentContext argument : node.arguments) {
      Pattern first = pattern(argument.first);
      if (argument.keywordValue == null) {
        refuseStar(first);
        if (!keywords.isEmpty()) {
          refuse(first.span(), "positional patterns follow keyword patterns");
        }
        positional.add(first);
      } else {
        Pattern value = pattern(argument.keywordValue);
        refuseStar(value);
        addKeyword(keywords, first, value);
      }
    }
    return new Pattern.ClassPattern(
        context.origin(node), type, Collections.unmodifiableList(positional), Collections.unmodifiableList(keywords));
  }

  private void addKeyword(List<Pattern.KeywordPattern> keywords, Pattern left, Pattern value) {
    String name =
        switch (left) {
          case Pattern.Capture capture -> capture.name();
          case Pattern.Wildcard _ -> "_";
          default -> "";
        };
    if (name.isEmpty()) {
      refuse(left.span(), "invalid syntax: the name of an attribute must precede '='");
    } else if (keywords.stream().anyMatch(keyword -> keyword.name().equals(name))) {
      refuse(left.span(), "attribute name repeated in class pattern: " + name);
    } else {
      keywords.add(new Pattern.KeywordPattern(name, value));
    }
  }

  // ---- Mappings

  private Pattern mapping(ClosedPatternContext node) {
    var keys = new ArrayList<Expr>(node.entries.size());
    var values = new ArrayList<Pattern>(node.entries.size());
    String rest = "";
    for (MappingEntryContext entry : node.entries) {
      if (!rest.isEmpty()) {
        refuse(context.span(entry), "double star pattern must be the last (right-most) subpattern in mapping pattern");
      }
      if (entry.rest != null) {
        rest = entry.rest.getText();
        if (rest.equals("_")) {
          refuse(context.span(entry), "invalid syntax: '**_' is not allowed in a mapping pattern");
        }
      } else {
        keys.add(key(entry));
        Pattern value = pattern(entry.entryValue);
        refuseStar(value);
        values.add(value);
      }
    }
    return new Pattern.Mapping(
        context.origin(node), Collections.unmodifiableList(keys), Collections.unmodifiableList(values), rest);
  }

  private Expr key(MappingEntryContext entry) {
    if (entry.literal != null) {
      return literal(entry.literal);
    }
    if (entry.constant != null) {
      return context.atoms.simple(entry.constant);
    }
    if (entry.path.names.size() == 1) {
      String message = "mapping pattern keys may only match literals and attribute lookups";
      refuse(context.span(entry.path), message);
    }
    return path(entry.path);
  }

  private void refuse(Span span, String message) {
    context.report(SyntaxErrorCode.INVALID_PATTERN, span, message);
  }
}
