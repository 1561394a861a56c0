package io.codonj.api.ast;

import io.codonj.api.diagnostic.CompilerBug;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Prints syntax trees as compact S-expressions, one statement per line, blocks indented.
///
/// ```
/// def f(x: int = 1): return x + 1   ->   (def f ((x : int = 1))
///                                          (return (+ x 1)))
/// ```
public final class AstPrinter {
  private final StringBuilder out = new StringBuilder();
  private final ExprPrinter expressions = new ExprPrinter(out);
  private int depth;

  private AstPrinter() {}

  /// All statements of a module, each ended by a line end.
  public static String print(Module module) {
    var printer = new AstPrinter();
    for (Stmt statement : module.body()) {
      printer.statement(statement);
      printer.out.append('\n');
    }
    return printer.out.toString();
  }

  public static String print(Stmt statement) {
    var printer = new AstPrinter();
    printer.statement(statement);
    return printer.out.toString();
  }

  public static String print(Expr expression) {
    var out = new StringBuilder();
    new ExprPrinter(out).print(expression);
    return out.toString();
  }

  public static String print(Pattern pattern) {
    var out = new StringBuilder();
    new PatternPrinter(out).print(pattern);
    return out.toString();
  }

  private void statement(Stmt statement) {
    switch (statement) {
      case Stmt.Expression plain -> expressions.print(plain.value());
      case Stmt.Assign assign -> {
        out.append("(=");
        all(assign.targets());
        closing(assign.value());
      }
      case Stmt.AugmentedAssign assign -> {
        out.append('(').append(assign.operator().symbol()).append('=');
        closing(assign.target(), assign.value());
      }
      case Stmt.AnnotatedAssign assign -> {
        out.append("(annotate");
        closing(assign.target(), assign.annotation(), assign.value());
      }
      case Stmt.Return plain -> simple("return", plain.value());
      case Stmt.Raise raise -> simple("raise", raise.exception(), raise.cause());
      case Stmt.Assert check -> simple("assert", check.condition(), check.message());
      case Stmt.Delete delete -> {
        out.append("(del");
        all(delete.targets());
        out.append(')');
      }
      case Stmt.Pass _ -> out.append("(pass)");
      case Stmt.Break _ -> out.append("(break)");
      case Stmt.Continue _ -> out.append("(continue)");
      case Stmt.Global global -> out.append("(global ").append(String.join(" ", global.names())).append(')');
      case Stmt.Nonlocal nonlocal -> out.append("(nonlocal ").append(String.join(" ", nonlocal.names())).append(')');
      case Stmt.Import plain -> {
        out.append("(import");
        plain.names().forEach(this::alias);
        out.append(')');
      }
      case Stmt.ImportFrom from -> {
        out.append("(from ").append(".".repeat(from.level())).append(from.module());
        from.names().forEach(this::alias);
        out.append(')');
      }
      case Stmt.TypeAlias alias -> {
        out.append("(type ").append(alias.name());
        typeParameters(alias.typeParameters());
        closing(alias.value());
      }
      case Stmt.Print print -> {
        out.append(print.newline() ? "(print" : "(print-inline");
        all(print.values());
        out.append(')');
      }
      case Stmt.If _, Stmt.While _, Stmt.For _, Stmt.Try _, Stmt.With _, Stmt.Match _, Stmt.FunctionDef _,
          Stmt.ClassDef _, Stmt.KeywordBlock _, Stmt.Region _ -> compound(statement);
    }
  }

  private void compound(Stmt statement) {
    switch (statement) {
      case Stmt.If branch -> {
        head("if", branch.condition());
        block(branch.body());
        clause("else", branch.orElse());
      }
      case Stmt.While loop -> {
        head("while", loop.condition());
        block(loop.body());
        clause("else", loop.orElse());
      }
      case Stmt.For loop -> {
        head(loop.isAsync() ? "async-for" : "for", loop.target(), loop.iterable());
        decorators(loop.decorators());
        block(loop.body());
        clause("else", loop.orElse());
      }
      case Stmt.Try attempt -> attempt(attempt);
      case Stmt.With with -> {
        head(with.isAsync() ? "async-with" : "with");
        for (Stmt.WithItem item : with.items()) {
          out.append(" (");
          expressions.print(item.context());
          optional(item.target());
          out.append(')');
        }
        block(with.body());
      }
      case Stmt.Match match -> match(match);
      case Stmt.FunctionDef function -> function(function);
      case Stmt.ClassDef type -> {
        head("class " + type.name());
        decorators(type.decorators());
        typeParameters(type.typeParameters());
        out.append(" (");
        expressions.arguments(type.bases(), "");
        out.append(')');
        block(type.body());
      }
      case Stmt.KeywordBlock block -> {
        head("keyword " + block.keyword());
        optional(block.operand());
        block(block.body());
      }
      case Stmt.Region region -> {
        head("region " + region.annotation(), region.arguments().toArray(Expr[]::new));
        block(region.body());
      }
      default -> throw new CompilerBug("not printed: " + statement.getClass());
    }
    out.append(')');
  }

