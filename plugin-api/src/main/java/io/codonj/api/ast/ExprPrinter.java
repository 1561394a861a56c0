package io.codonj.api.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Expressions of [AstPrinter].
final class ExprPrinter {
  private final StringBuilder out;

  ExprPrinter(StringBuilder out) {
    this.out = out;
  }

  void print(Expr expression) {
    switch (expression) {
      case Expr.Name name -> out.append(name.name());
      case Expr.IntLiteral literal -> out.append(literal.value()).append(literal.suffix());
      case Expr.FloatLiteral literal -> out.append(literal.value()).append(literal.suffix());
      case Expr.StringLiteral literal -> quote(literal.value());
      case Expr.BytesLiteral literal -> {
        out.append('b');
        quote(literal.value());
      }
      case Expr.PrefixedLiteral literal -> {
        out.append(literal.prefix());
        quote(literal.text());
      }
      case Expr.FString string -> {
        out.append("(f");
        parts(string.parts());
      }
      case Expr.BoolLiteral literal -> out.append(literal.value() ? "True" : "False");
      case Expr.NoneLiteral _ -> out.append("None");
      case Expr.EllipsisLiteral _ -> out.append("...");
      case Expr.Display display -> {
        out.append('(').append(display.kind().name().toLowerCase());
        all(display.elements());
      }
      case Expr.DictDisplay display -> {
        out.append("(dict");
        display.items().forEach(this::item);
        out.append(')');
      }
      case Expr.Comprehension comprehension -> comprehension(comprehension);
      case Expr.Unary unary -> group(unary.operator().symbol().strip(), unary.operand());
      case Expr.Binary binary -> group(binary.operator().symbol(), binary.left(), binary.right());
      case Expr.Logical logical -> {
        out.append(logical.isAnd() ? "(and" : "(or");
        all(logical.operands());
      }
      case Expr.Comparison comparison -> comparison(comparison);
      case Expr.Conditional conditional ->
          group("if", conditional.condition(), conditional.whenTrue(), conditional.whenFalse());
      case Expr.Lambda lambda -> {
        out.append("(lambda ");
        parameters(lambda.parameters());
        closing(lambda.body());
      }
      case Expr.Call call -> {
        out.append("(call ");
        print(call.callee());
        arguments(call.arguments(), " ");
        out.append(')');
      }
      case Expr.Attribute attribute -> {
        out.append("(. ");
        print(attribute.value());
        out.append(' ').append(attribute.name()).append(')');
      }
      case Expr.Subscript subscript -> group("[]", subscript.value(), subscript.index());
      case Expr.Slice slice -> {
        out.append("(slice");
        absentAsBlank(slice.start());
        absentAsBlank(slice.stop());
        absentAsBlank(slice.step());
        out.append(')');
      }
      case Expr.Starred starred -> group("star", starred.value());
      case Expr.Await await -> group("await", await.value());
      case Expr.Yield yield -> {
        if (yield.value() == null) {
          out.append("(yield)");
        } else {
          group("yield", yield.value());
        }
      }
      case Expr.YieldFrom yield -> group("yield-from", yield.value());
      case Expr.Walrus walrus -> group(":=", walrus.target(), walrus.value());
      case Expr.Pipe pipe -> pipe(pipe);
      case Expr.KeywordExpr keyword -> group("keyword " + keyword.keyword(), keyword.operand());
    }
  }

  private void group(String head, Expr... operands) {
    out.append('(').append(head);
    all(List.of(operands));
  }

  private void all(List<Expr> operands) {
    for (Expr operand : operands) {
      out.append(' ');
      print(operand);
    }
    out.append(')');
  }

  private void closing(Expr last) {
    out.append(' ');
    print(last);
    out.append(')');
  }

  private void absentAsBlank(@Nullable Expr expression) {
    out.append(' ');
    if (expression == null) {
      out.append('_');
    } else {
      print(expression);
    }
  }

  private void item(Expr.DictItem item) {
    out.append(" (");
    if (item.key() == null) {
      out.append("**");
    } else {
      print(item.key());
    }
    closing(item.value());
  }

