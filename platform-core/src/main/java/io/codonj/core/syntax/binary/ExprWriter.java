package io.codonj.core.syntax.binary;

import io.codonj.api.ast.Expr;
import io.codonj.api.ast.FStringPart;
import io.codonj.api.ast.Parameter;
import io.codonj.api.diagnostic.CompilerBug;
import io.codonj.core.syntax.binary.Format.Exprs;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Expressions as bytes.
final class ExprWriter {
  private final Output out;

  ExprWriter(Output out) {
    this.out = out;
  }

  void write(Expr expression) {
    switch (expression) {
      case Expr.Name name -> {
        out.node(Exprs.NAME, name);
        out.string(name.name());
      }
      case Expr.IntLiteral literal -> integer(literal);
      case Expr.FloatLiteral literal -> {
        out.node(Exprs.FLOAT, literal);
        out.bits(literal.value());
        out.string(literal.suffix());
      }
      case Expr.StringLiteral literal -> {
        out.node(Exprs.STRING, literal);
        out.string(literal.value());
      }
      case Expr.BytesLiteral literal -> {
        out.node(Exprs.BYTES, literal);
        out.string(literal.value());
      }
      case Expr.PrefixedLiteral literal -> {
        out.node(Exprs.PREFIXED, literal);
        out.string(literal.prefix());
        out.string(literal.text());
      }
      case Expr.FString string -> {
        out.node(Exprs.FSTRING, string);
        parts(string.parts());
      }
      case Expr.BoolLiteral literal -> out.node(literal.value() ? Exprs.TRUE : Exprs.FALSE, literal);
      case Expr.NoneLiteral literal -> out.node(Exprs.NONE, literal);
      case Expr.EllipsisLiteral literal -> out.node(Exprs.ELLIPSIS, literal);
      case Expr.Display display -> {
        out.node(Exprs.DISPLAY, display);
        out.constant(display.kind());
        all(display.elements());
      }
      case Expr.DictDisplay display -> {
        out.node(Exprs.DICT, display);
        out.list(display.items(), item -> {
          optional(item.key());
          write(item.value());
        });
      }
      case Expr.Comprehension comprehension -> {
        out.node(Exprs.COMPREHENSION, comprehension);
        out.constant(comprehension.kind());
        write(comprehension.element());
        optional(comprehension.value());
        out.list(comprehension.clauses(), this::clause);
      }
      case Expr.Lambda lambda -> {
        out.node(Exprs.LAMBDA, lambda);
        out.list(lambda.parameters(), this::parameter);
        write(lambda.body());
      }
      case Expr.Call call -> {
        out.node(Exprs.CALL, call);
        write(call.callee());
        arguments(call.arguments());
      }
      case Expr.Pipe pipe -> {
        out.node(Exprs.PIPE, pipe);
        out.list(pipe.stages(), stage -> {
          write(stage.expression());
          out.flag(stage.parallel());
        });
      }
      case Expr.Unary _, Expr.Binary _, Expr.Logical _, Expr.Comparison _, Expr.Conditional _, Expr.Attribute _,
          Expr.Subscript _, Expr.Slice _, Expr.Starred _, Expr.Await _, Expr.Yield _, Expr.YieldFrom _, Expr.Walrus _,
          Expr.KeywordExpr _ -> operation(expression);
    }
  }

  private void operation(Expr expression) {
    switch (expression) {
      case Expr.Unary unary -> {
        out.node(Exprs.UNARY, unary);
        out.constant(unary.operator());
        write(unary.operand());
      }
      case Expr.Binary binary -> {
        out.node(Exprs.BINARY, binary);
        out.constant(binary.operator());
        write(binary.left());
        write(binary.right());
      }
      case Expr.Logical logical -> {
        out.node(Exprs.LOGICAL, logical);
        out.flag(logical.isAnd());
        all(logical.operands());
      }
      case Expr.Comparison comparison -> {
        out.node(Exprs.COMPARISON, comparison);
        write(comparison.first());
        out.list(comparison.rest(), part -> {
          out.constant(part.operator());
          write(part.operand());
        });
      }
      case Expr.Conditional conditional -> {
        out.node(Exprs.CONDITIONAL, conditional);
        write(conditional.condition());
        write(conditional.whenTrue());
        write(conditional.whenFalse());
      }
      case Expr.Attribute attribute -> {
        out.node(Exprs.ATTRIBUTE, attribute);
        write(attribute.value());
        out.string(attribute.name());
      }
      case Expr.Subscript subscript -> {
        out.node(Exprs.SUBSCRIPT, subscript);
        write(subscript.value());
        write(subscript.index());
      }
      case Expr.Slice slice -> {
        out.node(Exprs.SLICE, slice);
        optional(slice.start());
        optional(slice.stop());
        optional(slice.step());
      }
      case Expr.Starred starred -> {
        out.node(Exprs.STARRED, starred);
        write(starred.value());
      }
      case Expr.Await await -> {
        out.node(Exprs.AWAIT, await);
        write(await.value());
      }
      case Expr.Yield yield -> {
        out.node(Exprs.YIELD, yield);
        optional(yield.value());
      }
      case Expr.YieldFrom yield -> {
        out.node(Exprs.YIELD_FROM, yield);
        write(yield.value());
      }
      case Expr.Walrus walrus -> {
        out.node(Exprs.WALRUS, walrus);
        write(walrus.target());
        write(walrus.value());
      }
      case Expr.KeywordExpr keyword -> {
        out.node(Exprs.KEYWORD, keyword);
        out.string(keyword.keyword());
        write(keyword.operand());
      }
      default -> throw new CompilerBug("not written: " + expression.getClass());
    }
  }

  private void integer(Expr.IntLiteral literal) {
    boolean small = literal.value().bitLength() < 63;
    out.node(small ? Exprs.INTEGER : Exprs.BIG_INTEGER, literal);
    if (small) {
      out.number(literal.value().longValue());
    } else {
      out.bytes(literal.value().toByteArray());
    }
    out.string(literal.suffix());
  }

  void optional(@Nullable Expr expression) {
    out.optional(expression, this::write);
  }

  void all(List<Expr> expressions) {
    out.list(expressions, this::write);
  }

  private void clause(Expr.Clause clause) {
    write(clause.target());
    write(clause.iterable());
    all(clause.conditions());
    out.flag(clause.isAsync());
  }

  void arguments(List<Expr.Argument> arguments) {
    out.list(arguments, argument -> {
      out.constant(argument.kind());
      out.string(argument.name());
      write(argument.value());
    });
  }

  void parameter(Parameter parameter) {
    out.span(parameter.span());
    out.string(parameter.name());
    out.constant(parameter.kind());
    optional(parameter.annotation());
    optional(parameter.defaultValue());
  }

  private void parts(List<FStringPart> parts) {
    out.list(parts, part -> {
      switch (part) {
        case FStringPart.Text text -> {
          out.flag(false);
          out.string(text.value());
        }
        case FStringPart.Field field -> {
          out.flag(true);
          write(field.value());
          out.string(field.conversion());
          out.optional(field.spec(), this::parts);
        }
      }
    });
  }
}