  private void attempt(Stmt.Try attempt) {
    head(attempt.isStar() ? "try*" : "try");
    block(attempt.body());
    for (Stmt.Handler handler : attempt.handlers()) {
      nested(() -> {
        head("except");
        optional(handler.type());
        out.append(handler.name().isEmpty() ? "" : " as " + handler.name());
        block(handler.body());
        out.append(')');
      });
    }
    clause("else", attempt.orElse());
    clause("finally", attempt.finalBody());
  }

  private void match(Stmt.Match match) {
    head("match", match.subject());
    for (Stmt.Case next : match.cases()) {
      nested(() -> {
        out.append("(case ");
        new PatternPrinter(out).print(next.pattern());
        if (next.guard() != null) {
          out.append(" if ");
          expressions.print(next.guard());
        }
        block(next.body());
        out.append(')');
      });
    }
  }

  private void function(Stmt.FunctionDef function) {
    head((function.isAsync() ? "async-def " : "def ") + function.name());
    decorators(function.decorators());
    typeParameters(function.typeParameters());
    out.append(' ');
    expressions.parameters(function.parameters());
    if (function.returns() != null) {
      out.append(" -> ");
      expressions.print(function.returns());
    }
    if (function.inlineText() != null) {
      out.append(" verbatim ");
      expressions.quote(function.inlineText());
    }
    block(function.body());
  }

  // ---- Pieces

  private void simple(String keyword, @Nullable Expr... operands) {
    out.append('(').append(keyword);
    closing(operands);
  }

  private void closing(@Nullable Expr... operands) {
    for (Expr operand : operands) {
      optional(operand);
    }
    out.append(')');
  }

  private void head(String keyword, Expr... operands) {
    out.append('(').append(keyword);
    all(List.of(operands));
  }

  private void all(List<Expr> list) {
    list.forEach(this::optional);
  }

  private void optional(@Nullable Expr expression) {
    if (expression != null) {
      out.append(' ');
      expressions.print(expression);
    }
  }

  private void decorators(List<Expr> decorators) {
    for (Expr decorator : decorators) {
      out.append(" @");
      expressions.print(decorator);
    }
  }

  private void alias(Stmt.ImportAlias alias) {
    out.append(' ');
    boolean plain = alias.alias().isEmpty() && alias.signature() == null;
    out.append(plain ? "" : "(").append(alias.name());
    if (alias.signature() != null) {
      if (alias.signature().parameters() != null) {
        out.append(" (");
        separated(alias.signature().parameters(), expressions::print);
        out.append(')');
      }
      optional(alias.signature().result());
    }
    out.append(alias.alias().isEmpty() ? "" : " as " + alias.alias()).append(plain ? "" : ")");
  }

  private void typeParameters(List<TypeParameter> parameters) {
    if (parameters.isEmpty()) {
      return;
    }
    out.append(" [");
    separated(parameters, parameter -> {
      out.append(
          switch (parameter.kind()) {
            case TYPE -> "";
            case TYPE_TUPLE -> "*";
            case PARAMETERS -> "**";
          });
      out.append(parameter.name());
      if (parameter.bound() != null) {
        out.append(": ");
        expressions.print(parameter.bound());
      }
      if (parameter.defaultValue() != null) {
        out.append(" = ");
        expressions.print(parameter.defaultValue());
      }
    });
    out.append(']');
  }

  private <T> void separated(List<T> items, Consumer<T> print) {
    for (int i = 0; i < items.size(); i++) {
      out.append(i == 0 ? "" : " ");
      print.accept(items.get(i));
    }
  }

  private void block(List<Stmt> body) {
    for (Stmt statement : body) {
      nested(() -> statement(statement));
    }
  }

  private void clause(String keyword, List<Stmt> body) {
    if (!body.isEmpty()) {
      nested(() -> {
        head(keyword);
        block(body);
        out.append(')');
      });
    }
  }

  private void nested(Runnable action) {
    depth++;
    out.append('\n').append("  ".repeat(depth));
    action.run();
    depth--;
  }
}
