package io.codonj.core.syntax.binary;

import io.codonj.api.ast.Origin;
import io.codonj.api.ast.Stmt;
import io.codonj.api.ast.TypeParameter.TypeParameterKind;
import io.codonj.api.ast.TypeParameter;
import io.codonj.api.diagnostic.CompilerBug;
import io.codonj.core.syntax.binary.Format.Stmts;
import java.util.List;

/// Statements from bytes; the mirror of [StmtWriter].
final class StmtReader {
  private static final TypeParameterKind[] KINDS = TypeParameterKind.values();

  private final Input in;
  private final ExprReader expressions;

  StmtReader(Input in) {
    this.in = in;
    this.expressions = new ExprReader(in);
  }

  Stmt read() {
    int tag = in.tag();
    Origin at = in.origin();
    return switch (tag) {
      case Stmts.EXPRESSION -> new Stmt.Expression(at, expressions.read());
      case Stmts.ASSIGN -> new Stmt.Assign(at, expressions.all(), expressions.read());
      case Stmts.AUGMENTED_ASSIGN ->
          new Stmt.AugmentedAssign(at, expressions.read(), in.constant(ExprReader.BINARY), expressions.read());
      case Stmts.ANNOTATED_ASSIGN ->
          new Stmt.AnnotatedAssign(at, expressions.read(), expressions.read(), expressions.optional());
      case Stmts.RETURN -> new Stmt.Return(at, expressions.optional());
      case Stmts.RAISE -> new Stmt.Raise(at, expressions.optional(), expressions.optional());
      case Stmts.ASSERT -> new Stmt.Assert(at, expressions.read(), expressions.optional());
      case Stmts.DELETE -> new Stmt.Delete(at, expressions.all());
      case Stmts.PASS -> new Stmt.Pass(at);
      case Stmts.BREAK -> new Stmt.Break(at);
      case Stmts.CONTINUE -> new Stmt.Continue(at);
      case Stmts.GLOBAL -> new Stmt.Global(at, in.strings());
      case Stmts.NONLOCAL -> new Stmt.Nonlocal(at, in.strings());
      case Stmts.IMPORT -> new Stmt.Import(at, in.list(this::alias));
      case Stmts.IMPORT_FROM -> new Stmt.ImportFrom(at, in.count(), in.string(), in.list(this::alias));
      case Stmts.TYPE_ALIAS -> new Stmt.TypeAlias(at, in.string(), typeParameters(), expressions.read());
      case Stmts.PRINT -> new Stmt.Print(at, expressions.all(), in.flag());
      default -> compound(tag, at);
    };
  }

  private Stmt compound(int tag, Origin at) {
    return switch (tag) {
      case Stmts.IF -> new Stmt.If(at, expressions.read(), all(), all());
      case Stmts.WHILE -> new Stmt.While(at, expressions.read(), all(), all());
      case Stmts.FOR ->
          new Stmt.For(at, expressions.all(), expressions.read(), expressions.read(), all(), all(), in.flag());
      case Stmts.TRY -> new Stmt.Try(at, all(), in.list(this::handler), all(), all(), in.flag());
      case Stmts.WITH -> {
        var items = in.list(() -> new Stmt.WithItem(expressions.read(), expressions.optional()));
        yield new Stmt.With(at, items, all(), in.flag());
      }
      case Stmts.MATCH -> new Stmt.Match(at, expressions.read(), in.list(this::alternative));
      case Stmts.FUNCTION ->
          new Stmt.FunctionDef(
              at,
              in.span(),
              in.string(),
              expressions.all(),
              typeParameters(),
              expressions.parameters(),
              expressions.optional(),
              all(),
              in.flag(),
              in.optional(in::string));
      case Stmts.CLASS ->
          new Stmt.ClassDef(
              at, in.span(), in.string(), expressions.all(), typeParameters(), expressions.arguments(), all());
      case Stmts.KEYWORD -> new Stmt.KeywordBlock(at, in.string(), expressions.optional(), all());
      case Stmts.REGION -> new Stmt.Region(at, in.string(), expressions.all(), all());
      default -> throw new CompilerBug("no tag of a statement: " + tag);
    };
  }

  private List<Stmt> all() {
    return in.list(this::read);
  }

  private Stmt.Handler handler() {
    return new Stmt.Handler(in.span(), expressions.optional(), in.string(), all());
  }

  private Stmt.Case alternative() {
    return new Stmt.Case(in.span(), PatternCodec.read(in, expressions), expressions.optional(), all());
  }

  private Stmt.ImportAlias alias() {
    return new Stmt.ImportAlias(in.span(), in.string(), in.string(), in.optional(this::signature));
  }

  private Stmt.ForeignSignature signature() {
    return new Stmt.ForeignSignature(in.optional(expressions::all), expressions.optional());
  }

  private List<TypeParameter> typeParameters() {
    return in.list(
        () ->
            new TypeParameter(
                in.span(), in.string(), in.constant(KINDS), expressions.optional(), expressions.optional()));
  }
}
