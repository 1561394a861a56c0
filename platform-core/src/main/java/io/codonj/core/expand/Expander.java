package io.codonj.core.expand;

import io.codonj.api.ast.AstRewriter;
import io.codonj.api.ast.Expr;
import io.codonj.api.ast.Module;
import io.codonj.api.ast.Node;
import io.codonj.api.ast.Stmt;
import io.codonj.api.diagnostic.CompilerBug;
import io.codonj.api.diagnostic.Diagnostic;
import io.codonj.api.diagnostic.DiagnosticSink;
import io.codonj.api.plugin.AnnotatedRegion;
import io.codonj.api.plugin.DecoratorExtension;
import io.codonj.api.plugin.KeywordExtension;
import io.codonj.api.plugin.LiteralExtension;
import io.codonj.api.source.Span;
import io.codonj.core.expand.SyntaxInForce.Owned;
import io.codonj.core.plugin.LoadedPlugin;
import io.codonj.core.plugin.PluginErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Replaces the syntax of plugins by what their extensions make of it, from the outside to the inside; what they make
/// may hold syntax of plugins again.
public final class Expander extends AstRewriter {
  private static final int MAX_DEPTH = 200;

  private final SyntaxInForce syntax;
  private final DiagnosticSink sink;
  private final Expansion expansion;
  private int depth;

  private Expander(Module module, SyntaxInForce syntax, DiagnosticSink sink) {
    this.syntax = syntax;
    this.sink = sink;
    this.expansion = new Expansion(module, syntax.options(), sink);
  }

  public static Module expand(Module module, SyntaxInForce syntax, DiagnosticSink sink) {
    if (syntax.isPlain()) {
      return module;
    }
    var expander = new Expander(module, syntax, sink);
    List<Stmt> body = expander.statements(module.body());
    return expander.expansion.module(body);
  }

  @Override
  public Expr expression(Expr expression) {
    return switch (expression) {
      case Expr.KeywordExpr e when syntax.keywords.get(e.keyword()) instanceof Owned<KeywordExtension> owner ->
          keyword(e, owner);
      case Expr.PrefixedLiteral e when syntax.prefixes.get(e.prefix()) instanceof Owned<LiteralExtension> owner ->
          literal(e, owner);
      case Expr.IntLiteral e when syntax.suffixes.get(e.suffix()) instanceof Owned<LiteralExtension> owner ->
          literal(e, owner);
      case Expr.FloatLiteral e when syntax.suffixes.get(e.suffix()) instanceof Owned<LiteralExtension> owner ->
          literal(e, owner);
      default -> super.expression(expression);
    };
  }

  @Override
  protected List<Stmt> statement(Stmt statement) {
    return switch (statement) {
      case Stmt.KeywordBlock s when syntax.keywords.get(s.keyword()) instanceof Owned<KeywordExtension> owner ->
          block(s, owner);
      case Stmt.For s -> decorated(s, s.decorators());
      case Stmt.FunctionDef s -> decorated(s, s.decorators());
      case Stmt.ClassDef s -> decorated(s, s.decorators());
      default -> super.statement(statement);
    };
  }

  private Expr keyword(Expr.KeywordExpr node, Owned<KeywordExtension> owner) {
    Optional<Expr> made = call(owner.plugin(), node, () -> owner.extension().expression(node, expansion));
    if (made == null) {
      return placeholder(node.span());
    }
    if (made.isEmpty()) {
      refuseForm(node.span(), node.keyword(), owner.plugin(), "'" + node.keyword() + " value'");
      return placeholder(node.span());
    }
    return again(owner.plugin(), node.span(), () -> expression(made.get()), placeholder(node.span()));
  }

  private List<Stmt> block(Stmt.KeywordBlock node, Owned<KeywordExtension> owner) {
    Optional<List<Stmt>> made = call(owner.plugin(), node, () -> owner.extension().block(node, expansion));
    if (made == null) {
      return List.of();
    }
    if (made.isEmpty()) {
      refuseForm(node.span(), node.keyword(), owner.plugin(), "'" + node.keyword() + "' with a block");
      return List.of();
    }
    return again(owner.plugin(), node.span(), () -> statements(made.get()), List.of());
  }

  private Expr literal(Expr node, Owned<LiteralExtension> owner) {
    Expr made = call(owner.plugin(), node, () -> owner.extension().expand(node, expansion));
    return made == null
        ? placeholder(node.span())
        : again(owner.plugin(), node.span(), () -> expression(made), placeholder(node.span()));
  }

