package io.codonj.api.ast;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Rebuilds syntax trees: statements here, expressions in [ExprRewriter]. A
/// subclass overrides [#statement] or [#expression] for the nodes that it replaces and calls the inherited method for
/// the others.
public class AstRewriter extends ExprRewriter {

  public List<Stmt> statements(List<Stmt> statements) {
    var result = new ArrayList<Stmt>(statements.size());
    boolean same = true;
    for (Stmt statement : statements) {
      List<Stmt> rewritten = statement(statement);
      same = same && rewritten.size() == 1 && rewritten.getFirst() == statement;
      result.addAll(rewritten);
    }
    return same ? statements : result;
  }

  /// What takes the place of a statement; by default itself with rewritten children.
  protected List<Stmt> statement(Stmt statement) {
    return List.of(children(statement));
  }

  /// The statement with rewritten children.
  protected final Stmt children(Stmt statement) {
    return switch (statement) {
      case Stmt.Expression s -> {
        Expr value = expression(s.value());
        yield value == s.value() ? s : new Stmt.Expression(at(s.at()), value);
      }
      case Stmt.Assign s -> new Stmt.Assign(at(s.at()), expressions(s.targets()), expression(s.value()));
      case Stmt.AugmentedAssign s ->
          new Stmt.AugmentedAssign(at(s.at()), expression(s.target()), s.operator(), expression(s.value()));
      case Stmt.AnnotatedAssign s -> new Stmt.AnnotatedAssign(
          at(s.at()), expression(s.target()), expression(s.annotation()), optional(s.value()));
      case Stmt.Return s -> new Stmt.Return(at(s.at()), optional(s.value()));
      case Stmt.Raise s -> new Stmt.Raise(at(s.at()), optional(s.exception()), optional(s.cause()));
      case Stmt.Assert s -> new Stmt.Assert(at(s.at()), expression(s.condition()), optional(s.message()));
      case Stmt.Delete s -> new Stmt.Delete(at(s.at()), expressions(s.targets()));
      case Stmt.Pass s -> new Stmt.Pass(at(s.at()));
      case Stmt.Break s -> new Stmt.Break(at(s.at()));
      case Stmt.Continue s -> new Stmt.Continue(at(s.at()));
      case Stmt.Global s -> new Stmt.Global(at(s.at()), s.names());
      case Stmt.Nonlocal s -> new Stmt.Nonlocal(at(s.at()), s.names());
      case Stmt.Import s -> new Stmt.Import(at(s.at()), s.names());
      case Stmt.ImportFrom s -> new Stmt.ImportFrom(at(s.at()), s.level(), s.module(), s.names());
      case Stmt.TypeAlias s ->
          new Stmt.TypeAlias(at(s.at()), s.name(), s.typeParameters(), expression(s.value()));
      case Stmt.Print s -> new Stmt.Print(at(s.at()), expressions(s.values()), s.newline());
      case Stmt.If _, Stmt.While _, Stmt.For _, Stmt.Try _, Stmt.With _, Stmt.Match _, Stmt.FunctionDef _,
          Stmt.ClassDef _, Stmt.KeywordBlock _, Stmt.Region _ -> compound(statement);
    };
  }

  private Stmt compound(Stmt statement) {
    return switch (statement) {
      case Stmt.If s ->
          new Stmt.If(at(s.at()), expression(s.condition()), statements(s.body()), statements(s.orElse()));
      case Stmt.While s ->
          new Stmt.While(at(s.at()), expression(s.condition()), statements(s.body()), statements(s.orElse()));
      case Stmt.For s -> new Stmt.For(at(s.at()), expressions(s.decorators()), expression(s.target()),
          expression(s.iterable()), statements(s.body()), statements(s.orElse()), s.isAsync());
      case Stmt.Try s -> new Stmt.Try(at(s.at()), statements(s.body()), each(s.handlers(), this::handler),
          statements(s.orElse()), statements(s.finalBody()), s.isStar());
      case Stmt.With s -> new Stmt.With(at(s.at()),
          each(s.items(), i -> new Stmt.WithItem(expression(i.context()), optional(i.target()))),
          statements(s.body()), s.isAsync());
      case Stmt.Match s -> new Stmt.Match(at(s.at()), expression(s.subject()), each(s.cases(), c -> new Stmt.Case(
          c.span(), pattern(c.pattern()), optional(c.guard()), statements(c.body()))));
      case Stmt.FunctionDef s -> new Stmt.FunctionDef(at(s.at()), s.nameSpan(), s.name(), expressions(s.decorators()),
          each(s.typeParameters(), this::typeParameter), each(s.parameters(), this::parameter), optional(s.returns()),
          statements(s.body()), s.isAsync(), s.inlineText());
      case Stmt.ClassDef s -> new Stmt.ClassDef(at(s.at()), s.nameSpan(), s.name(), expressions(s.decorators()),
          each(s.typeParameters(), this::typeParameter),
          each(s.bases(), b -> new Expr.Argument(b.kind(), b.name(), expression(b.value()))), statements(s.body()));
      case Stmt.KeywordBlock s ->
          new Stmt.KeywordBlock(at(s.at()), s.keyword(), optional(s.operand()), statements(s.body()));
      case Stmt.Region s ->
          new Stmt.Region(at(s.at()), s.annotation(), expressions(s.arguments()), statements(s.body()));
      default -> throw new IllegalArgumentException("no compound statement: " + statement);
    };
  }

  private Stmt.Handler handler(Stmt.Handler handler) {
    return new Stmt.Handler(handler.span(), optional(handler.type()), handler.name(), statements(handler.body()));
  }

  private TypeParameter typeParameter(TypeParameter parameter) {
    return new TypeParameter(parameter.span(), parameter.name(), parameter.kind(), optional(parameter.bound()),
        optional(parameter.defaultValue()));
  }

  /// A pattern with the expressions in it rewritten.
  protected Pattern pattern(Pattern pattern) {
    return switch (pattern) {
      case Pattern.Value p -> new Pattern.Value(at(p.at()), expression(p.value()));
      case Pattern.Range p -> new Pattern.Range(at(p.at()), expression(p.first()), expression(p.last()));
      case Pattern.Capture p -> new Pattern.Capture(at(p.at()), p.name());
      case Pattern.Wildcard p -> new Pattern.Wildcard(at(p.at()));
      case Pattern.Sequence p -> new Pattern.Sequence(at(p.at()), each(p.elements(), this::pattern));
      case Pattern.Star p -> new Pattern.Star(at(p.at()), p.name());
      case Pattern.Mapping p ->
          new Pattern.Mapping(at(p.at()), expressions(p.keys()), each(p.values(), this::pattern), p.rest());
      case Pattern.ClassPattern p -> new Pattern.ClassPattern(at(p.at()), expression(p.type()),
          each(p.positional(), this::pattern),
          each(p.keywords(), k -> new Pattern.KeywordPattern(k.name(), pattern(k.pattern()))));
      case Pattern.Or p -> new Pattern.Or(at(p.at()), each(p.alternatives(), this::pattern));
      case Pattern.As(var at, @Nullable Pattern inner, var name) ->
          new Pattern.As(at(at), inner == null ? null : pattern(inner), name);
    };
  }

  static <T> List<T> each(List<T> items, Function<T, T> rewrite) {
    return items.stream().map(rewrite).toList();
  }
}
