package io.codonj.core.syntax.build;

import static io.codonj.core.syntax.antlr.CodonjGrammar.*;

import io.codonj.api.ast.BinaryOperator;
import io.codonj.api.ast.Expr;
import io.codonj.api.ast.Stmt;
import io.codonj.api.diagnostic.CompilerBug;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/// Lists of statements and the statements of one line.
final class StatementBuilder {
  private final BuildContext context;

  StatementBuilder(BuildContext context) {
    this.context = context;
  }

  /// The statements of a block or file; those with syntax errors are left out.
  List<Stmt> all(List<StatementContext> nodes) {
    var statements = new ArrayList<Stmt>(nodes.size());
    for (StatementContext node : nodes) {
      switch (node.node) {
        case null -> {}
        case SimpleLineContext line -> addLine(line, statements);
        case ParserRuleContext compound -> statements.add(context.compounds.statement(compound));
      }
    }
    return Collections.unmodifiableList(statements);
  }

  List<Stmt> block(BlockContext node) {
    return node.line != null ? line(node.line) : all(node.statements);
  }

  List<Stmt> line(SimpleLineContext node) {
    var statements = new ArrayList<Stmt>(node.rest.size() + 1);
    addLine(node, statements);
    return Collections.unmodifiableList(statements);
  }

  private void addLine(SimpleLineContext line, List<Stmt> statements) {
    statements.add(simple(line.first.node));
    for (SimpleStatementContext next : line.rest) {
      statements.add(simple(next.node));
    }
  }

  private Stmt simple(ParserRuleContext node) {
    return switch (node) {
      case ExpressionStatementContext statement -> expression(statement);
      case ReturnStatementContext statement -> {
        Expr value = statement.expressions == null ? null : context.expressions.tuple(statement.expressions);
        yield new Stmt.Return(context.origin(node), value);
      }
      case ImportStatementContext statement -> context.imports.plain(statement);
      case FromStatementContext statement -> context.imports.from(statement);
      case RaiseStatementContext statement -> {
        Expr exception = context.expressions.optional(statement.exception_);
        Expr cause = context.expressions.optional(statement.cause);
        yield new Stmt.Raise(context.origin(node), exception, cause);
      }
      case AssertStatementContext statement -> {
        Expr condition = context.expressions.expression(statement.condition);
        Expr message = context.expressions.optional(statement.message);
        yield new Stmt.Assert(context.origin(node), condition, message);
      }
      case DelStatementContext statement -> {
        var targets = context.targets.deleted(statement.list);
        yield new Stmt.Delete(context.origin(node), targets);
      }
      case KeywordStatementContext statement -> keyword(statement);
      case ScopeStatementContext statement -> {
        var names = statement.names.stream().map(Token::getText).toList();
        yield statement.keyword.getType() == GLOBAL
            ? new Stmt.Global(context.origin(node), names)
            : new Stmt.Nonlocal(context.origin(node), names);
      }
      case TypeAliasContext statement -> {
        var parameters = context.definitions.typeParameters(statement.parameters);
        Expr value = context.expressions.expression(statement.aliased);
        yield new Stmt.TypeAlias(context.origin(node), statement.name.getText(), parameters, value);
      }
      case PrintStatementContext statement -> print(statement);
      default -> throw new CompilerBug("no simple statement: " + node.getClass());
    };
  }

  private Stmt keyword(KeywordStatementContext node) {
    return switch (node.keyword.getType()) {
      case PASS -> new Stmt.Pass(context.origin(node));
      case BREAK -> new Stmt.Break(context.origin(node));
      default -> new Stmt.Continue(context.origin(node));
    };
  }

  private Stmt print(PrintStatementContext node) {
    var values = new ArrayList<Expr>(node.values.size());
    node.values.forEach(value -> values.add(context.expressions.expression(value)));
    return new Stmt.Print(context.origin(node), Collections.unmodifiableList(values), node.comma == null);
  }

  // ---- Expressions and assignments

  private Stmt expression(ExpressionStatementContext node) {
    Expr first = node.rest.isEmpty() && node.annotation == null
        ? context.expressions.value(node.first)
        : target(node.first);
    if (node.annotation != null) {
      context.targets.checkAnnotated(first);
      Expr annotation = context.expressions.expression(node.annotation);
      Expr value = node.assigned == null ? null : context.expressions.value(node.assigned);
      return new Stmt.AnnotatedAssign(context.origin(node), first, annotation, value);
    }
    if (node.operator != null) {
      context.targets.checkAugmented(first);
      Expr value = context.expressions.value(node.assigned);
      return new Stmt.AugmentedAssign(context.origin(node), first, augmenting(node.operator), value);
    }
    if (node.rest.isEmpty()) {
      return new Stmt.Expression(context.origin(node), first);
    }
    return assignment(node, first);
  }

  /// Unlike a value, a target may be a starred expression as far as the grammar goes; checking it gives the message.
  private Expr target(ValueContext node) {
    if (node.expressions != null
        && node.expressions.first.star != null
        && node.expressions.rest.isEmpty()
        && node.expressions.comma == null) {
      return context.expressions.starred(node, node.expressions.first.starred);
    }
    return context.expressions.value(node);
  }

  private Stmt assignment(ExpressionStatementContext node, Expr first) {
    var targets = new ArrayList<Expr>(node.rest.size());
    targets.add(first);
    for (ValueContext target : node.rest.subList(0, node.rest.size() - 1)) {
      targets.add(target(target));
    }
    for (int i = 0; i < targets.size(); i++) {
      ValueContext written = i == 0 ? node.first : node.rest.get(i - 1);
      if (written.yieldRule != null) {
        context.targets.refuse(targets.get(i), "assignment to yield expression not possible");
      } else {
        context.targets.checkAssigned(targets.get(i), targets.size() == 1);
      }
    }
    Expr value = context.expressions.value(node.rest.getLast());
    return new Stmt.Assign(context.origin(node), Collections.unmodifiableList(targets), value);
  }

  private static BinaryOperator augmenting(Token operator) {
    return switch (operator.getText()) {
      case "+=" -> BinaryOperator.ADD;
      case "-=" -> BinaryOperator.SUBTRACT;
      case "*=" -> BinaryOperator.MULTIPLY;
      case "@=" -> BinaryOperator.MATRIX_MULTIPLY;
      case "/=" -> BinaryOperator.DIVIDE;
      case "//=" -> BinaryOperator.FLOOR_DIVIDE;
      case "%=" -> BinaryOperator.MODULO;
      case "**=" -> BinaryOperator.POWER;
      case "<<=" -> BinaryOperator.SHIFT_LEFT;
      case ">>=" -> BinaryOperator.SHIFT_RIGHT;
      case "&=" -> BinaryOperator.AND;
      case "|=" -> BinaryOperator.OR;
      default -> BinaryOperator.XOR;
    };
  }
}
