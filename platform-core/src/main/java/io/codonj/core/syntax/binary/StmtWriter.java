package io.codonj.core.syntax.binary;

import io.codonj.api.ast.Expr;
import io.codonj.api.ast.Stmt;
import io.codonj.api.ast.TypeParameter;
import io.codonj.api.diagnostic.CompilerBug;
import io.codonj.core.syntax.binary.Format.Stmts;
import java.util.List;

/// Statements as bytes.
final class StmtWriter {
  private final Output out;
  private final ExprWriter expressions;

  StmtWriter(Output out) {
    this.out = out;
    this.expressions = new ExprWriter(out);
  }

  void write(Stmt statement) {
    switch (statement) {
      case Stmt.Expression plain -> {
        out.node(Stmts.EXPRESSION, plain);
        expressions.write(plain.value());
      }
      case Stmt.Assign assign -> {
        out.node(Stmts.ASSIGN, assign);
        expressions.all(assign.targets());
        expressions.write(assign.value());
      }
      case Stmt.AugmentedAssign assign -> {
        out.node(Stmts.AUGMENTED_ASSIGN, assign);
        expressions.write(assign.target());
        out.constant(assign.operator());
        expressions.write(assign.value());
      }
      case Stmt.AnnotatedAssign assign -> {
        out.node(Stmts.ANNOTATED_ASSIGN, assign);
        expressions.write(assign.target());
        expressions.write(assign.annotation());
        expressions.optional(assign.value());
      }
      case Stmt.Return plain -> {
        out.node(Stmts.RETURN, plain);
        expressions.optional(plain.value());
      }
      case Stmt.Raise raise -> {
        out.node(Stmts.RAISE, raise);
        expressions.optional(raise.exception());
        expressions.optional(raise.cause());
      }
      case Stmt.Assert check -> {
        out.node(Stmts.ASSERT, check);
        expressions.write(check.condition());
        expressions.optional(check.message());
      }
      case Stmt.Delete delete -> {
        out.node(Stmts.DELETE, delete);
        expressions.all(delete.targets());
      }
      case Stmt.Pass pass -> out.node(Stmts.PASS, pass);
      case Stmt.Break jump -> out.node(Stmts.BREAK, jump);
      case Stmt.Continue jump -> out.node(Stmts.CONTINUE, jump);
      case Stmt.Global global -> {
        out.node(Stmts.GLOBAL, global);
        out.strings(global.names());
      }
      case Stmt.Nonlocal nonlocal -> {
        out.node(Stmts.NONLOCAL, nonlocal);
        out.strings(nonlocal.names());
      }
      case Stmt.Import plain -> {
        out.node(Stmts.IMPORT, plain);
        out.list(plain.names(), this::alias);
      }
      case Stmt.ImportFrom from -> {
        out.node(Stmts.IMPORT_FROM, from);
        out.number(from.level());
        out.string(from.module());
        out.list(from.names(), this::alias);
      }
      case Stmt.TypeAlias alias -> {
        out.node(Stmts.TYPE_ALIAS, alias);
        out.string(alias.name());
        out.list(alias.typeParameters(), this::typeParameter);
        expressions.write(alias.value());
      }
      case Stmt.Print print -> {
        out.node(Stmts.PRINT, print);
        expressions.all(print.values());
        out.flag(print.newline());
      }
      case Stmt.If _, Stmt.While _, Stmt.For _, Stmt.Try _, Stmt.With _, Stmt.Match _, Stmt.FunctionDef _,
          Stmt.ClassDef _, Stmt.KeywordBlock _, Stmt.Region _ -> compound(statement);
    }
  }

  private void compound(Stmt statement) {
    switch (statement) {
      case Stmt.If branch -> {
        out.node(Stmts.IF, branch);
        expressions.write(branch.condition());
        all(branch.body());
        all(branch.orElse());
      }
      case Stmt.While loop -> {
        out.node(Stmts.WHILE, loop);
        expressions.write(loop.condition());
        all(loop.body());
        all(loop.orElse());
      }
      case Stmt.For loop -> {
        out.node(Stmts.FOR, loop);
        expressions.all(loop.decorators());
        expressions.write(loop.target());
        expressions.write(loop.iterable());
        all(loop.body());
        all(loop.orElse());
        out.flag(loop.isAsync());
      }
      case Stmt.Try attempt -> {
        out.node(Stmts.TRY, attempt);
        all(attempt.body());
        out.list(attempt.handlers(), this::handler);
        all(attempt.orElse());
        all(attempt.finalBody());
        out.flag(attempt.isStar());
      }
      case Stmt.With with -> {
        out.node(Stmts.WITH, with);
        out.list(with.items(), item -> {
          expressions.write(item.context());
          expressions.optional(item.target());
        });
        all(with.body());
        out.flag(with.isAsync());
      }
      case Stmt.Match match -> {
        out.node(Stmts.MATCH, match);
        expressions.write(match.subject());
        out.list(match.cases(), this::alternative);
      }
      case Stmt.FunctionDef function -> function(function);
      case Stmt.ClassDef type -> {
        out.node(Stmts.CLASS, type);
        out.span(type.nameSpan());
        out.string(type.name());
        expressions.all(type.decorators());
        out.list(type.typeParameters(), this::typeParameter);
        expressions.arguments(type.bases());
        all(type.body());
      }
      case Stmt.KeywordBlock block -> {
        out.node(Stmts.KEYWORD, block);
        out.string(block.keyword());
        expressions.optional(block.operand());
        all(block.body());
      }
      case Stmt.Region region -> {
        out.node(Stmts.REGION, region);
        out.string(region.annotation());
        expressions.all(region.arguments());
        all(region.body());
      }
      default -> throw new CompilerBug("not written: " + statement.getClass());
    }
  }

  private void function(Stmt.FunctionDef function) {
    out.node(Stmts.FUNCTION, function);
    out.span(function.nameSpan());
    out.string(function.name());
    expressions.all(function.decorators());
    out.list(function.typeParameters(), this::typeParameter);
    out.list(function.parameters(), expressions::parameter);
    expressions.optional(function.returns());
    all(function.body());
    out.flag(function.isAsync());
    out.optional(function.inlineText(), out::string);
  }

  private void all(List<Stmt> statements) {
    out.list(statements, this::write);
  }

  private void handler(Stmt.Handler handler) {
    out.span(handler.span());
    expressions.optional(handler.type());
    out.string(handler.name());
    all(handler.body());
  }

  private void alternative(Stmt.Case alternative) {
    out.span(alternative.span());
    PatternCodec.write(out, expressions, alternative.pattern());
    expressions.optional(alternative.guard());
    all(alternative.body());
  }

  private void alias(Stmt.ImportAlias alias) {
    out.span(alias.span());
    out.string(alias.name());
    out.string(alias.alias());
    out.optional(alias.signature(), signature -> {
      List<Expr> parameters = signature.parameters();
      out.optional(parameters, expressions::all);
      expressions.optional(signature.result());
    });
  }

  private void typeParameter(TypeParameter parameter) {
    out.span(parameter.span());
    out.string(parameter.name());
    out.constant(parameter.kind());
    expressions.optional(parameter.bound());
    expressions.optional(parameter.defaultValue());
  }
}