  private void comparison(Expr.Comparison comparison) {
    if (comparison.rest().size() == 1) {
      var only = comparison.rest().getFirst();
      group(only.operator().symbol(), comparison.first(), only.operand());
      return;
    }
    out.append("(compare ");
    print(comparison.first());
    for (Expr.ComparisonPart part : comparison.rest()) {
      out.append(' ').append(part.operator().symbol()).append(' ');
      print(part.operand());
    }
    out.append(')');
  }

  private void comprehension(Expr.Comprehension comprehension) {
    out.append('(').append(comprehension.kind().name().toLowerCase()).append("-for ");
    print(comprehension.element());
    if (comprehension.value() != null) {
      out.append(' ');
      print(comprehension.value());
    }
    for (Expr.Clause clause : comprehension.clauses()) {
      out.append(clause.isAsync() ? " (async-for " : " (for ");
      print(clause.target());
      out.append(' ');
      print(clause.iterable());
      all(clause.conditions());
    }
    out.append(')');
  }

  private void pipe(Expr.Pipe pipe) {
    out.append("(pipe ");
    boolean first = true;
    for (Expr.PipeStage stage : pipe.stages()) {
      out.append(first ? "" : stage.parallel() ? " ||> " : " |> ");
      first = false;
      print(stage.expression());
    }
    out.append(')');
  }

  void arguments(List<Expr.Argument> arguments, String before) {
    String gap = before;
    for (Expr.Argument argument : arguments) {
      out.append(gap);
      gap = " ";
      switch (argument.kind()) {
        case POSITIONAL -> {}
        case KEYWORD -> out.append(argument.name()).append('=');
        case STAR -> out.append('*');
        case DOUBLE_STAR -> out.append("**");
      }
      print(argument.value());
    }
  }

  /// `(a / b (c : int = 1) *d e **f)`, with `/` and `*` where the kinds change.
  void parameters(List<Parameter> parameters) {
    out.append('(');
    boolean positionalOnly = false;
    boolean keywordOnly = false;
    String gap = "";
    for (Parameter parameter : parameters) {
      if (positionalOnly && parameter.kind() != Parameter.ParameterKind.POSITIONAL_ONLY) {
        out.append(" /");
      }
      positionalOnly = parameter.kind() == Parameter.ParameterKind.POSITIONAL_ONLY;
      out.append(gap);
      if (parameter.kind() == Parameter.ParameterKind.KEYWORD_ONLY && !keywordOnly) {
        out.append("* ");
      }
      keywordOnly |= parameter.kind() == Parameter.ParameterKind.KEYWORD_ONLY
          || parameter.kind() == Parameter.ParameterKind.STAR;
      parameter(parameter);
      gap = " ";
    }
    out.append(positionalOnly ? " /)" : ")");
  }

  private void parameter(Parameter parameter) {
    String stars =
        switch (parameter.kind()) {
          case STAR -> "*";
          case DOUBLE_STAR -> "**";
          case NORMAL, POSITIONAL_ONLY, KEYWORD_ONLY -> "";
        };
    boolean plain = parameter.annotation() == null && parameter.defaultValue() == null;
    out.append(plain ? "" : "(").append(stars).append(parameter.name());
    if (parameter.annotation() != null) {
      out.append(" : ");
      print(parameter.annotation());
    }
    if (parameter.defaultValue() != null) {
      out.append(" = ");
      print(parameter.defaultValue());
    }
    out.append(plain ? "" : ")");
  }

  private void parts(List<FStringPart> parts) {
    for (FStringPart part : parts) {
      out.append(' ');
      switch (part) {
        case FStringPart.Text text -> quote(text.value());
        case FStringPart.Field field -> {
          out.append('{');
          print(field.value());
          out.append(field.conversion().isEmpty() ? "" : "!" + field.conversion());
          if (field.spec() != null) {
            out.append(" (spec");
            parts(field.spec());
          }
          out.append('}');
        }
      }
    }
    out.append(')');
  }

  /// A double-quoted text in printable ASCII.
  void quote(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"', '\\' -> out.append('\\').append(c);
        case '\n' -> out.append("\\n");
        case '\t' -> out.append("\\t");
        default -> {
          if (c >= ' ' && c < 127) {
            out.append(c);
          } else {
            out.append("\\u%04x".formatted((int) c));
          }
        }
      }
    }
    out.append('"');
  }
}
