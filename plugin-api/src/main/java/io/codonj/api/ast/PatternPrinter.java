package io.codonj.api.ast;

import java.util.List;

/// Patterns of [AstPrinter].
final class PatternPrinter {
  private final StringBuilder out;
  private final ExprPrinter expressions;

  PatternPrinter(StringBuilder out) {
    this.out = out;
    this.expressions = new ExprPrinter(out);
  }

  void print(Pattern pattern) {
    switch (pattern) {
      case Pattern.Value value -> {
        out.append("(value ");
        expressions.print(value.value());
        out.append(')');
      }
      case Pattern.Range range -> {
        out.append("(range ");
        expressions.print(range.first());
        out.append(' ');
        expressions.print(range.last());
        out.append(')');
      }
      case Pattern.Capture capture -> out.append(capture.name());
      case Pattern.Wildcard _ -> out.append('_');
      case Pattern.Sequence sequence -> group("sequence", sequence.elements());
      case Pattern.Star star -> out.append('*').append(star.name());
      case Pattern.Mapping mapping -> mapping(mapping);
      case Pattern.ClassPattern type -> type(type);
      case Pattern.Or or -> group("or", or.alternatives());
      case Pattern.As as -> {
        out.append("(as ");
        if (as.pattern() != null) {
          print(as.pattern());
          out.append(' ');
        }
        out.append(as.name()).append(')');
      }
    }
  }

  private void group(String head, List<Pattern> patterns) {
    out.append('(').append(head);
    for (Pattern pattern : patterns) {
      out.append(' ');
      print(pattern);
    }
    out.append(')');
  }

  private void mapping(Pattern.Mapping mapping) {
    out.append("(mapping");
    for (int i = 0; i < mapping.keys().size(); i++) {
      out.append(" (");
      expressions.print(mapping.keys().get(i));
      out.append(' ');
      print(mapping.values().get(i));
      out.append(')');
    }
    out.append(mapping.rest().isEmpty() ? "" : " **" + mapping.rest()).append(')');
  }

  private void type(Pattern.ClassPattern type) {
    out.append("(class ");
    expressions.print(type.type());
    for (Pattern pattern : type.positional()) {
      out.append(' ');
      print(pattern);
    }
    for (Pattern.KeywordPattern keyword : type.keywords()) {
      out.append(' ').append(keyword.name()).append('=');
      print(keyword.pattern());
    }
    out.append(')');
  }
}