  /// The outermost decorator of a plugin is expanded, with those below it still on the statement.
  private List<Stmt> decorated(Stmt statement, List<Expr> decorators) {
    for (Expr decorator : decorators) {
      String name = name(decorator);
      Stmt rest = without(statement, decorator);
      Owned<AnnotatedRegion> region = syntax.regions.get(name);
      if (region != null && rest instanceof Stmt.For loop) {
        return region(loop, decorator, region);
      }
      Owned<DecoratorExtension> owner = syntax.decorators.get(name);
      if (owner != null) {
        List<Stmt> made = call(owner.plugin(), statement, () -> owner.extension().expand(rest, decorator, expansion));
        return made == null
            ? List.of()
            : again(owner.plugin(), statement.span(), () -> statements(made), List.of());
      }
    }
    return super.statement(statement);
  }

  private List<Stmt> region(Stmt.For loop, Expr decorator, Owned<AnnotatedRegion> owner) {
    AnnotatedRegion.Mark mark =
        call(owner.plugin(), decorator, () -> owner.extension().mark(decorator, loop, expansion));
    if (mark == null) {
      return statement(loop);
    }
    var region = new Stmt.Region(expansion.at(loop.span()), mark.annotation(), expressions(mark.arguments()), statement(loop));
    return List.of(region);
  }

  private static Stmt without(Stmt statement, Expr decorator) {
    return switch (statement) {
      case Stmt.For s -> new Stmt.For(
          s.at(), others(s.decorators(), decorator), s.target(), s.iterable(), s.body(), s.orElse(), s.isAsync());
      case Stmt.FunctionDef s -> new Stmt.FunctionDef(s.at(), s.nameSpan(), s.name(), others(s.decorators(), decorator),
          s.typeParameters(), s.parameters(), s.returns(), s.body(), s.isAsync(), s.inlineText());
      case Stmt.ClassDef s -> new Stmt.ClassDef(
          s.at(), s.nameSpan(), s.name(), others(s.decorators(), decorator), s.typeParameters(), s.bases(), s.body());
      default -> statement;
    };
  }

  private static List<Expr> others(List<Expr> decorators, Expr without) {
    return decorators.stream().filter(each -> each != without).toList();
  }

  /// `a.b` of `@a.b` and `@a.b(arguments)`; empty for other expressions.
  private static String name(Expr decorator) {
    return switch (decorator) {
      case Expr.Name name -> name.name();
      case Expr.Attribute attribute -> {
        String base = name(attribute.value());
        yield base.isEmpty() ? "" : base + "." + attribute.name();
      }
      case Expr.Call call when !(call.callee() instanceof Expr.Call) -> name(call.callee());
      default -> "";
    };
  }

  /// Asks an extension; null after an error of the program or of the plugin.
  private <T> @Nullable T call(LoadedPlugin plugin, Node node, Supplier<T> extension) {
    int errors = expansion.errors();
    try {
      T made = extension.get();
      if (made == null && expansion.errors() == errors) {
        fail(plugin, node.span(), "made nothing of this");
      }
      return expansion.errors() == errors ? made : null;
    } catch (CompilerBug bug) {
      throw bug;
    } catch (RuntimeException | LinkageError | StackOverflowError problem) {
      String message = problem.getMessage() == null ? "" : ": " + problem.getMessage();
      fail(plugin, node.span(), "failed here: " + problem.getClass().getSimpleName() + message);
      return null;
    }
  }

  /// Expands what an extension made.
  private <T> T again(LoadedPlugin plugin, Span span, Supplier<T> rewrite, T otherwise) {
    if (depth >= MAX_DEPTH) {
      fail(plugin, span, "expands this without end");
      return otherwise;
    }
    depth++;
    try {
      return rewrite.get();
    } finally {
      depth--;
    }
  }

  private void refuseForm(Span span, String keyword, LoadedPlugin plugin, String form) {
    sink.report(Diagnostic.of(PluginErrorCode.KEYWORD_FORM, span,
        "the keyword '" + keyword + "' of the plugin '" + plugin.id() + "' has no form " + form));
  }

  private void fail(LoadedPlugin plugin, Span span, String what) {
    sink.report(Diagnostic.of(PluginErrorCode.FAILED, span, "the plugin '" + plugin.id() + "' " + what)
        .withNote("--disable-plugin " + plugin.id() + " leaves it out"));
  }

  private Expr placeholder(Span span) {
    return new Expr.NoneLiteral(expansion.at(span));
  }
}
